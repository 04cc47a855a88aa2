package consumer.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server on this machine that gives the answers it was told to, and notes what it was asked. */
public final class LocalServer implements AutoCloseable {
  private final HttpServer server;
  private final Queue<String> answers = new ConcurrentLinkedQueue<>();
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();

  private LocalServer(HttpServer server) {
    this.server = server;
  }

  /** Starts a server that gives each of {@code answers}, JSON texts, once. */
  public static LocalServer start(String... answers) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    LocalServer local = new LocalServer(HttpServer.create(free, 0));
    local.answers.addAll(List.of(answers));
    local.server.createContext("/", local::answer);
    local.server.start();
    return local;
  }

  /** The address, with a slash at the end. */
  public String url() {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/";
  }

  /** What was asked so far, such as {@code GET /users?limit=1}, each with its body if it had one. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Fails unless {@code found} is {@code expected}. */
  public static void expect(Object expected, Object found) {
    if (expected.equals(found)) return;
    throw new AssertionError("Expected " + expected + " but found " + found);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      String body = sent.length == 0 ? "" : " " + new String(sent, StandardCharsets.UTF_8);
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + body);
      String answer = answers.poll();
      byte[] json = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer == null ? 500 : 200, json.length);
      exchange.getResponseBody().write(json);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
