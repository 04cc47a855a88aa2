import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.model.GrantType;
import dev.specwright.icommkt.model.TokenAnswer;
import dev.specwright.icommkt.model.TokenRequest;

/** Requests an access token. The client does so by itself when a call needs one. */
public final class RequestToken {
  private RequestToken() {}

  public static void main(String[] args) {
    try (IcommktSurvey survey =
        IcommktSurvey.builder()
            .server(System.getenv("ICOMMKT_SURVEY_SERVER"))
            .apiKey(System.getenv("ICOMMKT_SURVEY_CLIENT_ID"))
            .apiSecret(System.getenv("ICOMMKT_SURVEY_CLIENT_SECRET"))
            .build()) {
      TokenRequest request =
          TokenRequest.builder()
              .grantType(GrantType.CLIENT_CREDENTIALS)
              .clientId(System.getenv("ICOMMKT_SURVEY_CLIENT_ID"))
              .clientSecret(System.getenv("ICOMMKT_SURVEY_CLIENT_SECRET"))
              .build();
      TokenAnswer answer = survey.tokens().requestToken(request).fetch();
      System.out.println(answer); // does not show the token
    }
  }
}
