package dev.specwright.tour;

import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.OrderBy;
import dev.specwright.icommkt.Where;
import dev.specwright.icommkt.api.AnswersApi.ListAnswersOptions;
import dev.specwright.icommkt.api.CampaignsApi.ListCampaignsOptions;
import dev.specwright.icommkt.model.AnswerStatus;
import dev.specwright.icommkt.webhook.WebhookException;
import dev.specwright.icommkt.webhook.WebhookSigner;
import dev.specwright.icommkt.webhook.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** ICOMMKT Survey: surveys, answers, a question, and a webhook. */
final class IcommktSurveyChapter {
  private static final String CAMPAIGN = "satisfaccion";
  private static final OrderBy NEWEST_FIRST = OrderBy.descending("created_at");
  private static final Where BEFORE = Where.of("created_at", "<=", "2025-01-10T09:56:27-0300");

  private IcommktSurveyChapter() {}

  static void visit(Guide guide, String server) {
    try (IcommktSurvey survey =
        IcommktSurvey.builder()
            .server(server)
            .apiKey("fake-api-key")
            .apiSecret("fake-api-secret")
            .httpClient(MockPages.of("/campaign/answers", "offset", "answers", "none"))
            .log(guide::request)
            .build()) {
      guide.step(
          "Get an access token (with the first call) and list surveys",
          () -> survey.campaigns().listCampaigns(campaigns()).fetch());
      guide.step(
          "Read the answers to one, page by page",
          () -> survey.allAnswers(CAMPAIGN, answers()).stream().toList());
      guide.step("Read a question", () -> survey.questions().getQuestion("1842").fetch());
    }
    webhooks(guide);
  }

  private static ListCampaignsOptions campaigns() {
    return ListCampaignsOptions.builder()
        .showQuestions(true)
        .showOptions(true)
        .limit(2)
        .orderBy(NEWEST_FIRST)
        .where(List.of(BEFORE.forCampaigns()))
        .build();
  }

  private static ListAnswersOptions answers() {
    return ListAnswersOptions.builder()
        .status(AnswerStatus.ACTIVE)
        .limit(2)
        .orderBy(NEWEST_FIRST)
        .where(List.of(BEFORE.forAnswers()))
        .build();
  }

  private static void webhooks(Guide guide) {
    Instant now = Instant.parse("2025-01-10T12:56:27Z");
    String secret = "fake-webhook-secret";
    byte[] body = "{\"created_at\":\"2025-01-10T09:56:27-0300\"}".getBytes(StandardCharsets.UTF_8);
    String signature = new WebhookSigner(secret).sign(now, body);
    WebhookVerifier verifier =
        WebhookVerifier.builder().secret(secret).clock(Clock.fixed(now, ZoneOffset.UTC)).build();
    guide.step("Verify a webhook and read it", () -> verifier.verify(signature, body).answer());
    guide.step(
        "Refuse one with a changed byte",
        () -> {
          byte[] changed = body.clone();
          changed[changed.length - 3] ^= 1;
          try {
            throw new IllegalStateException("accepted: " + verifier.verify(signature, changed));
          } catch (WebhookException e) {
            return e.reason() + ": " + e.getMessage();
          }
        });
  }
}
