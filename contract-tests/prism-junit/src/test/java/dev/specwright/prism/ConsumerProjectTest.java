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

/** The project that uses this one. It has no parent, so nothing of this build reaches it. */
final class ConsumerProjectTest {
  @Test
  void makesNoTestsWhereTheBuildMakesNone() throws Exception {
    assertEquals(
        profiles(Path.of("../../pom.xml"), "skipTests"),
        profiles(Path.of("../prism-junit-consumer/pom.xml"), "maven.test.skip"));
  }

  /** Returns the profiles that set a property to true. */
  private static Set<String> profiles(Path pom, String property) throws Exception {
    Document project =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    String path = "//profile[properties/%s='true']/id".formatted(property);
    NodeList ids =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, project, XPathConstants.NODESET);
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < ids.getLength(); i++) found.add(ids.item(i).getTextContent());
    return found;
  }
}
