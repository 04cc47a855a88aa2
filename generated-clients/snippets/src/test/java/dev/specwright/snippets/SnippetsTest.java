package dev.specwright.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsTest {
  private static final Path EXAMPLE =
      Path.of("src/test/java/dev/specwright/snippets/LampExample.java");

  private static Path file(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("file"), text);
  }

  @Test
  void showsTheJavaOfAPage(@TempDir Path folder) throws IOException {
    Path page =
        file(
            folder,
            "# Lamps\n```java\na();\n```\n```\nnot Java\n```\n\n```java\nb();\n\n{}\n```\n");

    assertEquals("a();\nb();\n\n{}\n", Snippets.shown(page));
  }

  @Test
  void takesWhatStandsBetweenMarkers(@TempDir Path folder) throws IOException {
    Path source =
        file(
            folder,
            """
            a();
                // readme
                b() {
                  c(); // d
                }
                // end
            e();
            // readme
            f();
            // end
            """);

    assertEquals("b() {\n  c(); // d\n}\nf();\n", Snippets.marked(source));
  }

  @Test
  void refusesAMarkerTooManyOrTooFew(@TempDir Path folder) throws IOException {
    for (String lines : List.of("// end\n", "// readme\n// readme\n// end\n", "// readme\n")) {
      assertThrows(
          IllegalArgumentException.class, () -> Snippets.marked(file(folder, lines)), lines);
    }
  }

  @Test
  void findsTheRequestsOfEachMethod() throws IOException {
    assertEquals(
        Map.of(
            "shine",
            List.of(
                "GET /lamps/3?bulb=LED&where={\"room\":{\"no\":1}}",
                "POST /lamps brightness=3&bulb=LED"),
            "watch",
            List.of("DELETE /watchers"),
            "override",
            List.of()),
        Snippets.requests(EXAMPLE));
  }
}
