package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.snippets.Snippets;
import java.nio.file.Path;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void exampleIsWhatIsCompiled() throws Exception {
    assertEquals(
        Snippets.marked(Path.of("src/test/java/dev/specwright/core/ReadmeExample.java")),
        Snippets.shown(Path.of("README.md")));
  }

  @Test
  void exampleMakesAClient() {
    Notes notes =
        ReadmeExample.build(
            new OkHttpClient(), line -> {}, TokenStore.inMemory(), call -> EventListener.NONE);
    assertEquals(
        "https://demo.notes.example/notes/7", notes.getNote("7").request().url().toString());
  }
}
