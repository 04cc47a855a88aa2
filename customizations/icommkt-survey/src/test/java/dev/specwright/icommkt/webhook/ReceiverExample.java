package dev.specwright.icommkt.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A receiver of webhook calls on the web server of the JDK, to start from. It responds with 200
 * only after the news is in the hands of {@code inbox}, which has to keep it, say in a database,
 * before it returns. README.md has the command that runs it.
 *
 * <p>This server speaks HTTP: in front of it belongs one that speaks https and hands the body on as
 * it came.
 */
final class ReceiverExample implements AutoCloseable {
  /** Far above any answer to a survey; it bounds what a stranger can make this hold. */
  static final int LARGEST_BODY = 1024 * 1024;

  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final WebhookVerifier verifier;
  private final Consumer<AnswerNotification> inbox;
  private final Consumer<String> log;

  private ReceiverExample(
      int port, WebhookVerifier verifier, Consumer<AnswerNotification> inbox, Consumer<String> log)
      throws IOException {
    this.verifier = verifier;
    this.inbox = inbox;
    this.log = log;
    server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    server.setExecutor(threads);
    server.createContext("/answers", this::respond);
  }

  /**
   * Starts a receiver on {@code localhost}.
   *
   * @param port 0 for any that is free
   */
  static ReceiverExample start(
      int port, WebhookVerifier verifier, Consumer<AnswerNotification> inbox, Consumer<String> log)
      throws IOException {
    ReceiverExample receiver = new ReceiverExample(port, verifier, inbox, log);
    receiver.server.start();
    return receiver;
  }

  /** Receives until the process is ended; the port is the argument, the secret a variable. */
  public static void main(String[] arguments) throws IOException {
    String secret = System.getenv("ICOMMKT_SURVEY_WEBHOOK_SECRET");
    if (secret == null || arguments.length != 1) {
      System.err.println(
          "Expected ICOMMKT_SURVEY_WEBHOOK_SECRET in the environment and a port as the argument."
              + " Set both.");
      System.exit(2);
    }
    Clock clock = Clock.systemUTC();
    WebhookVerifier verifier =
        WebhookVerifier.builder()
            .secret(secret)
            .clock(clock)
            .replayCache(ReplayCache.inMemory(10_000, clock))
            .build();
    ReceiverExample receiver =
        start(Integer.parseInt(arguments[0]), verifier, System.out::println, System.err::println);
    System.out.println("Waiting for calls at http://localhost:" + receiver.port() + "/answers");
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status(exchange), -1);
    }
  }

  private int status(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) return 405;
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) return 413;
    String header = exchange.getRequestHeaders().getFirst(WebhookVerifier.HEADER);
    try {
      verifier.handOver(header, body, inbox);
      return 200;
    } catch (WebhookException e) {
      log.accept(e.getMessage()); // Safe to log.
      return e.status();
    } catch (RuntimeException e) {
      log.accept("The inbox failed, the service has to send the call again: " + e);
      return 500;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
