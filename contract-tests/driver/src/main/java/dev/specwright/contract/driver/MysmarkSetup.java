package dev.specwright.contract.driver;

import dev.specwright.core.Retries;
import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.api.ApiDocument;
import dev.specwright.runtime.ApiDescription;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;

/** MySmark: keys, and a token for them. */
final class MysmarkSetup implements ClientSetup {
  private static final String CLIENT_ID = "planted-client-id";
  private static final String CLIENT_SECRET = "planted-client-secret";

  @Override
  public ApiDescription description() {
    return ApiDocument.DESCRIPTION;
  }

  @Override
  public AutoCloseable client(String server, OkHttpClient http, Alternative alternative) {
    return MySmark.builder()
        .clientId(CLIENT_ID)
        .clientSecret(CLIENT_SECRET)
        .server(server)
        .httpClient(http)
        .retries(Retries.NONE)
        .build();
  }

  @Override
  public String sent(String credential) {
    return accessToken();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("client_id", CLIENT_ID, "client_secret", CLIENT_SECRET);
  }

  @Override
  public List<String> secrets() {
    return List.of(CLIENT_ID, CLIENT_SECRET, accessToken());
  }
}
