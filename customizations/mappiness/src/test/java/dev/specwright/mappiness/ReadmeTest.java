package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.snippets.Snippets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  @Test
  void examplesAreWhatIsCompiled() throws Exception {
    assertEquals(
        Snippets.marked(Path.of("src/test/java/dev/specwright/mappiness/ReadmeExample.java")),
        Snippets.shown(Path.of("README.md")));
  }

  @Test
  void exampleSendsWhatItSays() throws Exception {
    String target = "mappiness.json?include=happy%2Cdo_*&limit=10";
    try (FakeMappiness fake = new FakeMappiness()) {
      fake.json("[{\"happy\":0.620482}]");
      fake.json("{\"url\":\"" + fake.url("u/" + FakeMappiness.HAPPY + "/" + target) + "\"}");
      fake.json("[{\"happy\":0.620482}]");
      fake.answer("text/csv", "start_time\n2011-03-13 12:11:26 +0000\n");

      assertEquals(0.620482, ReadmeExample.run(fake.client()).get(0).happy());

      assertEquals("/3kkq.pk7d.23wb/" + target, fake.request().getTarget());
      assertEquals("/get_u/3kkq.pk7d.23wb/" + target, fake.request().getTarget());
      assertEquals("/u/" + FakeMappiness.HAPPY + "/" + target, fake.request().getTarget());
      assertEquals("/3kkq.pk7d.23wb/mappiness.csv", fake.request().getTarget());
    }
  }

  @Test
  void exampleOfAWorkbookWritesTheFile(@TempDir Path folder) throws Exception {
    try (FakeMappiness fake = new FakeMappiness()) {
      fake.answer("application/vnd.ms-excel", "a workbook");
      Path file = folder.resolve("mappiness.xls");

      ReadmeExample.workbook(fake.client(), file);

      assertEquals("a workbook", Files.readString(file));
      assertEquals("/3kkq.pk7d.23wb/mappiness.xls", fake.request().getTarget());
    }
  }

  @Test
  void exampleOfPollingAsksForWhatIsNew() throws Exception {
    try (FakeMappiness fake = new FakeMappiness();
        Mappiness mappiness = fake.client()) {
      fake.json("[{\"start_time_epoch\":1304204401}]");
      List<ResponseRow> inbox = new ArrayList<>();

      ReadmeExample.poll(
          mappiness,
          Instant.ofEpochSecond(1304204400),
          row -> {
            inbox.add(row);
            Thread.currentThread().interrupt();
          });

      assertTrue(Thread.interrupted());
      assertEquals(1, inbox.size());
      assertEquals("/3kkq.pk7d.23wb/mappiness.json?after=1304204400", fake.request().getTarget());
    }
  }

  @Test
  void exampleOfTheEnvironmentRuns() {
    ReadmeExample.fromEnvironment(Map.of("MAPPINESS_API_SECRET", FakeMappiness.SECRET)).close();
    assertEquals(
        "https://mappiness.me/get_u/%7Bsecret%7D/mappiness.json",
        ReadmeExample.build().signatures().signResponses().request().url().toString());
  }
}
