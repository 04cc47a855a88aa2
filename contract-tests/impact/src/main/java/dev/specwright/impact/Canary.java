package dev.specwright.impact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Two documents with a change for each of those who look for changes. A report that sees nothing
 * looks like one with nothing to report, so each run begins with them.
 */
final class Canary {
  /** By operation, by japicmp, by what may be null. */
  private static final List<String> EXPECTED =
      List.of(
          "`Song.title()` may be null, or hold null, now",
          "`Song.year()` is gone",
          "`SongsApi.listSongs()` is called `SongsApi.findSongs()` now");

  private Canary() {}

  /** Returns what became of the documents. */
  static ApiImpact compare(Impact impact, Path folder) throws IOException, InterruptedException {
    return impact.of("canary", copy("released", folder), copy("working", folder));
  }

  /**
   * Checks that everything was seen.
   *
   * @throws IllegalStateException if it was not
   */
  static void check(ApiImpact canary) {
    List<String> texts = canary.java().stream().map(JavaChange::text).toList();
    if (canary.document().problem() == null || !texts.containsAll(EXPECTED)) {
      throw new IllegalStateException(
          "The impact report is blind: of "
              + EXPECTED
              + " and a breaking change on the wire it found "
              + texts
              + " and "
              + canary.document().step()
              + ". Look at the last change in contract-tests/impact and specs/tools/gate.");
    }
  }

  private static Path copy(String name, Path folder) throws IOException {
    Path file = folder.resolve("canary-" + name + ".yaml");
    String resource = file.getFileName().toString();
    try (InputStream text =
        Objects.requireNonNull(Canary.class.getResourceAsStream(resource), resource)) {
      Files.copy(text, file);
    }
    return file;
  }
}
