package dev.specwright.smartq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.snippets.Snippets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  @Test
  void examplesAreWhatIsCompiled() throws Exception {
    assertEquals(
        Snippets.marked(Path.of("src/test/java/dev/specwright/smartq/ReadmeExample.java")),
        Snippets.shown(Path.of("README.md")));
  }

  @Test
  void exampleSendsWhatItSays(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("image.jpg"), "x");
    try (FakeSmartQ fake = new FakeSmartQ()) {
      fake.data("{\"id\":77777}").data("{\"id\":55555}").data("{\"id\":44444}");

      ReadmeExample.run(fake.client(), folder);

      assertEquals("/api/v1/projects/99999/tickets", fake.request().getTarget());
      assertEquals("/api/v1/projects/99999/tickets/77777/notes", fake.request().getTarget());
      assertEquals(
          "/api/v1/projects/99999/tickets/77777/notes/55555/filesv2", fake.request().getTarget());
    }
    try (FakeSmartQ fake = new FakeSmartQ()) {
      fake.data("{\"items\":[{\"id\":77777}]}").data("{\"items\":[]}").answer("a picture");

      ReadmeExample.download(fake.client(), folder);

      assertEquals("/api/v1/projects/99999/tickets", fake.request().getTarget());
      assertEquals("/api/v1/projects/99999/tickets?offset=1", fake.request().getTarget());
      assertEquals(
          "/api/v1/projects/99999/tickets/77777/notes/55555/files/44444/download",
          fake.request().getTarget());
      assertEquals("a picture", Files.readString(folder.resolve("copy.jpg")));
    }
    ReadmeExample.fromEnvironment(
            Map.of(
                "SMARTQ_ACCOUNT", "demo",
                "SMARTQ_BASIC_USER", "fake@example.com",
                "SMARTQ_BASIC_PASSWORD", "fake",
                "SMARTQ_CLIENT_ID", "fake"))
        .close();
    assertEquals(
        "https://demo.smartqweb.com/api/v1/users/me",
        ReadmeExample.build().users().getMe().request().url().toString());
  }
}
