package dev.specwright.icommkt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.ExampleRequests;
import dev.specwright.icommkt.webhook.AnswerNotification;
import dev.specwright.icommkt.webhook.WebhookException;
import dev.specwright.icommkt.webhook.WebhookException.Reason;
import dev.specwright.icommkt.webhook.WebhookSigner;
import dev.specwright.icommkt.webhook.WebhookVerifier;
import dev.specwright.snippets.PublicMembers;
import dev.specwright.snippets.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

final class GuideTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/specwright/icommkt");
  private static final Path EXAMPLES = SOURCES.resolve("GuideExample.java");
  private static final byte[] BODY = "{\"hiddenfields\":{\"branch\":\"12\"}}".getBytes(UTF_8);

  @Test
  void examplesAreThoseThatAreCompiled() throws IOException {
    assertEquals(Snippets.marked(EXAMPLES), Snippets.shown(Path.of("GUIDE.md")));
  }

  @Test
  void examplesUseAllThatIsPublic() throws IOException {
    Set<String> unused =
        PublicMembers.beside(IcommktSurvey.class, WebhookVerifier.class)
            .unused(SOURCES.resolve("ReadmeExample.java"), EXAMPLES);
    // These are for a cache of one's own, and called by the verifier.
    assertEquals(
        Set.of("ReplayCache.begin", "ReplayCache.finish", "ReplayCache.forget"),
        unused.stream()
            .map(name -> name.replaceAll("\\(.*", "").replaceAll(".*[.](?=[A-Z])", ""))
            .collect(Collectors.toSet()));
  }

  @Test
  void examplesSendWhatTheyShow() throws Exception {
    ExampleRequests requests = ExampleRequests.of(EXAMPLES, "access_token");
    OffsetDateTime monday = OffsetDateTime.parse("2025-01-06T00:00:00-03:00");

    run(requests, "client", survey -> GuideExample.client("fake-key", "fake-secret"));
    run(requests, "surveys", GuideExample::surveys, "[{\"created_at\":\"x\"}]", "[]");
    run(requests, "onePage", GuideExample::onePage, "[]");
    run(requests, "answers", GuideExample::answers, "[]", "[]");
    run(requests, "where", survey -> GuideExample.where(survey, monday), "[]", "[]");
    run(requests, "orderBy", GuideExample::orderBy, "[]");
    run(requests, "question", GuideExample::question, "{\"id\":\"1842\",\"question\":\"Why?\"}");
    run(
        requests,
        "token",
        survey -> GuideExample.token(survey, "KEY", "SECRET"),
        "{\"token_type\":\"Bearer\",\"expires_in\":900,\"access_token\":\"fake-token\"}");
    requests.assertAllRun("verify", "verifier", "handOver", "replays", "sign");
  }

  /** Runs an example and compares what it sent, behind the request for a token. */
  private static void run(
      ExampleRequests requests, String name, Consumer<IcommktSurvey> example, String... answers)
      throws Exception {
    try (FakeSurvey server = FakeSurvey.start();
        IcommktSurvey survey = server.client()) {
      boolean isToken = name.equals("token");
      if (!isToken) server.token("t");
      for (String answer : answers) server.json(answer);
      example.accept(survey);
      List<RecordedRequest> sent = new ArrayList<>();
      while (sent.size() < server.requests()) sent.add(server.take());
      requests.assertSent(name, isToken || sent.isEmpty() ? sent : sent.subList(1, sent.size()));
    }
  }

  @Test
  void exampleOfSecretsTakesEither() {
    WebhookVerifier verifier = GuideExample.verifier("fake-new", "fake-old");
    Instant nineMinutesAgo = Instant.now().minus(Duration.ofMinutes(9));
    for (String secret : List.of("fake-new", "fake-old")) {
      String header = new WebhookSigner(secret).sign(nineMinutesAgo, BODY);
      AnswerNotification news = GuideExample.verify(verifier, Map.of("SK-Signature", header), BODY);
      assertEquals(Map.of("branch", "12"), news.answer().hiddenfields());
    }
    String foreign = new WebhookSigner("fake-other").sign(nineMinutesAgo, BODY);
    assertThrows(WebhookException.class, () -> verifier.verify(foreign, BODY));
  }

  @Test
  void exampleOfAReceiverTellsWhy() {
    Instant now = Instant.ofEpochSecond(1539794213);
    WebhookVerifier verifier =
        GuideExample.replays("test-secret", Clock.fixed(now, ZoneOffset.UTC));
    List<AnswerNotification> inbox = new ArrayList<>();
    List<String> log = new ArrayList<>();
    String header = GuideExample.sign();
    String old = new WebhookSigner("test-secret").sign(now.minusSeconds(301), BODY);

    assertEquals(200, GuideExample.handOver(verifier, header, BODY, inbox::add, log::add));
    assertEquals(List.of(), log);
    assertEquals(200, GuideExample.handOver(verifier, header, BODY, inbox::add, log::add));
    assertEquals(400, GuideExample.handOver(verifier, old, BODY, inbox::add, log::add));
    assertEquals(400, GuideExample.handOver(verifier, "v1=00", BODY, inbox::add, log::add));
    assertEquals(3, log.size());
    assertEquals("it came before", log.get(0));
    assertEquals(1, inbox.size());
    assertEquals(
        Reason.REPEATED,
        assertThrows(WebhookException.class, () -> verifier.verify(header, BODY)).reason());
  }
}
