package dev.specwright.generator;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that sends requests. */
abstract class ServerTest {
  final MockWebServer server = new MockWebServer();

  @BeforeEach
  void startServer() throws IOException {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /** Runs {@code snippet} while the server answers with {@code body}. */
  final String call(GeneratedCode code, String body, String snippet) {
    server.enqueue(new MockResponse.Builder().body(body).build());
    return String.valueOf(code.run(server.url("/"), snippet));
  }

  /** Runs {@code snippet} while the server answers with nothing. */
  final void call(GeneratedCode code, String snippet) {
    server.enqueue(new MockResponse.Builder().code(204).build());
    code.run(server.url("/"), snippet);
  }

  /** The first line and the body of the request that was sent. */
  final String sent() throws InterruptedException {
    RecordedRequest request = server.takeRequest();
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    return request.getMethod() + " " + request.getTarget() + (body.isEmpty() ? "" : "\n" + body);
  }
}
