package dev.specwright.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.2.3, NONE, 1.2.3", "1.2.3, PATCH, 1.2.4", "1.2.3, MINOR, 1.3.0", "1.2.3, MAJOR, 2.0.0",
    "0.2.3, NONE, 0.2.3", "0.2.3, PATCH, 0.2.4", "0.2.3, MINOR, 0.2.4", "0.2.3, MAJOR, 0.3.0",
  })
  void changeNamesTheNextVersion(String released, Step step, String next) {
    assertEquals(next, Version.of(released).next(step).toString());
  }

  @ParameterizedTest
  @CsvSource({"1.2.3, 1.3.0", "1.2.3, 1.3.0-SNAPSHOT", "1.2.3, 2.0.0", "1.9.0, 1.10.0"})
  void higherVersionIsTaken(String released, String working) {
    assertNull(new JavaVersion(Version.of(released), Version.of(working), Step.MINOR).problem());
  }

  @Test
  void versionThatWasNotRaisedIsRefused() {
    JavaVersion version =
        new JavaVersion(Version.of("1.2.3"), Version.of("1.2.4-SNAPSHOT"), Step.MAJOR);

    assertEquals(
        "The Java API has changes of the class major since 1.2.3, and the version is 1.2.4. If they"
            + " are not meant, undo them. If they are, set it with mvn versions:set"
            + " -DnewVersion=2.0.0-SNAPSHOT.",
        version.problem());
  }

  /** Else the command would leave out the BOM, which has no parent, and litter the sources. */
  @Test
  void commandOfTheMessagesSetsTheVersionOfEveryModule() throws IOException {
    String pom =
        Files.readString(
            Path.of(System.getProperty("basedir", "contract-tests/impact"), "../../pom.xml"));
    Matcher plugin =
        Pattern.compile("(?s)<artifactId>versions-maven-plugin</artifactId>.*?</plugin>")
            .matcher(pom);

    assertTrue(plugin.find(), "the plugin has no settings");
    assertTrue(plugin.group().contains("<processAllModules>true<"), plugin.group());
    assertTrue(plugin.group().contains("<generateBackupPoms>false<"), plugin.group());
  }

  @Test
  void anyVersionIsTakenBeforeTheFirstRelease() {
    assertNull(new JavaVersion(null, Version.of("0.1.0-SNAPSHOT"), Step.MAJOR).problem());
  }

  @ParameterizedTest
  @CsvSource({"1.2", "1.2.3-rc1", "v1.2.3", "''"})
  void whatIsNoVersionIsRefused(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Version.of(text));

    assertEquals(
        "Expected a version such as 1.2.0 or 1.2.0-SNAPSHOT but found \""
            + text
            + "\". Set it with mvn versions:set -DnewVersion=X.Y.Z.",
        e.getMessage());
  }
}
