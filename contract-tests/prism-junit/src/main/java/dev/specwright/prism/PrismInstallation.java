package dev.specwright.prism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Node and Prism on this machine.
 *
 * @param node the program, a path or a name to look up on the PATH
 * @param script Prism's command line program
 */
record PrismInstallation(String node, Path script) {
  static final String PRISM_VERSION = "5.14.2";

  private static final String HOME_PROPERTY = "specwright.prism.home";
  private static final String HOME_VARIABLE = "SPECWRIGHT_PRISM_HOME";
  private static final String NODE_PROPERTY = "specwright.node";
  private static final String NODE_VARIABLE = "SPECWRIGHT_NODE";
  private static final String DEFAULT_FOLDER = "contract-tests";
  private static final Path SCRIPT =
      Path.of("node_modules", "@stoplight", "prism-cli", "dist", "index.js");

  static final String NODE_CURE =
      "Prism needs Node 20 or newer. Install it (https://nodejs.org/en/download), or name the"
          + " program with -D"
          + NODE_PROPERTY
          + "=/path/to/node or "
          + NODE_VARIABLE
          + ".";

  static PrismInstallation find() {
    return find(
        System::getProperty,
        System::getenv,
        FoldersUpwards.workingDirectory(),
        PrismCache.ofThisSystem());
  }

  /**
   * Returns what the settings name or, where they name nothing, {@code node} and the nearest
   * installed Prism in a {@code contract-tests} folder or, without any, the one of the cache. A
   * cache that the settings name comes before what is merely near.
   *
   * @param properties the value of a system property, or null
   * @param environment the value of an environment variable, or null
   * @param workingDirectory where to look first; then in the folders above
   * @param cache where Prism is installed if it is nowhere else
   */
  static PrismInstallation find(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment,
      Path workingDirectory,
      PrismCache cache) {
    Setting node = Setting.read(NODE_PROPERTY, properties, NODE_VARIABLE, environment);
    Setting home = Setting.read(HOME_PROPERTY, properties, HOME_VARIABLE, environment);
    Path script;
    if (home != null) {
      script = namedScript(home, workingDirectory.resolve(home.value()).normalize());
    } else if (cache.named()) {
      script = cache.install().resolve(SCRIPT);
    } else {
      script = nearestScript(workingDirectory, cache);
    }
    return new PrismInstallation(node == null ? "node" : node.value(), script);
  }

  private static Path namedScript(Setting setting, Path home) {
    Path script = home.resolve(SCRIPT);
    if (Files.isRegularFile(script)) return script;
    throw new PrismStartException(
        setting.name()
            + " is "
            + setting.value()
            + ", but Prism is not installed there. Install it with: "
            + installCommand(home));
  }

  private static Path nearestScript(Path workingDirectory, PrismCache cache) {
    List<Path> homes =
        FoldersUpwards.from(workingDirectory).stream()
            .map(folder -> folder.resolve(DEFAULT_FOLDER))
            .toList();
    for (Path home : homes) {
      Path script = home.resolve(SCRIPT);
      if (Files.isRegularFile(script)) return script;
    }
    for (Path home : homes) {
      if (locksPrism(home)) {
        throw new PrismStartException(
            "Prism is not installed in " + home + ". Install it with: " + installCommand(home));
      }
    }
    return cache.install().resolve(SCRIPT);
  }

  private static String installCommand(Path home) {
    String command =
        hasLockfile(home) ? "ci" : "install --save-exact @stoplight/prism-cli@" + PRISM_VERSION;
    return "npm --prefix \"" + home + "\" " + command;
  }

  private static boolean hasLockfile(Path home) {
    return Files.isRegularFile(home.resolve("package-lock.json"));
  }

  /** Others may have a folder of that name for something else. */
  private static boolean locksPrism(Path home) {
    if (!hasLockfile(home)) return false;
    try {
      return Files.readString(home.resolve("package-lock.json")).contains("@stoplight/prism-cli");
    } catch (IOException e) {
      throw new PrismStartException("Cannot read " + home.resolve("package-lock.json") + ".", e);
    }
  }

  /** A value that somebody chose, and where. */
  private record Setting(String name, String value) {
    static @Nullable Setting read(
        String property,
        Function<String, @Nullable String> properties,
        String variable,
        Function<String, @Nullable String> environment) {
      String value = properties.apply(property);
      if (value != null && !value.isBlank()) return new Setting(property, value);
      value = environment.apply(variable);
      if (value != null && !value.isBlank()) return new Setting(variable, value);
      return null;
    }
  }
}
