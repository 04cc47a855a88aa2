package dev.specwright.prism;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The modules of the strict server in a folder of their own, since Node cannot read them out of a
 * jar. It has read all of them when it listens or has failed; {@link #close()} then removes them.
 */
record StrictProgram(Path folder) implements AutoCloseable {
  private static final String MAIN = "server.mjs";
  private static final List<String> MODULES =
      List.of(
          MAIN,
          "answers.mjs",
          "bodies.mjs",
          "brackets.mjs",
          "checks.mjs",
          "credentials.mjs",
          "date-format.mjs",
          "document.mjs",
          "fields.mjs",
          "prism.mjs",
          "rules.mjs",
          "scalars.mjs",
          "schemas.mjs",
          "shapes.mjs",
          "violations.mjs");

  static StrictProgram unpack() {
    StrictProgram program = new StrictProgram(temporaryFolder());
    try {
      for (String module : MODULES) program.unpack(module);
    } catch (IOException e) {
      program.close();
      throw new UncheckedIOException(e);
    }
    return program;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("strict-prism");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void unpack(String module) throws IOException {
    try (InputStream text =
        Objects.requireNonNull(StrictProgram.class.getResourceAsStream("strict/" + module))) {
      Files.copy(text, folder.resolve(module));
    }
  }

  /** What Node runs, with Prism's own program as its first argument. */
  Path script() {
    return folder.resolve(MAIN);
  }

  /** Removes the folder, now or, where something still holds a file, when this JVM ends. */
  @Override
  public void close() {
    try {
      for (String module : MODULES) Files.deleteIfExists(folder.resolve(module));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // The last one registered goes first.
      folder.toFile().deleteOnExit();
      for (String module : MODULES) folder.resolve(module).toFile().deleteOnExit();
    }
  }
}
