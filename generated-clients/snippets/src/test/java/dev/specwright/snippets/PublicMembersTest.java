package dev.specwright.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicMembersTest {
  private static final Path EXAMPLE =
      Path.of("src/test/java/dev/specwright/snippets/LampExample.java");

  @Test
  void namesWhatNoSnippetUses() throws IOException {
    String lamp = "dev.specwright.snippets.Lamp.";
    assertEquals(
        Set.of(
            lamp + "DARKEST",
            lamp + "BRIGHTEST",
            lamp + "Lamp()",
            lamp + "shine(java.lang.String)",
            lamp + "forEach(java.util.function.Consumer<dev.specwright.snippets.Lamp>)",
            lamp + "Light.brightness()",
            lamp + "Light.bulb()"),
        PublicMembers.beside(Lamp.class).unused(EXAMPLE));
  }

  @Test
  void refusesASourceThatDoesNotCompile(@TempDir Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Dark.java"), "class Dark { Dusk dusk; }");

    assertThrows(
        IllegalArgumentException.class, () -> PublicMembers.beside(Lamp.class).unused(source));
  }
}
