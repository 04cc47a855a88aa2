package dev.specwright.icommkt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.icommkt.webhook.AnswerNotification;
import dev.specwright.icommkt.webhook.WebhookSigner;
import dev.specwright.icommkt.webhook.WebhookVerifier;
import dev.specwright.snippets.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
  @Test
  void examplesAreThoseThatAreCompiled() throws IOException {
    assertEquals(
        Snippets.marked(Path.of("src/test/java/dev/specwright/icommkt/ReadmeExample.java")),
        Snippets.shown(Path.of("README.md")));
  }

  @Test
  void exampleOfAListRuns() throws Exception {
    ReadmeExample.client("fake-key", "fake-secret").close();
    ReadmeExample.fromEnvironment(
            Map.of(
                "ICOMMKT_SURVEY_CLIENT_ID", "fake-key",
                "ICOMMKT_SURVEY_CLIENT_SECRET", "fake-secret"))
        .close();
    try (FakeSurvey server = FakeSurvey.start();
        IcommktSurvey survey = server.client()) {
      server.token("t");
      server.json("[{\"created_at\":\"2025-01-10T09:41:03-0300\"}]");
      ReadmeExample.list(survey, OffsetDateTime.parse("2025-01-06T00:00:00-03:00"));
      assertEquals(
          "campaign_url=satisfaccion&where[]={\"type\":\"default\",\"var\":\"created_at\","
              + "\"operator\":\">=\",\"val\":\"2025-01-06T00:00:00-0300\"}"
              + "&where[]={\"type\":\"hiddenfields\",\"var\":\"branch\",\"operator\":\"=\","
              + "\"val\":\"12\"}&order_by[]=created_at,DESC&limit=100&access_token=t",
          server.takeAfterToken().getUrl().query());
    }
  }

  @Test
  void exampleOfAnotherSignedStringRuns() throws Exception {
    byte[] body = "{\"hiddenfields\":{\"branch\":\"12\"}}".getBytes(UTF_8);
    assertEquals(
        Map.of("hiddenfields", Map.of("branch", "12")),
        ReadmeExample.signed("fake-secret", body).members());
  }

  @Test
  void exampleOfAWebhookRuns() {
    byte[] body = "{\"hiddenfields\":{\"branch\":\"12\"}}".getBytes(UTF_8);
    String header = new WebhookSigner("fake-secret").sign(Instant.now(), body);
    WebhookVerifier verifier = ReadmeExample.verifier("fake-secret");
    List<AnswerNotification> inbox = new ArrayList<>();
    assertEquals(200, ReadmeExample.receive(verifier, header, body, inbox::add));
    assertEquals(200, ReadmeExample.receive(verifier, header, body, inbox::add));
    assertEquals(1, inbox.size());
    body[body.length - 4] = '3';
    assertEquals(400, ReadmeExample.receive(verifier, header, body, inbox::add));
    assertEquals(1, inbox.size());
  }
}
