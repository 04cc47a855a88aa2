package dev.specwright.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okio.ByteString;

/**
 * The service behind Prism: it gives the answers that were recorded. Prism's proxy changes bytes,
 * follows redirects and rewrites queries, so the service itself is called without it; nor would
 * anybody want a write sent twice.
 */
final class Replay implements AutoCloseable {
  /** Tells which of the recorded answers is asked for. */
  static final String HEADER = "X-Replay";

  private final List<Traffic> traffic;
  private final HttpServer server;

  Replay(List<Traffic> traffic) throws IOException {
    this.traffic = traffic;
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
      Traffic recorded = traffic.get(index);
      String type = recorded.answerHeaders().get("Content-Type");
      if (type != null) exchange.getResponseHeaders().add("Content-Type", type);
      // Prism keeps connections that this server may have closed.
      exchange.getResponseHeaders().add("Connection", "close");
      ByteString body = isText(recorded) ? recorded.answer() : bytes();
      exchange.sendResponseHeaders(recorded.status(), body.size() == 0 ? -1 : body.size());
      exchange.getResponseBody().write(body.toByteArray());
    }
  }

  /** Prism would garble other bytes, and has nothing to say about them. */
  private static boolean isText(Traffic recorded) {
    String type = recorded.answerType();
    return recorded.isJson() || type.startsWith("text/") || type.endsWith("/javascript");
  }

  private static ByteString bytes() {
    return ByteString.of("bytes".getBytes(StandardCharsets.US_ASCII));
  }
}
