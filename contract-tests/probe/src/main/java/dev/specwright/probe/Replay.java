package dev.specwright.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import okio.ByteString;

/**
 * The service behind Prism: it gives the answers that were recorded. Prism's proxy changes bytes,
 * follows redirects and rewrites queries, so the service itself is called without it; nor would
 * anybody want a write sent twice.
 */
final class Replay implements AutoCloseable {
  /**
   * What is answered.
   *
   * @param mediaType without parameters, or nothing for an answer without
   */
  record Answer(int status, String mediaType, ByteString body) {}

  /** Tells which of the recorded answers is asked for. */
  static final String HEADER = "X-Replay";

  private final List<Answer> answers;
  private final HttpServer server;

  Replay(List<Answer> answers) throws IOException {
    this.answers = answers;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      int index = Integer.parseInt(exchange.getRequestHeaders().getFirst(HEADER));
      Answer answer = answers.get(index);
      if (!answer.mediaType().isEmpty()) {
        exchange.getResponseHeaders().add("Content-Type", answer.mediaType());
      }
      // Prism keeps connections that this server may have closed.
      exchange.getResponseHeaders().add("Connection", "close");
      int size = answer.body().size();
      exchange.sendResponseHeaders(answer.status(), size == 0 ? -1 : size);
      exchange.getResponseBody().write(answer.body().toByteArray());
    }
  }
}
