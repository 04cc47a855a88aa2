package dev.specwright.mysmark;

import static dev.specwright.mysmark.FakeMySmark.body;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.snippets.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
  @Test
  void examplesAreThoseThatAreCompiled() throws IOException {
    assertEquals(
        Snippets.marked(Path.of("src/test/java/dev/specwright/mysmark/ReadmeExample.java")),
        Snippets.shown(Path.of("README.md")));
  }

  @Test
  void exampleOfAnObjectRuns() throws Exception {
    ReadmeExample.client("fake-id", "fake-secret").close();
    ReadmeExample.fromEnvironment(
            Map.of("MYSMARK_CLIENT_ID", "fake-id", "MYSMARK_CLIENT_SECRET", "fake-secret"))
        .close();
    try (FakeMySmark server = FakeMySmark.start();
        MySmark mysmark = server.client()) {
      server.token("t");
      server.json("{\"id\":54321}");
      server.json("{\"totalSmarks\":1,\"smarks\":[{\"comment\":\"Great\"}],\"nextPage\":null}");
      assertEquals(
          "https://www.mysmark.com/embed.php?id=54321", ReadmeExample.run(mysmark).toString());
      assertEquals(
          "name=%22Web+Summit+2015%22&singleVote=false&expires=1446768000"
              + "&category=%22conference%22&oauth_token=t",
          body(server.takeAfterToken()));
      assertEquals("/api/me/objects/54321/smarks?oauth_token=t", server.take().getTarget());
    }
  }

  @Test
  void exampleOfAKeywordRuns() throws Exception {
    try (FakeMySmark server = FakeMySmark.start();
        MySmark mysmark = server.client()) {
      server.token("t");
      server.json("{\"name\":\"Web Summit 2015\"}");
      assertEquals("Web Summit 2015", ReadmeExample.keyword(mysmark).name());
      assertEquals(
          "/api/me/objects/54321/votes?oauth_token=t", server.takeAfterToken().getTarget());
    }
  }
}
