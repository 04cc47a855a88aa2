import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.model.GrantType;
import dev.specwright.mysmark.model.TokenAnswer;
import dev.specwright.mysmark.model.TokenRequest;

/** Gets an access token. The client does so by itself when a call needs one. */
public final class CreateToken {
  private CreateToken() {}

  public static void main(String[] args) {
    try (MySmark mysmark =
        MySmark.builder()
            .server(System.getenv("MYSMARK_SERVER"))
            .clientId(System.getenv("MYSMARK_CLIENT_ID"))
            .clientSecret(System.getenv("MYSMARK_CLIENT_SECRET"))
            .build()) {
      TokenRequest request =
          TokenRequest.builder()
              .grantType(GrantType.CLIENT_CREDENTIALS)
              .clientId(System.getenv("MYSMARK_CLIENT_ID"))
              .clientSecret(System.getenv("MYSMARK_CLIENT_SECRET"))
              .build();
      TokenAnswer answer = mysmark.tokens().createToken(request).fetch();
      System.out.println(answer); // does not show the token
    }
  }
}
