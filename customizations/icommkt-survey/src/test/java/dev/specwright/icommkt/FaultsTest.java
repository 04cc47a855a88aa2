package dev.specwright.icommkt;

import dev.specwright.core.FaultMatrix;
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
  public String error(String text) {
    return "{\"error\":\"broken\",\"error_description\":\"" + text + "\"}";
  }
}
