package dev.specwright.smartq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.core.ShownRequest;
import dev.specwright.smartq.model.TicketInput;
import dev.specwright.snippets.PublicMembers;
import dev.specwright.snippets.Snippets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/specwright/smartq");
  private static final Path EXAMPLES = SOURCES.resolve("GuideExample.java");
  private static final String ONE = "{\"items\":[{\"id\":1}]}";
  private static final String THREE = "{\"items\":[{\"id\":1},{\"id\":2},{\"id\":3}]}";
  private static final String NONE = "{\"items\":[]}";

  private final Map<String, List<String>> sent = new TreeMap<>();

  @Test
  void examplesAreThoseThatAreCompiled() throws IOException {
    assertEquals(Snippets.marked(EXAMPLES), Snippets.shown(Path.of("GUIDE.md")));
  }

  @Test
  void examplesUseAllThatIsPublic() throws IOException {
    assertEquals(
        Set.of(),
        PublicMembers.beside(SmartQ.class).unused(SOURCES.resolve("ReadmeExample.java"), EXAMPLES));
  }

  @Test
  void examplesSendWhatTheyShow(@TempDir Path folder) throws Exception {
    Path image = Files.writeString(folder.resolve("image.jpg"), "an image");
    byte[] bytes = "a file".getBytes(UTF_8);
    TicketInput ticket = TicketInput.builder().name("New Ticket").stepId(88888L).build();

    run("client", smartQ -> GuideExample.client("email@domain.com", "11111", "fake-key"));
    run("server", smartQ -> GuideExample.server("email@domain.com", "11111", "fake-key"));
    run("users", GuideExample::users, "{\"id\":1}", ONE, NONE);
    run("projects", GuideExample::projects, "{\"id\":99999}", "{}", "null", THREE);
    run("roles", GuideExample::roles, "{\"id\":1}", "{\"name\":\"Guest\"}", NONE);
    run("steps", GuideExample::steps, "{\"id\":88888}", NONE);
    run("customFields", GuideExample::customFields, "{}", "{}", NONE, NONE);
    run("tickets", GuideExample::tickets, ONE, NONE, "{\"id\":77777}", "{}", "null");
    run("notes", GuideExample::notes, "{\"id\":55555}", NONE);
    run(
        "uploads",
        smartQ -> GuideExample.uploads(smartQ, image, new ByteArrayInputStream(bytes), bytes),
        "{}",
        "{}",
        "{}",
        NONE);
    try (FakeSmartQ fake = new FakeSmartQ()) {
      fake.data("{\"name\":\"Ann Other\"}");
      GuideExample.parameter(fake.builder());
      keep("parameter", fake);
    }
    try (FakeSmartQ fake = new FakeSmartQ()) {
      fake.loseTheAnswer().data(NONE);
      GuideExample.lostAnswer(fake.client(), ticket);
      keep("lostAnswer", fake);
    }
    try (FakeSmartQ fake = new FakeSmartQ()) {
      fake.answer("a file").answer("another file");
      GuideExample.downloads(fake.client(), folder.resolve("copy.jpg"));
      keep("downloads", fake);
    }
    assertEquals("another file", Files.readString(folder.resolve("copy.jpg")));

    assertEquals(Snippets.requests(EXAMPLES), sent);
  }

  private void run(String name, Consumer<SmartQ> example, String... data) throws Exception {
    try (FakeSmartQ fake = new FakeSmartQ();
        SmartQ smartQ = fake.client()) {
      for (String each : data) fake.data(each);
      example.accept(smartQ);
      keep(name, fake);
    }
  }

  private void keep(String name, FakeSmartQ fake) throws Exception {
    List<String> requests = sent.computeIfAbsent(name, key -> new ArrayList<>());
    while (requests.size() < fake.server.getRequestCount()) {
      requests.add(ShownRequest.of(fake.request(), Set.of()));
    }
  }
}
