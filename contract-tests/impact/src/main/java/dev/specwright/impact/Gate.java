package dev.specwright.impact;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Asks the gate of the specs module, which is a program for Node. */
final class Gate {
  private static final JsonAdapter<Verdict> VERDICT =
      new Moshi.Builder().build().adapter(Verdict.class);

  private final Path specs;

  Gate(Path specs) {
    this.specs = specs;
  }

  /**
   * Compares two documents.
   *
   * @throws IllegalStateException if the gate cannot be run, with what it printed
   */
  Verdict compare(Path released, Path working) throws IOException, InterruptedException {
    List<String> command =
        List.of("node", "tools/verdict.mjs", absolute(released), absolute(working));
    Process process =
        new ProcessBuilder(command)
            .directory(specs.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      process.getOutputStream().close();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) return Objects.requireNonNull(VERDICT.fromJson(answer));
    } finally {
      process.destroy();
    }
    throw new IllegalStateException(
        "Expected the gate to compare "
            + working
            + " with its release but it failed; what it printed stands above. In "
            + specs
            + ", run: node tools/npm-ci.mjs .");
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().toString();
  }
}
