package dev.specwright.icommkt;

import dev.specwright.core.FaultMatrix;
import dev.specwright.core.Probe;
import dev.specwright.icommkt.model.GrantType;
import dev.specwright.icommkt.model.TokenAnswer;
import dev.specwright.icommkt.model.TokenRequest;
import dev.specwright.runtime.ApiCall;
import java.util.List;

/** Everything that may go wrong on the wire; the API only reads. */
class FaultsTest extends FaultMatrix<IcommktSurvey, IcommktSurvey.Builder> {
  @Override
  protected IcommktSurvey.Builder builder() {
    return IcommktSurvey.builder().apiKey("planted-key").apiSecret("planted-secret");
  }

  @Override
  protected IcommktSurvey build(IcommktSurvey.Builder builder) {
    return builder.build();
  }

  @Override
  protected ApiCall<?> read(IcommktSurvey client) {
    return client.campaigns().listCampaigns();
  }

  @Override
  protected List<String> secrets() {
    return List.of("planted-key", "planted-secret");
  }

  @Override
  protected List<Probe<IcommktSurvey, ?>> more() {
    TokenRequest request =
        TokenRequest.builder()
            .grantType(GrantType.CLIENT_CREDENTIALS)
            .clientId("planted-key")
            .clientSecret("planted-secret")
            .build();
    return List.of(
        Probe.<IcommktSurvey, TokenAnswer>read(
                "token", client -> client.tokens().requestToken(request), tokenAnswer())
            .isTokenRequest());
  }

  @Override
  protected String tokenPath() {
    return "/oAuth2/token";
  }

  @Override
  protected List<String> tokenRefusals() {
    return List.of("invalid_token", "Unauthorized");
  }

  @Override
  public String readAnswer() {
    return "[]";
  }

  @Override
  protected List<String> wrongAnswers() {
    return List.of(
        "[\"Ann\"]",
        "[{\"created_at\":{\"date\":\"2026-01-02\"}}]",
        "[{\"questions\":\"How are you?\"}]",
        "[{\"questions\":{\"a\":1}}]",
        "[{\"questions\":[\"How are you?\"]}]");
  }

  @Override
  public String error(String text) {
    return "{\"error\":\"broken\",\"error_description\":\"" + text + "\"}";
  }
}
