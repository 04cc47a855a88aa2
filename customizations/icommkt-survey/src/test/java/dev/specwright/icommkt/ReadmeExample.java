package dev.specwright.icommkt;

import dev.specwright.icommkt.api.AnswersApi.ListAnswersQuery;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.icommkt.webhook.AnswerNotification;
import dev.specwright.icommkt.webhook.WebhookException;
import dev.specwright.icommkt.webhook.WebhookVerifier;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The examples of README.md: the lines between the markers. */
final class ReadmeExample {
  private ReadmeExample() {}

  static IcommktSurvey client(String apiKey, String apiSecret) {
    // tag list
    IcommktSurvey survey = IcommktSurvey.builder().apiKey(apiKey).apiSecret(apiSecret).build();
    // end
    return survey;
  }

  static void list(IcommktSurvey survey, OffsetDateTime monday) {
    // tag list
    ListAnswersQuery query =
        ListAnswersQuery.builder()
            .where(
                List.of(
                    Where.of("created_at", ">=", monday).forAnswers(),
                    Where.hiddenField("branch", "=", "12")))
            .orderBy(OrderBy.descending("created_at"))
            .build();
    for (Answer answer : survey.allAnswers("satisfaccion", query)) System.out.println(answer);
    // end
  }

  static WebhookVerifier verifier(String secret) {
    // tag webhook
    WebhookVerifier verifier = WebhookVerifier.builder().secret(secret).build();
    // end
    return verifier;
  }

  static int receive(
      WebhookVerifier verifier,
      @Nullable String header,
      byte[] rawBody,
      Consumer<AnswerNotification> inbox) {
    // tag webhook
    try {
      inbox.accept(verifier.verify(header, rawBody)); // header: WebhookVerifier.HEADER
      return 200;
    } catch (WebhookException e) {
      return 400; // e.reason() and e.getMessage() say why, and are safe to log
    }
    // end
  }
}
