package dev.specwright.smartq;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** A server that answers what a test says, and a client of it. */
final class FakeSmartQ implements AutoCloseable {
  static final String EMAIL = "email@domain.com";
  static final String PASSWORD = "11111";
  static final String KEY = "69a4d22883c57c436c4431c3982eecb2";

  final MockWebServer server = new MockWebServer();

  FakeSmartQ() throws IOException {
    server.start();
  }

  SmartQ.Builder builder() {
    return SmartQ.builder()
        .server(server.url("/").toString())
        .login(EMAIL, PASSWORD)
        .clientId(KEY)
        .sleeper((time, call) -> {});
  }

  SmartQ client() {
    return builder().build();
  }

  FakeSmartQ answer(String json) {
    return answer(200, json);
  }

  FakeSmartQ answer(int status, String json) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "application/json")
            .body(json)
            .build());
    return this;
  }

  FakeSmartQ data(String json) {
    return answer("{\"error\":null,\"data\":" + json + "}");
  }

  /** Reads the request and then hangs up. */
  FakeSmartQ loseTheAnswer() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    return this;
  }

  RecordedRequest request() throws InterruptedException {
    @Nullable RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
    if (request == null) throw new AssertionError("Expected a request but there was none");
    return request;
  }

  /** The body of the next request. */
  String body() throws InterruptedException {
    okio.ByteString body = request().getBody();
    return body == null ? "" : body.utf8();
  }

  @Override
  public void close() {
    server.close();
  }
}
