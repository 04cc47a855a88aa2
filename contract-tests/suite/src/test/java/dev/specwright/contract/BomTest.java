package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The BOM has no parent, so its list is written by hand. */
class BomTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(specwright-[a-z-]+)<");

  @Test
  void namesEveryJarThatAUserMayDependOn() throws IOException {
    Set<String> published = new TreeSet<>();
    for (String folder : List.of("generated-clients", "customizations")) {
      try (Stream<Path> modules = Files.list(ROOT.resolve(folder))) {
        for (Path pom : modules.map(each -> each.resolve("pom.xml")).toList()) {
          if (Files.exists(pom)) published.add(artifact(pom));
        }
      }
    }
    published.add(artifact(ROOT.resolve("contract-tests/prism-junit/pom.xml")));
    // A tool of this build, and the BOM itself.
    published.removeAll(Set.of("specwright-generator", "specwright-bom"));

    String bom = Files.readString(ROOT.resolve("customizations/bom/pom.xml"));
    String managed = bom.substring(bom.indexOf("<dependencyManagement>"));
    Set<String> named =
        ARTIFACT
            .matcher(managed)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(published, named);
  }

  /** Returns the module's own name, which stands behind that of its parent. */
  private static String artifact(Path pom) throws IOException {
    String text = Files.readString(pom).replaceFirst("(?s)<parent>.*</parent>", "");
    Matcher first = ARTIFACT.matcher(text);
    if (!first.find()) throw new IllegalStateException("no artifactId in " + pom);
    return first.group(1);
  }
}
