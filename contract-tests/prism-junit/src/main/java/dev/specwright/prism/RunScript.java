package dev.specwright.prism;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What Node runs: Prism, the watch over it, and the end of it when this JVM ends. */
final class RunScript {
  static final String TEXT = read("violations.cjs") + read("run-prism.cjs");

  private RunScript() {}

  private static String read(String name) {
    try (InputStream script = Objects.requireNonNull(RunScript.class.getResourceAsStream(name))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
