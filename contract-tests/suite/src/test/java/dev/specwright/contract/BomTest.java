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
    Set<String> published = published();
    // A plugin's dependency, and those take no version from a BOM.
    published.remove("specwright-generator");

    String bom = read("customizations/bom/pom.xml");
    assertEquals(published, artifacts(bom.substring(bom.indexOf("<dependencyManagement>"))));
  }

  @Test
  void impactReportComparesEveryPublishedJar() throws IOException {
    Set<String> missing = published();
    missing.removeAll(artifacts(read("contract-tests/impact/pom.xml")));
    // The clients bring them.
    missing.removeAll(Set.of("specwright-core", "specwright-runtime"));
    missing.removeIf(artifact -> artifact.endsWith("-generated"));

    assertEquals(Set.of(), missing);
  }

  @Test
  void deployLeavesOutWhatNobodyDependsOn() throws IOException {
    Set<String> deployed = new TreeSet<>();
    try (Stream<Path> files = Files.find(ROOT, 4, (file, attributes) -> isPom(file))) {
      for (Path pom : files.toList()) {
        String text = Files.readString(pom);
        boolean isParent = text.contains("<modules>");
        boolean isLeftOut = text.contains("<maven.deploy.skip>true</maven.deploy.skip>");
        if (!isParent && !isLeftOut) deployed.add(artifact(pom));
      }
    }

    Set<String> expected = published();
    expected.add("specwright-bom");
    assertEquals(expected, deployed);
  }

  /** Of a module of this build, which lies in the root or a folder or two below it. */
  private static boolean isPom(Path file) {
    Path path = ROOT.relativize(file);
    return path.endsWith("pom.xml")
        && path.getNameCount() <= 3
        && !path.toString().contains("target");
  }

  private static Set<String> published() throws IOException {
    Set<String> published = new TreeSet<>();
    for (String folder : List.of("generated-clients", "customizations")) {
      try (Stream<Path> modules = Files.list(ROOT.resolve(folder))) {
        for (Path pom : modules.map(each -> each.resolve("pom.xml")).toList()) {
          if (Files.exists(pom)) published.add(artifact(pom));
        }
      }
    }
    published.add(artifact(ROOT.resolve("contract-tests/prism-junit/pom.xml")));
    // Tools of this build, and the BOM itself.
    published.removeAll(Set.of("specwright-snippets", "specwright-fuzzing", "specwright-bom"));
    return published;
  }

  private static Set<String> artifacts(String pom) {
    return ARTIFACT
        .matcher(pom)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(String pom) throws IOException {
    return Files.readString(ROOT.resolve(pom));
  }

  /** Returns the module's own name, which stands behind that of its parent. */
  private static String artifact(Path pom) throws IOException {
    String text = Files.readString(pom).replaceFirst("(?s)<parent>.*</parent>", "");
    Matcher first = ARTIFACT.matcher(text);
    if (!first.find()) throw new IllegalStateException("no artifactId in " + pom);
    return first.group(1);
  }
}
