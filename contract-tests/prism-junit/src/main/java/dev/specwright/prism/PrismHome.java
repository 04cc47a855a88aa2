package dev.specwright.prism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder where Prism is, or could be, installed.
 *
 * @param folder the one with {@code node_modules}
 */
record PrismHome(Path folder) {
  private static final String NAME = "@stoplight/prism-cli";
  private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]*)\"");

  boolean hasPrism() {
    return Files.isRegularFile(script());
  }

  /**
   * Returns the command line program of the Prism that is there.
   *
   * @throws PrismStartException if it is of another version: its parts are used too, and those are
   *     different in each
   */
  Path pinnedScript() {
    String version = version();
    if (version.equals(PrismInstallation.PRISM_VERSION)) return script();
    throw new PrismStartException(
        "Expected Prism %s in %s but found %s. Install it with: %s, or name another folder with"
                .formatted(PrismInstallation.PRISM_VERSION, folder, version, npm(installPinned()))
            + " -Dspecwright.prism.home=FOLDER or SPECWRIGHT_PRISM_HOME.");
  }

  /** Returns what a user types to install Prism here. */
  String installCommand() {
    return npm(hasLockfile() ? "ci" : installPinned());
  }

  /** Whether Prism belongs here. Others may have a folder of the same name for something else. */
  boolean locksPrism() {
    return hasLockfile() && read(lockfile()).contains(NAME);
  }

  private Path script() {
    return cli().resolve("dist").resolve("index.js");
  }

  private String version() {
    Path manifest = cli().resolve("package.json");
    Matcher version = VERSION.matcher(Files.isRegularFile(manifest) ? read(manifest) : "");
    return version.find() ? version.group(1) : "one without a version";
  }

  private Path cli() {
    return folder.resolve("node_modules").resolve(NAME);
  }

  private boolean hasLockfile() {
    return Files.isRegularFile(lockfile());
  }

  private Path lockfile() {
    return folder.resolve("package-lock.json");
  }

  private static String installPinned() {
    return "install --save-exact " + NAME + "@" + PrismInstallation.PRISM_VERSION;
  }

  private String npm(String command) {
    return "npm --prefix \"" + folder + "\" " + command;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new PrismStartException("Cannot read " + file + ".", e);
    }
  }
}
