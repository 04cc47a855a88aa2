package dev.specwright.mysmark;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers what a test told it to, and the settings of a client that talks to it. */
final class FakeMySmark implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private Instant now = Instant.parse("2015-11-03T00:00:00Z");

  private FakeMySmark() {}

  static FakeMySmark start() throws IOException {
    FakeMySmark fake = new FakeMySmark();
    fake.server.start();
    return fake;
  }

  MySmark.Builder settings() {
    return MySmark.builder()
        .server(server.url("/").toString())
        .clientId("planted-client-id")
        .clientSecret("planted-client-secret")
        .clock(new SettableClock());
  }

  MySmark client() {
    return settings().build();
  }

  void token(String value) {
    json("{\"access_token\":\"" + value + "\"}");
  }

  void json(String body) {
    json(200, body);
  }

  void json(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }

  RecordedRequest take() throws InterruptedException {
    return requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
  }

  /** Takes the token request away and returns the one after it. */
  RecordedRequest takeAfterToken() throws InterruptedException {
    take();
    return take();
  }

  static String body(RecordedRequest request) {
    return requireNonNull(request.getBody()).utf8();
  }

  int requests() {
    return server.getRequestCount();
  }

  int port() {
    return server.getPort();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    server.close();
  }

  private final class SettableClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
