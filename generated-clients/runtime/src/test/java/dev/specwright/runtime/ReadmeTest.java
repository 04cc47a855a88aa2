package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.snippets.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeTest extends ZooTest {
  private static final Path EXAMPLE =
      Path.of("src/test/java/dev/specwright/runtime/ReadmeExample.java");

  @Test
  void exampleIsTheOneThatIsCompiled() throws IOException {
    assertEquals(Snippets.marked(EXAMPLE), Snippets.shown(Path.of("README.md")));
  }

  @Test
  void exampleRuns() throws Exception {
    answer("{\"name\":\"Rex\"}");
    assertEquals("Rex", ReadmeExample.call(zoo()).name());
    assertEquals("GET /v1/animals/7", sent());
  }
}
