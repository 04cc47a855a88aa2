package dev.specwright.benchmarks;

import java.nio.charset.StandardCharsets;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Calls with OkHttp as it comes. */
final class OkHttpCalls {
  private final OkHttpClient http = new OkHttpClient();
  private final String server;
  private final String basic =
      Credentials.basic(Caller.EMAIL, Caller.PASSWORD, StandardCharsets.UTF_8);

  OkHttpCalls(String server) {
    this.server = server.substring(0, server.length() - 1);
  }

  Call get(String path) {
    return http.newCall(
        new Request.Builder()
            .url(server + path)
            .header("Authorization", basic)
            .header("X-Auth-Client-Id", Caller.KEY)
            .build());
  }

  void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
