package dev.specwright.prism;

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
    PrismHome prism;
    if (home != null) {
      prism = named(home, new PrismHome(workingDirectory.resolve(home.value()).normalize()));
    } else if (cache.named()) {
      prism = cache.install();
    } else {
      prism = nearest(workingDirectory, cache);
    }
    return new PrismInstallation(node == null ? "node" : node.value(), prism.pinnedScript());
  }

  private static PrismHome named(Setting setting, PrismHome home) {
    if (home.hasPrism()) return home;
    throw new PrismStartException(
        setting.name()
            + " is "
            + setting.value()
            + ", but Prism is not installed there. Install it with: "
            + home.installCommand());
  }

  private static PrismHome nearest(Path workingDirectory, PrismCache cache) {
    List<PrismHome> homes =
        FoldersUpwards.from(workingDirectory).stream()
            .map(folder -> new PrismHome(folder.resolve(DEFAULT_FOLDER)))
            .toList();
    for (PrismHome home : homes) {
      if (home.hasPrism()) return home;
    }
    for (PrismHome home : homes) {
      if (home.locksPrism()) {
        throw new PrismStartException(
            "Prism is not installed in "
                + home.folder()
                + ". Install it with: "
                + home.installCommand());
      }
    }
    return cache.install();
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
