package dev.specwright.prism;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;

/** What Node runs: Prism, the watch over it, and the end of it when this JVM ends. */
final class RunScript {
  static final String TEXT =
      read("node-version.cjs")
          + later(read("lifeline.cjs") + read("violations.cjs") + read("run-prism.cjs"));

  private RunScript() {}

  /** Returns a statement that runs {@code script}, which Node does not read before. */
  private static String later(String script) {
    String text = Base64.getEncoder().encodeToString(script.getBytes(UTF_8));
    return "eval(Buffer.from('" + text + "', 'base64').toString());";
  }

  private static String read(String name) {
    try (InputStream script = Objects.requireNonNull(RunScript.class.getResourceAsStream(name))) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
