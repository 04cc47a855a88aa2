package dev.specwright.contract.driver;

import dev.specwright.core.ClientBuilder;
import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.api.ApiDocument;
import dev.specwright.runtime.ApiDescription;
import java.util.Map;
import java.util.function.Consumer;

/** ICOMMKT Survey: keys, and a token for them. */
record IcommktSetup(Map<String, String> variables) implements ClientSetup {
  static final Map<String, String> PLANTED =
      Map.of(
          "ICOMMKT_SURVEY_CLIENT_ID", "planted-api-key",
          "ICOMMKT_SURVEY_CLIENT_SECRET", "planted-api-secret");

  @Override
  public ApiDescription description() {
    return ApiDocument.DESCRIPTION;
  }

  @Override
  public AutoCloseable client(Alternative alternative, Consumer<ClientBuilder<?>> settings) {
    IcommktSurvey.Builder builder = IcommktSurvey.builder().fromEnvironment(variables);
    settings.accept(builder);
    return builder.build();
  }

  @Override
  public String sent(String credential) {
    return accessToken();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "client_id", variable("ICOMMKT_SURVEY_CLIENT_ID"),
        "client_secret", variable("ICOMMKT_SURVEY_CLIENT_SECRET"));
  }
}
