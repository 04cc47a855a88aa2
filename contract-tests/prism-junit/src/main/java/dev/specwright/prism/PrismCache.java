package dev.specwright.prism;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in the user's home where Prism is installed for those who have it nowhere else: once,
 * from the lockfile in this jar, so that everybody has the same Prism down to the last library.
 *
 * @param folder the cache
 * @param named whether somebody chose it
 * @param npm the command that runs npm
 */
record PrismCache(Path folder, boolean named, List<String> npm) {
  static final String PROPERTY = "specwright.prism.cache";
  static final String VARIABLE = "SPECWRIGHT_PRISM_CACHE";

  private static final String LIFELINE = "lifeline.cjs";
  private static final String PART = ".part";
  private static final List<String> FILES = List.of("package.json", "package-lock.json");
  // No install scripts: Prism needs none, and some packages use theirs to report home.
  private static final List<String> INSTALL =
      List.of(
          "ci",
          "--prefer-offline",
          "--no-audit",
          "--no-fund",
          "--ignore-scripts",
          "--include=dev",
          "--loglevel=error");

  /** Two threads of one JVM cannot wait for each other with a lock of a file. */
  private static final Object IN_THIS_JVM = new Object();

  static PrismCache ofThisSystem() {
    // npm is npm.cmd on Windows, which only the command processor can run.
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    List<String> npm = windows ? List.of("cmd", "/c", "npm") : List.of("npm");
    return find(System::getProperty, System::getenv, npm);
  }

  /** Returns the cache that the settings name, or the usual one of the system. */
  static PrismCache find(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment,
      List<String> npm) {
    for (String named :
        new @Nullable String[] {properties.apply(PROPERTY), environment.apply(VARIABLE)}) {
      if (named != null && !named.isBlank()) {
        return new PrismCache(Path.of(named).toAbsolutePath().normalize(), true, npm);
      }
    }
    return new PrismCache(usualFolder(properties, environment), false, npm);
  }

  private static Path usualFolder(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    String home = String.valueOf(properties.apply("user.home"));
    String system = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
    String local = environment.apply("LOCALAPPDATA");
    String cache = environment.apply("XDG_CACHE_HOME");
    Path base;
    if (system.startsWith("windows") && local != null) {
      base = Path.of(local);
    } else if (system.startsWith("mac")) {
      base = Path.of(home, "Library", "Caches");
    } else if (cache != null && Path.of(cache).isAbsolute()) {
      base = Path.of(cache);
    } else {
      base = Path.of(home, ".cache");
    }
    return base.resolve("specwright");
  }

  /**
   * Returns the folder with Prism, after installing it if it is not there. Waits for others that
   * install it.
   *
   * @throws PrismStartException if npm is missing or fails; the message says what to do
   */
  PrismHome install() {
    List<byte[]> files = FILES.stream().map(file -> resource("npm/" + file)).toList();
    // Another lockfile is another Prism, and gets a folder of its own.
    String version = DocumentFile.hash(files.get(1)).substring(0, 12);
    String name = "prism-" + PrismInstallation.PRISM_VERSION + "-" + version;
    PrismHome home = new PrismHome(folder.resolve(name));
    if (home.hasPrism()) return home;
    synchronized (IN_THIS_JVM) {
      try {
        Files.createDirectories(folder);
        try (FileChannel channel =
            FileChannel.open(
                folder.resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
          FileLock unused = channel.lock(); // until the channel is closed
          if (!home.hasPrism()) installAs(home.folder(), files);
        }
        return home;
      } catch (IOException e) {
        throw new PrismStartException(
            "Cannot install Prism in "
                + folder
                + ". Name another folder with -D"
                + PROPERTY
                + "=FOLDER or "
                + VARIABLE
                + ".",
            e);
      }
    }
  }

  /** Installs beside {@code home} and renames, so that what is there under that name is whole. */
  private void installAs(Path home, List<byte[]> files) throws IOException {
    String name = home.getFileName() + ".";
    deleteParts(name);
    // Never one of before: who was told to end may not have ended yet.
    Path part = Files.createDirectory(folder.resolve(name + UUID.randomUUID() + PART));
    for (int i = 0; i < files.size(); i++) Files.write(part.resolve(FILES.get(i)), files.get(i));
    Path lifeline = Files.write(part.resolve(LIFELINE), resource(LIFELINE));
    run(part);
    Files.delete(lifeline);
    delete(home); // that has lost its Prism
    Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private void run(Path part) {
    List<String> command = new ArrayList<>(npm);
    command.addAll(INSTALL);
    Process process;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(part.toFile()).redirectErrorStream(true);
      String require = "--require ./" + LIFELINE;
      builder.environment().merge("NODE_OPTIONS", require, (own, more) -> own + " " + more);
      process = builder.start();
    } catch (IOException e) {
      throw new PrismStartException(
          "Cannot run npm, which installs Prism "
              + PrismInstallation.PRISM_VERSION
              + " in "
              + folder
              + ". npm comes with Node: "
              + PrismInstallation.NODE_CURE,
          e);
    }
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status == 0 && new PrismHome(part).hasPrism()) return;
      String ended =
          status == 0
              ? "npm ended with status 0 but has not installed it."
              : "npm ended with status "
                  + status
                  + ". It needs a registry, or a cache that it was installed from before.";
      throw new PrismStartException(
          "Cannot install Prism %s in %s: %s With a Prism elsewhere, name its folder with"
                  .formatted(PrismInstallation.PRISM_VERSION, folder, ended)
              + " -Dspecwright.prism.home=FOLDER or SPECWRIGHT_PRISM_HOME. npm says:\n  "
              + said.strip().replace("\n", "\n  "));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what npm says.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PrismStartException("Interrupted while installing Prism.", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(PrismCache.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what installations left that were killed. */
  private void deleteParts(String name) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, name + "*" + PART)) {
      for (Path part : parts) {
        try {
          delete(part);
        } catch (IOException | UncheckedIOException inUse) {
          // The next installation tries again.
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    }
  }
}
