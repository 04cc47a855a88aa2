package dev.specwright.prism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The project that uses this one. It has no parent, so no property of this build reaches it. */
final class ConsumerProjectTest {
  /** A profile that is named in the pom above leaves out what is not listed there. */
  @Test
  void isNotBuiltWhereTheBuildMakesNoTests() throws Exception {
    Set<String> withoutTests =
        found(Path.of("../../pom.xml"), "//profile[properties/skipTests='true']/id");

    assertEquals(
        withoutTests,
        found(Path.of("../pom.xml"), "//profile[not(modules/module='prism-junit-consumer')]/id"));
  }

  /** Returns the texts in a pom that an XPath expression finds. */
  private static Set<String> found(Path pom, String path) throws Exception {
    Document project =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, project, XPathConstants.NODESET);
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < nodes.getLength(); i++) found.add(nodes.item(i).getTextContent());
    return found;
  }
}
