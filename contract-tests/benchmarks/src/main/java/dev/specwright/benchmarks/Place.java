package dev.specwright.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where the benchmarks run, and how they start further JVMs.
 *
 * @param root the folder of the project
 * @param build the folder with {@code generator.classpath}, and the jar
 * @param output where the files of the report go
 * @param smoke whether the run only shows that all works, so that JVMs need not become fast
 */
record Place(Path root, Path build, Path output, boolean smoke) {
  private static final String LOG = "jvms.log";
  private static final long PATIENCE_SECONDS = 600;

  /**
   * Returns the place of the running jar.
   *
   * @throws IllegalStateException if the jar is not inside of the project
   */
  static Place of(Path jar, Path output, boolean smoke) {
    for (Path folder = jar.toAbsolutePath().getParent();
        folder != null;
        folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("specs/smartq"))) {
        Path build = folder.resolve("contract-tests/benchmarks/target");
        try {
          Files.createDirectories(output);
          Files.deleteIfExists(output.resolve(LOG));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return new Place(folder, build, output.toAbsolutePath(), smoke);
      }
    }
    throw new IllegalStateException(
        "Expected the jar inside of the project, whose documents it reads, but found it at "
            + jar
            + ". Run the one that the build has left in contract-tests/benchmarks/target.");
  }

  /** The class path of this JVM, which is the jar. */
  String classPath() {
    return System.getProperty("java.class.path");
  }

  /** The class path with the generators and with all that their code needs. */
  String generatorClassPath() {
    try {
      return Files.readString(build.resolve("generator.classpath")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts another JVM of the same kind; errors go where ours go. */
  Process java(List<String> options, String classPath, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (smoke) command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.appendTo(output.resolve(LOG).toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a JVM to end, and returns what it printed. */
  static String outputOf(Process process) {
    String text;
    try {
      text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int status = exitStatus(process);
    if (status != 0) {
      throw new IllegalStateException(
          "Expected a JVM to succeed but it ended with " + status + "; see " + LOG + ". " + text);
    }
    return text.strip();
  }

  /** Waits for a JVM to end. */
  static int exitStatus(Process process) {
    try {
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return process.exitValue();
      process.destroyForcibly();
      throw new IllegalStateException("Expected a JVM to end in ten minutes but it did not.");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a JVM", e);
    }
  }
}
