package dev.specwright.smartq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  @Test
  void examplesAreWhatIsCompiled() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/dev/specwright/smartq/ReadmeExample.java"));
    String compiled =
        Pattern.compile("(?s)// readme\n(.*?) *// end\n")
            .matcher(source)
            .results()
            .map(lines -> lines.group(1).stripTrailing().stripIndent() + "\n")
            .collect(Collectors.joining());

    String blocks =
        Pattern.compile("(?s)```java\n(.*?)```")
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining());

    assertEquals(compiled, blocks);
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
