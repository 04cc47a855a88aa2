package dev.specwright.prism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.snippets.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
  @Test
  void exampleIsTheOneThatRuns() throws IOException {
    assertEquals(
        Snippets.marked(Path.of("src/test/java/dev/specwright/prism/PetsTest.java")),
        Snippets.shown(Path.of("README.md")));
  }
}
