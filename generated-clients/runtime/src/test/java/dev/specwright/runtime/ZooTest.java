package dev.specwright.runtime;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;

/** A test that calls {@link ZooApi}. */
abstract class ZooTest {
  static final ApiDescription ZOO =
      new ApiDescription(
          "Zoo",
          "1",
          "https://zoo.example/v1",
          Map.of(),
          Map.of("basic", new SecurityScheme("basic", SecurityScheme.Kind.BASIC, "Authorization")),
          new ErrorShape("/error/code", "/error/message", Map.of()),
          false,
          List.of(ZooApi.class),
          new Animal.Adapters());

  final MockWebServer server = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();

  @BeforeEach
  void startServer() throws IOException {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  final ZooApi zoo() {
    return zoo(http);
  }

  final ZooApi zoo(OkHttpClient client) {
    return ApiRetrofit.create(server.url("/v1/"), client, ZOO, ApiException::new)
        .create(ZooApi.class);
  }

  /** As {@link #zoo()}, with errors of another shape. */
  final ZooApi zoo(ErrorShape shape) {
    ApiDescription description =
        new ApiDescription(
            "Zoo", "1", "/", Map.of(), Map.of(), shape, false, ZOO.interfaces(), ZOO.models());
    return ApiRetrofit.create(server.url("/v1/"), http, description, ApiException::new)
        .create(ZooApi.class);
  }

  final OkHttpClient.Builder http() {
    return http.newBuilder();
  }

  final void answer(String body) {
    answer(200, body);
  }

  final void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  final String sent() throws InterruptedException {
    RecordedRequest request = server.takeRequest();
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    return request.getMethod() + " " + request.getTarget() + (body.isEmpty() ? "" : "\n" + body);
  }

  /** The address of the server, as it stands in messages. */
  final String base() {
    return server.url("/v1").toString();
  }

  static ApiException failureOf(ApiCall<?> call) {
    return Assertions.assertThrows(ApiException.class, call::fetch);
  }
}
