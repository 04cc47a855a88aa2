package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.core.ExampleRequests;
import dev.specwright.snippets.PublicMembers;
import dev.specwright.snippets.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/specwright/mappiness");
  private static final Path EXAMPLES = SOURCES.resolve("GuideExample.java");
  private static final String ROWS = "[{\"start_time_epoch\":1304204401,\"happy\":0.620482}]";
  private static final String CSV = "start_time,happy\n2011-03-13 12:11:26 +0000,0.620482\n";
  private static final String LINKS = "https://mappiness.me/u/";
  private static final String HAPPY =
      LINKS + FakeMappiness.HAPPY + "/mappiness.json?limit=1&include=happy";
  private static final String PHOTO = LINKS + FakeMappiness.PHOTO_3 + "/private_photos/3.jpg";

  /** An example that talks to a server. */
  private interface Example {
    void run(Mappiness mappiness) throws Exception;
  }

  @Test
  void examplesAreThoseThatAreCompiled() throws IOException {
    assertEquals(Snippets.marked(EXAMPLES), Snippets.shown(Path.of("GUIDE.md")));
  }

  @Test
  void examplesUseAllThatIsPublic() throws IOException {
    assertEquals(
        Set.of(),
        PublicMembers.beside(Mappiness.class)
            .unused(SOURCES.resolve("ReadmeExample.java"), EXAMPLES));
  }

  private static MappinessLink link(String endpoint) {
    return MappinessLink.parse(LINKS + FakeMappiness.HAPPY + "/" + endpoint);
  }

  @Test
  void examplesSendWhatTheyShow(@TempDir Path folder) throws Exception {
    Instant kept = Instant.ofEpochSecond(1304204400);
    String json = "application/json";

    ExampleRequests requests = ExampleRequests.of(EXAMPLES);
    run(requests, "client", mappiness -> GuideExample.client());
    run(requests, "responses", GuideExample::responses, json, ROWS);
    run(requests, "pages", GuideExample::pages, json, ROWS, json, "[]");
    run(requests, "rows", GuideExample::rows, json, ROWS);
    run(
        requests,
        "csv",
        mappiness -> GuideExample.csv(mappiness, folder.resolve("csv")),
        "text/csv",
        CSV,
        "text/csv",
        CSV);
    run(
        requests,
        "kept",
        mappiness -> GuideExample.kept(FakeMappiness.csv(CSV), FakeMappiness.csv(ROWS)));
    run(
        requests,
        "xlsAndPhotos",
        mappiness ->
            GuideExample.xlsAndPhotos(mappiness, folder.resolve("xls"), folder.resolve("jpg")),
        "application/vnd.ms-excel",
        "a workbook",
        "image/jpeg",
        "a photo");
    run(requests, "sign", GuideExample::sign, json, "{\"url\":\"" + HAPPY + "\"}");
    run(requests, "open", mappiness -> GuideExample.open(mappiness, HAPPY), json, ROWS);
    run(
        requests,
        "openFiles",
        mappiness ->
            GuideExample.openFiles(
                mappiness,
                link("mappiness.csv"),
                link("mappiness.xls"),
                MappinessLink.parse(PHOTO),
                folder),
        "text/csv",
        CSV,
        "application/vnd.ms-excel",
        "a workbook",
        "image/jpeg",
        "a photo");
    run(
        requests,
        "photosOfRows",
        mappiness -> GuideExample.photosOfRows(mappiness, folder),
        json,
        "[{\"photo_url\":null},{\"photo_url\":\"" + PHOTO + "\"}]",
        "image/jpeg",
        "a photo");
    run(
        requests,
        "generated",
        mappiness -> GuideExample.generated(mappiness, MappinessLink.parse(HAPPY)),
        json,
        ROWS,
        json,
        "{\"url\":\"" + PHOTO + "\"}");
    run(
        requests,
        "jsonp",
        GuideExample::jsonp,
        "application/javascript",
        "setHappiness(" + ROWS + ");",
        "application/javascript",
        "receiveURL({\"url\":\"" + PHOTO + "\"});");
    run(
        requests,
        "poll",
        mappiness -> assertEquals(kept.plusSeconds(1), GuideExample.poll(mappiness, kept)),
        json,
        ROWS);
    run(
        requests,
        "pollInTests",
        mappiness -> GuideExample.pollInTests(mappiness, Clock.systemUTC(), new ArrayList<>()));
    run(requests, "gateway", mappiness -> GuideExample.gateway());

    requests.assertAllRun();
  }

  /** Runs an example and compares what it sent; of an answer there are type and body. */
  private static void run(ExampleRequests requests, String name, Example example, String... answers)
      throws Exception {
    try (FakeMappiness fake = new FakeMappiness();
        Mappiness mappiness =
            fake.builder()
                .secret(FakeMappiness.SECRET)
                .linkServer("https://mappiness.me")
                .build()) {
      for (int i = 0; i < answers.length; i += 2) fake.answer(answers[i], answers[i + 1]);
      example.run(mappiness);
      List<RecordedRequest> sent = new ArrayList<>();
      while (sent.size() < fake.server.getRequestCount()) sent.add(fake.request());
      requests.assertSent(name, sent);
    }
  }
}
