package dev.specwright.icommkt;

import dev.specwright.icommkt.api.AnswersApi.ListAnswersOptions;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.icommkt.webhook.AnswerNotification;
import dev.specwright.icommkt.webhook.ReplayCache;
import dev.specwright.icommkt.webhook.SignedString;
import dev.specwright.icommkt.webhook.WebhookException;
import dev.specwright.icommkt.webhook.WebhookSigner;
import dev.specwright.icommkt.webhook.WebhookVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The examples of README.md: the lines between the markers. */
final class ReadmeExample {
  private ReadmeExample() {}

  static IcommktSurvey client(String apiKey, String apiSecret) {
    // readme
    IcommktSurvey survey = IcommktSurvey.builder().apiKey(apiKey).apiSecret(apiSecret).build();
    // end
    return survey;
  }

  static void list(IcommktSurvey survey, OffsetDateTime monday) {
    // readme
    ListAnswersOptions query =
        ListAnswersOptions.builder()
            .where(
                List.of(
                    Where.of("created_at", ">=", monday).forAnswers(),
                    Where.hiddenField("branch", "=", "12")))
            .orderBy(OrderBy.descending("created_at"))
            .build();
    for (Answer answer : survey.allAnswers("satisfaccion", query)) System.out.println(answer);
    // end
  }

  static IcommktSurvey fromEnvironment(Map<String, String> variables) {
    // readme
    IcommktSurvey survey = IcommktSurvey.builder().fromEnvironment(variables).build();
    // ICOMMKT_SURVEY_CLIENT_ID and ICOMMKT_SURVEY_CLIENT_SECRET, usually of System.getenv()
    // end
    return survey;
  }

  static WebhookVerifier verifier(String secret) {
    // readme
    WebhookVerifier verifier =
        WebhookVerifier.builder()
            .secret(secret) // once more while it is being replaced
            .replayCache(ReplayCache.inMemory(10_000, Clock.systemUTC()))
            .build();
    // end
    return verifier;
  }

  static int receive(
      WebhookVerifier verifier,
      @Nullable String header,
      byte[] rawBody,
      Consumer<AnswerNotification> inbox) {
    // readme
    try {
      verifier.handOver(header, rawBody, inbox); // header: WebhookVerifier.HEADER
      return 200;
    } catch (WebhookException e) {
      return e.status(); // e.reason() and e.getMessage() say why, and are safe to log
    } // what the inbox throws has to become a 500: then the service sends the call again
    // end
  }

  static AnswerNotification signed(String secret, byte[] rawBody) throws WebhookException {
    // readme
    SignedString signed = (timestamp, body) -> body; // should a real call turn out to be signed so
    WebhookVerifier other =
        WebhookVerifier.builder()
            .secret(secret)
            .signedString(signed)
            .tolerance(Duration.ofMinutes(2)) // either way; five minutes unless set
            .build();
    WebhookSigner signer = new WebhookSigner(secret, signed); // for your tests
    String header = signer.sign(Instant.now(), rawBody);
    // end
    return other.verify(header, rawBody);
  }
}
