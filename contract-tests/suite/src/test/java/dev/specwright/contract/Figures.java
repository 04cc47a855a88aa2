package dev.specwright.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines that tests leave for the end of the build. */
final class Figures {
  private Figures() {}

  /** Leaves {@code line}, in place of an earlier one of this name. */
  static void write(String name, String line) throws IOException {
    Path file = Apis.figures(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, line + "\n");
  }

  /** Removes the line that an earlier run has left. */
  static void forget(String name) throws IOException {
    Files.deleteIfExists(Apis.figures(name));
  }
}
