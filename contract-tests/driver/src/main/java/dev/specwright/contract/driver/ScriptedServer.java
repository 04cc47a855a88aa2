package dev.specwright.contract.driver;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.Buffer;

/**
 * A server that answers what a test tells it, byte for byte, and keeps every request as it came. It
 * does what Prism cannot: send bytes that are no text, and look into parts and chunks.
 *
 * <p>Operations without a script get the document's example, and what it does not know gets status
 * 404; access tokens are the client's own.
 */
public final class ScriptedServer implements AutoCloseable {
  /**
   * A request that came.
   *
   * @param operation what it calls
   * @param raw the request
   */
  public record Received(DocumentedOperation operation, RecordedRequest raw) {}

  private final Document document;
  private final ClientSetup setup;
  private final MockWebServer server = new MockWebServer();
  private final Map<String, Reply> script = new ConcurrentHashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();

  /** Starts a server for {@code document}. */
  public ScriptedServer(Document document, ClientSetup setup) throws IOException {
    this.document = document;
    this.setup = setup;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  /** Returns the address, without a slash at its end. */
  public String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** Answers every call of {@code operation} with {@code reply} from now on. */
  public void answer(DocumentedOperation operation, Reply reply) {
    script.put(operation.id(), reply);
  }

  /** Forgets all scripts, and all requests that came. */
  public void reset() {
    script.clear();
    received.clear();
    requests.set(0);
  }

  /** Returns how many requests came, those included that the document does not have. */
  public int requests() {
    return requests.get();
  }

  /** Returns the requests that came, the first one first. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Returns the requests that call {@code operation}. */
  public List<RecordedRequest> received(DocumentedOperation operation) {
    return received.stream()
        .filter(each -> each.operation().equals(operation))
        .map(Received::raw)
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    requests.incrementAndGet();
    DocumentedOperation operation =
        document.operation(request.getMethod(), request.getUrl().encodedPath()).orElse(null);
    if (operation == null) return new MockResponse.Builder().code(404).build();
    received.add(new Received(operation, request));
    Reply reply = script.get(operation.id());
    if (reply == null) reply = example(operation, request.getUrl());
    MockResponse.Builder response =
        new MockResponse.Builder().code(reply.status()).body(new Buffer().write(reply.body()));
    if (!reply.type().isEmpty()) response.setHeader(reply.type(), reply.value());
    return response.build();
  }

  private Reply example(DocumentedOperation operation, HttpUrl request) {
    Answer success = operation.successes().findFirst().orElseThrow();
    Content content = success.content().orElseThrow();
    Object example = setup.answered(content.example(), request);
    return Reply.of(operation.statuses(success).get(0), content, example);
  }
}
