package consumer.icommkt;

import static consumer.server.LocalServer.expect;

import consumer.server.ClassPath;
import consumer.server.LocalServer;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.OrderBy;
import dev.specwright.icommkt.api.AnswersApi.ListAnswersOptions;
import dev.specwright.icommkt.api.CampaignsApi.ListCampaignsOptions;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.util.List;

/** Calls the API as a user does. */
public final class Main {
  private Main() {}

  /** Takes the file names of OkHttp's and Okio's jars. */
  public static void main(String[] jars) throws IOException {
    call();
    ClassPath.report("specwright-icommkt-survey", jars);
  }

  /** Makes calls, and fails unless they are sent and answered as they should. */
  public static void call() throws IOException {
    try (LocalServer server =
            LocalServer.start(
                "{\"token_type\":\"Bearer\",\"expires_in\":900,\"access_token\":\"fake-token\"}",
                "[{\"created_at\":\"2025-01-10T09:41:03-0300\"}]");
        IcommktSurvey survey =
            IcommktSurvey.builder()
                .server(server.url())
                .apiKey("fake-key")
                .apiSecret("fake-secret")
                .build()) {
      ListAnswersOptions query =
          ListAnswersOptions.builder().limit(7).orderBy(OrderBy.descending("created_at")).build();
      List<Answer> answers = survey.allAnswers("satisfaccion", query).stream().toList();
      expect("2025-01-10T09:41:03-0300", answers.get(0).createdAt());
      expect(
          "GET /v1.0/campaign/answers?campaign_url=satisfaccion&limit=7"
              + "&order_by%5B%5D=created_at%2CDESC&access_token=fake-token",
          server.requests().get(1));

      ListCampaignsOptions tooMany = ListCampaignsOptions.builder().limit(101).build();
      expect(
          "[Expected at most 100 in query.limit but found 101. Send a smaller number.]",
          refusal(survey.campaigns().listCampaigns(tooMany)));
    }
  }

  /** What is wrong with a call that is not sent: its validator is found by name. */
  private static String refusal(ApiCall<?> call) {
    try {
      call.fetch();
    } catch (RequestRefusedException e) {
      return e.violations().toString();
    }
    throw new AssertionError("Expected a call that is refused but it was made");
  }
}
