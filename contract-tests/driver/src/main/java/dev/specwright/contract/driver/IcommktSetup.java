package dev.specwright.contract.driver;

import dev.specwright.core.Retries;
import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.icommkt.api.ApiDocument;
import dev.specwright.runtime.ApiDescription;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;

/** ICOMMKT Survey: keys, and a token for them. */
final class IcommktSetup implements ClientSetup {
  private static final String API_KEY = "planted-api-key";
  private static final String API_SECRET = "planted-api-secret";

  @Override
  public ApiDescription description() {
    return ApiDocument.DESCRIPTION;
  }

  @Override
  public AutoCloseable client(String server, OkHttpClient http, Alternative alternative) {
    return IcommktSurvey.builder()
        .apiKey(API_KEY)
        .apiSecret(API_SECRET)
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
    return Map.of("client_id", API_KEY, "client_secret", API_SECRET);
  }

  @Override
  public List<String> secrets() {
    return List.of(API_KEY, API_SECRET, accessToken());
  }
}
