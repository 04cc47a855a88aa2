package dev.specwright.mysmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.core.ShownRequest;
import dev.specwright.snippets.PublicMembers;
import dev.specwright.snippets.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class GuideTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/specwright/mysmark");
  private static final Path EXAMPLES = SOURCES.resolve("GuideExample.java");

  private final Map<String, List<String>> sent = new TreeMap<>();

  @Test
  void examplesAreThoseThatAreCompiled() throws IOException {
    assertEquals(Snippets.marked(EXAMPLES), Snippets.shown(Path.of("GUIDE.md")));
  }

  @Test
  void examplesUseAllThatIsPublic() throws IOException {
    assertEquals(
        Set.of(),
        PublicMembers.beside(MySmark.class)
            .unused(SOURCES.resolve("ReadmeExample.java"), EXAMPLES));
  }

  @Test
  void examplesSendWhatTheyShow() throws Exception {
    run("client", mysmark -> GuideExample.client("fake-id", "fake-secret").close());
    run("account", GuideExample::account, "{\"type\":\"Account\",\"created\":1410184800}", "{}");
    run(
        "object",
        GuideExample::object,
        "{\"id\":54321}",
        "{\"name\":\"Booth 12\",\"expires\":1446768000}",
        "{\"name\":\"Booth 13\"}",
        "true");
    run(
        "lists",
        GuideExample::lists,
        "{\"objects\":[{\"name\":\"a\"}],\"page\":1410184800}",
        "{\"objects\":[{\"name\":\"b\"}],\"page\":\"\"}",
        "{\"events\":[{\"name\":\"c\"}],\"page\":null}");
    run("event", GuideExample::event, "54322");
    run(
        "steps",
        GuideExample::steps,
        "{\"widgets\":[],\"types\":{\"0\":\"E-Rose\",\"6\":\"Spider-Net\"}}",
        "true",
        "{\"steps\":[{\"step_id\":\"emo\",\"optional_flag\":false,\"type\":0}]}");
    String smarks = "{\"totalSmarks\":1,\"smarks\":[{\"comment\":\"Great\"}],\"nextPage\":null}";
    run("smarks", GuideExample::smarks, smarks, smarks, smarks);
    run(
        "users",
        mysmark ->
            assertEquals(
                "https://www.mysmark.com/embed.php?id=54321"
                    + "&user_signon=ed79629f1cba7eb954ce88bda87623a4",
                GuideExample.users(mysmark).toString()),
        "{\"user_id\":20803,\"ext_id\":100}",
        "{\"hash\":\"ed79629f1cba7eb954ce88bda87623a4\"}");
    run("smark", GuideExample::smark, "{\"comment\":\"What a booth!\"}");
    run("embed", mysmark -> GuideExample.embed("54321"));
    run("keywords", GuideExample::keywords, "{\"votes\":[1]}", "{\"steps\":[]}", "{\"smarks\":[]}");
    run(
        "token",
        mysmark -> GuideExample.token(mysmark, "ID", "SECRET"),
        "{\"access_token\":\"fake-token\"}");

    assertEquals(Snippets.requests(EXAMPLES), sent);
  }

  /** Runs an example and keeps what it sent, less the token. */
  private void run(String name, Consumer<MySmark> example, String... answers) throws Exception {
    try (FakeMySmark server = FakeMySmark.start();
        MySmark mysmark = server.client()) {
      if (!name.equals("token")) server.token("t");
      for (String answer : answers) server.json(answer);
      example.accept(mysmark);
      List<String> requests = sent.computeIfAbsent(name, key -> new ArrayList<>());
      while (requests.size() < server.requests()) {
        requests.add(ShownRequest.of(server.take(), Set.of("oauth_token")));
      }
      if (!name.equals("token") && !requests.isEmpty()) requests.remove(0);
    }
  }
}
