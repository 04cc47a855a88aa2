package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.resource;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrismCacheTest {
  private final Path folder;

  PrismCacheTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void installsFromTheLockfileOfTheJarOnce() throws Exception {
    Path home = cache("npm.cjs").install().folder();
    assertTrue(home.getFileName().toString().startsWith("prism-5.14.2-"), home.toString());
    assertEquals(folder, home.getParent());
    for (String name : List.of("package.json", "package-lock.json")) {
      assertEquals(Files.readString(Path.of("..", name)), Files.readString(home.resolve(name)));
    }
    assertEquals(home, cache("npm.cjs").install().folder());
    assertEquals(
        List.of(
            "ci --prefer-offline --no-audit --no-fund --ignore-scripts --include=dev"
                + " --loglevel=error"),
        Files.readAllLines(folder.resolve("npm-runs")));
  }

  @Test
  void installationThatIsThereNeedsNoNpm() {
    Path home = cache("npm.cjs").install().folder();
    assertEquals(home, new PrismCache(folder, true, List.of("/no/such/npm")).install().folder());
  }

  @Test
  void installationWithoutPrismIsMadeAnew() throws Exception {
    PrismHome home = cache("npm.cjs").install();
    Files.delete(home.pinnedScript());
    assertEquals(home, cache("npm.cjs").install());
    assertTrue(home.hasPrism());
    assertEquals(2, Files.readAllLines(folder.resolve("npm-runs")).size());
  }

  @Test
  void npmThatInstallsNothingIsReported() {
    assertEquals(
        "Cannot install Prism 5.14.2 in "
            + folder
            + ": npm ended with status 0 but has not installed it. With a Prism elsewhere, name"
            + " its folder with -Dspecwright.prism.home=FOLDER or SPECWRIGHT_PRISM_HOME. npm"
            + " says:\n"
            + "  npm warn dry run",
        assertThrows(PrismStartException.class, cache("npm-idle.cjs")::install).getMessage());
  }

  @Test
  void threadsAndProcessesThatStartTogetherInstallOnce() throws Exception {
    List<Process> jvms = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (int i = 0; i < 2; i++) {
        jvms.add(startInstaller("npm.cjs", 0));
      }
      List<Future<PrismHome>> homes = new ArrayList<>();
      for (int i = 0; i < 3; i++) homes.add(threads.submit(() -> cache("npm.cjs").install()));
      for (Future<PrismHome> home : homes) assertTrue(Files.isDirectory(home.get().folder()));
      for (Process jvm : jvms) assertEquals(0, jvm.waitFor());
    } finally {
      threads.shutdownNow();
      jvms.forEach(Process::destroyForcibly);
    }
    assertEquals(1, Files.readAllLines(folder.resolve("npm-runs")).size());
  }

  @Test
  void npmOfAKilledJvmEndsAndTheNextOneWorksElsewhere() throws Exception {
    Set<String> folders = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        server.setSoTimeout(30_000);
        Process jvm = startInstaller("npm-endless.cjs", server.getLocalPort());
        try (Socket npm = server.accept()) {
          BufferedReader said =
              new BufferedReader(new InputStreamReader(npm.getInputStream(), UTF_8));
          folders.add(said.readLine());
          jvm.destroyForcibly().waitFor();
          npm.setSoTimeout(30_000);
          assertNull(said.readLine());
        } finally {
          jvm.destroyForcibly();
        }
      }
    }
    assertEquals(2, folders.size());
    Path home = cache("npm.cjs").install().folder();
    String name = home.getFileName().toString();
    assertEquals(List.of("npm-runs", name, name + ".lock"), namesIn(folder));
  }

  @Test
  void failureSaysWhatNpmSaysAndLeavesTheNextTryAClearField() throws Exception {
    assertEquals(
        "Cannot install Prism 5.14.2 in "
            + folder
            + ": npm ended with status 3. It needs a registry, or a cache that it was installed"
            + " from before. With a Prism elsewhere, name its folder with"
            + " -Dspecwright.prism.home=FOLDER or SPECWRIGHT_PRISM_HOME. npm says:\n"
            + "  npm error no network\n"
            + "  npm error really",
        assertThrows(PrismStartException.class, cache("npm-offline.cjs")::install).getMessage());
    Path home = cache("npm.cjs").install().folder();
    assertEquals(List.of("node_modules", "package-lock.json", "package.json"), namesIn(home));
  }

  @Test
  void folderThatCannotBeMadeIsReportedWithTheSettingForAnother() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    PrismCache cache = new PrismCache(file, true, List.of("npm"));
    assertEquals(
        "Cannot install Prism in "
            + file
            + ". Name another folder with -Dspecwright.prism.cache=FOLDER or"
            + " SPECWRIGHT_PRISM_CACHE.",
        assertThrows(PrismStartException.class, cache::install).getMessage());
  }

  @Test
  void folderIsTheNamedOneElseThatOfTheSystem() {
    assertEquals(
        new PrismCache(folder.resolve("a"), true, List.of("npm")),
        find(
            Map.of("specwright.prism.cache", folder.resolve("a").toString()),
            Map.of("SPECWRIGHT_PRISM_CACHE", folder.resolve("b").toString())));
    assertEquals(
        new PrismCache(folder.resolve("b"), true, List.of("npm")),
        find(
            Map.of("specwright.prism.cache", " "),
            Map.of("SPECWRIGHT_PRISM_CACHE", folder.resolve("b").toString())));
    String home = folder.toString();
    assertUsual(".cache/specwright", Map.of("user.home", home, "os.name", "Linux"), Map.of());
    assertUsual(
        "x/specwright",
        Map.of("user.home", home, "os.name", "Linux"),
        Map.of("XDG_CACHE_HOME", folder.resolve("x").toString()));
    assertUsual(
        "Library/Caches/specwright", Map.of("user.home", home, "os.name", "Mac OS X"), Map.of());
    assertUsual(
        "Local/specwright",
        Map.of("user.home", home, "os.name", "Windows 11"),
        Map.of("LOCALAPPDATA", folder.resolve("Local").toString()));
  }

  private void assertUsual(
      String expected, Map<String, String> properties, Map<String, String> environment) {
    assertEquals(
        new PrismCache(folder.resolve(expected), false, List.of("npm")),
        find(properties, environment));
  }

  private static PrismCache find(Map<String, String> properties, Map<String, String> environment) {
    return PrismCache.find(properties::get, environment::get, List.of("npm"));
  }

  private Process startInstaller(String inPlaceOfNpm, int port) throws IOException {
    ProcessBuilder jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LoneInstaller.class.getName(),
                folder.toString(),
                inPlaceOfNpm)
            .inheritIO();
    jvm.environment().put("TEST_PORT", String.valueOf(port));
    return jvm.start();
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private PrismCache cache(String inPlaceOfNpm) {
    return cache(folder, inPlaceOfNpm);
  }

  private static PrismCache cache(Path folder, String inPlaceOfNpm) {
    String node = PrismInstallation.find().node();
    return new PrismCache(folder, true, List.of(node, resource(inPlaceOfNpm).toString()));
  }

  /** A program that needs the cache at the same time as others. */
  static final class LoneInstaller {
    private LoneInstaller() {}

    public static void main(String[] args) {
      cache(Path.of(args[0]), args[1]).install();
    }
  }
}
