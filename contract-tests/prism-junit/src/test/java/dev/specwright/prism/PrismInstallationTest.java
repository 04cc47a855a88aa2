package dev.specwright.prism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrismInstallationTest {
  private static final Map<String, String> NONE = Map.of();

  private final Path folder;

  PrismInstallationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void propertyIsTakenBeforeVariable() throws Exception {
    Path script = install("chosen");
    install("other");
    assertEquals(
        new PrismInstallation("/opt/node", script),
        find(
            Map.of("specwright.prism.home", path("chosen"), "specwright.node", "/opt/node"),
            Map.of("SPECWRIGHT_PRISM_HOME", path("other"), "SPECWRIGHT_NODE", "/usr/bin/node")));
  }

  @Test
  void variableIsTakenBeforeNearestFolder() throws Exception {
    Path script = install("chosen");
    install("contract-tests");
    assertEquals(
        new PrismInstallation("/usr/bin/node", script),
        find(
            NONE,
            Map.of("SPECWRIGHT_PRISM_HOME", path("chosen"), "SPECWRIGHT_NODE", "/usr/bin/node")));
  }

  @Test
  void blankSettingsAreNoSettings() throws Exception {
    Path script = install("contract-tests");
    assertEquals(
        new PrismInstallation("node", script),
        find(
            Map.of("specwright.prism.home", "", "specwright.node", " "),
            Map.of("SPECWRIGHT_PRISM_HOME", "", "SPECWRIGHT_NODE", "")));
  }

  @Test
  void relativeHomeIsBelowTheWorkingDirectory() throws Exception {
    Path script = install("chosen");
    assertEquals(
        new PrismInstallation("node", script),
        find(Map.of("specwright.prism.home", "chosen"), NONE));
  }

  @Test
  void nearestFolderUpwardsIsTaken() throws Exception {
    install("contract-tests");
    Path nearest = install("project/contract-tests");
    Path module = Files.createDirectories(folder.resolve("project/contract-tests/suite"));
    assertEquals(
        new PrismInstallation("node", nearest),
        PrismInstallation.find(NONE::get, NONE::get, module, cache(false)));
  }

  @Test
  void homeWithoutPrismIsReportedWithTheCommandThatInstallsIt() {
    assertEquals(
        ("specwright.prism.home is %1$s, but Prism is not installed there. Install it with: npm"
                + " --prefix \"%1$s\" install --save-exact @stoplight/prism-cli@5.14.2")
            .formatted(path("empty")),
        failure(Map.of("specwright.prism.home", path("empty")), NONE));
  }

  @Test
  void homeWithLockfileIsReportedWithNpmCi() throws Exception {
    lockfile("locked");
    assertEquals(
        ("SPECWRIGHT_PRISM_HOME is %1$s, but Prism is not installed there. Install it with:"
                + " npm --prefix \"%1$s\" ci")
            .formatted(path("locked")),
        failure(NONE, Map.of("SPECWRIGHT_PRISM_HOME", path("locked"))));
  }

  @Test
  void contractTestsWithoutPrismAreReportedWithNpmCi() throws Exception {
    lockfile("contract-tests");
    assertEquals(
        "Prism is not installed in %1$s. Install it with: npm --prefix \"%1$s\" ci"
            .formatted(path("contract-tests")),
        failure(NONE, NONE));
  }

  @Test
  void anotherPrismIsReportedWithItsVersionWhereverItWasFound() throws Exception {
    install("contract-tests", "5.16.0");
    String expected =
        "Expected Prism 5.14.2 in %1$s but found %2$s. Install it with: npm --prefix \"%1$s\""
            + " install --save-exact @stoplight/prism-cli@5.14.2, or name another folder with"
            + " -Dspecwright.prism.home=FOLDER or SPECWRIGHT_PRISM_HOME.";
    assertEquals(expected.formatted(path("contract-tests"), "5.16.0"), failure(NONE, NONE));
    install("chosen", "5.14.1");
    assertEquals(
        expected.formatted(path("chosen"), "5.14.1"),
        failure(Map.of("specwright.prism.home", path("chosen")), NONE));
  }

  @Test
  void prismWithoutAVersionIsReported() throws Exception {
    Path dist =
        Files.createDirectories(folder.resolve("half/node_modules/@stoplight/prism-cli/dist"));
    Files.createFile(dist.resolve("index.js"));
    String message = failure(Map.of("specwright.prism.home", path("half")), NONE);
    assertTrue(message.contains(" but found one without a version. "), message);
  }

  @Test
  void folderOfThatNameForSomethingElseIsPassedOver() throws Exception {
    Files.writeString(
        Files.createDirectory(folder.resolve("contract-tests")).resolve("package-lock.json"), "{}");
    assertInstallsInCache(NONE);
  }

  @Test
  void withoutAnyPrismOneIsInstalledInTheCache() {
    assertInstallsInCache(NONE);
  }

  @Test
  void cacheThatSomebodyNamesComesBeforeTheNearestFolder() throws Exception {
    install("contract-tests");
    assertInstallsInCache(Map.of(PrismCache.PROPERTY, path("cache")));
  }

  private void assertInstallsInCache(Map<String, String> properties) {
    assertEquals(
        "Cannot run npm, which installs Prism 5.14.2 in "
            + path("cache")
            + ". npm comes with Node: Prism needs Node 20 or newer. Install it"
            + " (https://nodejs.org/en/download), or name the program with"
            + " -Dspecwright.node=/path/to/node or SPECWRIGHT_NODE.",
        failure(properties, NONE));
  }

  @Test
  void recommendedVersionIsThePinnedOne() throws Exception {
    String pin = "\"@stoplight/prism-cli\": \"" + PrismInstallation.PRISM_VERSION + "\"";
    String manifest = Files.readString(Path.of("..", "package.json"));
    assertTrue(manifest.contains(pin), manifest);
  }

  private PrismInstallation find(Map<String, String> properties, Map<String, String> environment) {
    return PrismInstallation.find(
        properties::get,
        environment::get,
        folder,
        cache(properties.containsKey(PrismCache.PROPERTY)));
  }

  /** A cache whose installation cannot be taken for another one. */
  private PrismCache cache(boolean named) {
    return new PrismCache(folder.resolve("cache"), named, List.of("/no/such/npm"));
  }

  private String failure(Map<String, String> properties, Map<String, String> environment) {
    return String.valueOf(
        assertThrows(PrismStartException.class, () -> find(properties, environment)).getMessage());
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void lockfile(String name) throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve(name)).resolve("package-lock.json"),
        "{\"packages\":{\"node_modules/@stoplight/prism-cli\":{}}}");
  }

  private Path install(String name) throws IOException {
    return install(name, "5.14.2");
  }

  private Path install(String name, String version) throws IOException {
    Path cli = folder.resolve(name).resolve("node_modules/@stoplight/prism-cli");
    Path dist = Files.createDirectories(cli.resolve("dist"));
    Files.writeString(
        cli.resolve("package.json"),
        """
        {
          "name": "@stoplight/prism-cli",
          "version": "%s",
          "dependencies": {"any": {"version": "1.0.0"}}
        }
        """
            .formatted(version));
    return Files.createFile(dist.resolve("index.js"));
  }
}
