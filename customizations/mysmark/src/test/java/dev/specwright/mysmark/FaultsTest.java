package dev.specwright.mysmark;

import dev.specwright.core.FaultMatrix;
import dev.specwright.core.Probe;
import dev.specwright.mysmark.model.GrantType;
import dev.specwright.mysmark.model.ObjectCreation;
import dev.specwright.mysmark.model.TokenAnswer;
import dev.specwright.mysmark.model.TokenRequest;
import dev.specwright.runtime.ApiCall;
import java.util.List;

/** Everything that may go wrong on the wire. */
class FaultsTest extends FaultMatrix<MySmark, MySmark.Builder> {
  @Override
  protected MySmark.Builder builder() {
    return MySmark.builder().clientId("planted-id").clientSecret("planted-secret");
  }

  @Override
  protected MySmark build(MySmark.Builder builder) {
    return builder.build();
  }

  @Override
  protected ApiCall<?> read(MySmark client) {
    return client.accounts().getAccount("me");
  }

  @Override
  protected ApiCall<?> write(MySmark client) {
    return client
        .objects()
        .createObject(
            "me", ObjectCreation.builder().name("Web Summit").category("conference").build());
  }

  @Override
  protected List<String> secrets() {
    return List.of("planted-id", "planted-secret");
  }

  @Override
  protected List<Probe<MySmark, ?>> more() {
    TokenRequest request =
        TokenRequest.builder()
            .grantType(GrantType.CLIENT_CREDENTIALS)
            .clientId("planted-id")
            .clientSecret("planted-secret")
            .build();
    return List.of(
        Probe.<MySmark, Boolean>read(
            "delete", client -> client.objects().deleteObject("me", "54321"), "true"),
        Probe.<MySmark, TokenAnswer>read(
                "token", client -> client.tokens().createToken(request), tokenAnswer())
            .isTokenRequest());
  }

  @Override
  protected String tokenPath() {
    return "/oauth2/token";
  }

  @Override
  protected List<String> tokenRefusals() {
    return List.of("invalid_token");
  }

  @Override
  public String readAnswer() {
    return "{}";
  }

  @Override
  protected List<String> wrongAnswers() {
    return List.of(
        "{\"name\":{\"first\":\"Ann\"}}",
        "{\"name\":[\"Ann\"]}",
        "{\"created\":\"yesterday\"}",
        "{\"created\":1e40}",
        "{\"created\":1.5}",
        "{\"singleVote\":\"perhaps\"}",
        "{\"singleVote\":7}",
        "{\"url\":[7]}");
  }

  @Override
  protected String writeAnswer() {
    return "{\"id\":\"54321\"}";
  }

  @Override
  public String error(String text) {
    return "{\"error\":\"broken\",\"error_description\":\"" + text + "\"}";
  }

  /** {@code CreatedId}: the page does not say what an ID looks like. */
  @Override
  public boolean writeTakesAnyJson() {
    return true;
  }
}
