package dev.specwright.probe;

import com.squareup.moshi.Moshi;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A service that answers each operation with the document's first example, or with something else
 * where it is told to.
 */
final class ExampleService implements AutoCloseable {
  /**
   * What is answered.
   *
   * @param mediaType the header, or nothing for an answer without
   */
  record Answer(int status, String mediaType, @Nullable Object body) {}

  private final Document document;
  private final HttpServer server;
  private final Values values;
  private final Map<String, UnaryOperator<Answer>> deviations = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  ExampleService(Api api, Document document) throws IOException {
    this.document = document;
    Moshi moshi = api.description().moshi();
    this.values = new Values(moshi);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Changes the answers of an operation. */
  void deviate(String operation, UnaryOperator<Answer> change) {
    document.operation(operation);
    deviations.put(operation, change);
  }

  /** Returns method and operationId of each request. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getRawPath();
      DocumentOperation operation =
          document.operations().stream()
              .filter(each -> each.matches(exchange.getRequestMethod(), path))
              .max(Comparator.comparingInt(DocumentOperation::fixedLength))
              .orElseThrow();
      requests.add(exchange.getRequestMethod() + " " + operation.id());
      Answer answer =
          deviations
              .getOrDefault(operation.id(), UnaryOperator.identity())
              .apply(example(operation, exchange));
      byte[] body = bytes(answer);
      if (!answer.mediaType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
      }
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer example(DocumentOperation operation, HttpExchange exchange) {
    List<DocumentOperation.Content> contents =
        DocumentOperation.contents(operation.answer(200).orElseThrow());
    DocumentOperation.Content content = contents.get(0);
    if (operation.path().startsWith("/get_u/")) {
      // The one answer that depends on the request, and that clients compare with it.
      String[] target = exchange.getRequestURI().toString().split("/", 4);
      String link = "https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/" + target[3];
      return new Answer(200, content.mediaType(), Map.of("url", link));
    }
    return new Answer(200, content.mediaType(), content.node().examples().get(0));
  }

  private byte[] bytes(Answer answer) {
    String text =
        answer.body() instanceof String given && !answer.mediaType().contains("json")
            ? given
            : values.json(answer.body());
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
