package dev.specwright.contract.driver;

import dev.specwright.core.ClientBuilder;
import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.api.ApiDocument;
import dev.specwright.runtime.ApiDescription;
import java.util.Map;
import java.util.function.Consumer;

/** MySmark: keys, and a token for them. */
record MysmarkSetup(Map<String, String> variables) implements ClientSetup {
  static final Map<String, String> PLANTED =
      Map.of(
          "MYSMARK_CLIENT_ID", "planted-client-id",
          "MYSMARK_CLIENT_SECRET", "planted-client-secret");

  @Override
  public ApiDescription description() {
    return ApiDocument.DESCRIPTION;
  }

  @Override
  public AutoCloseable client(Alternative alternative, Consumer<ClientBuilder<?>> settings) {
    MySmark.Builder builder = MySmark.builder().fromEnvironment(variables);
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
        "client_id", variable("MYSMARK_CLIENT_ID"),
        "client_secret", variable("MYSMARK_CLIENT_SECRET"));
  }
}
