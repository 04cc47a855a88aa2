package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A server, a client, and what both have seen. */
final class FaultBench<C extends AutoCloseable> implements AutoCloseable {
  static final int CALLERS = 64;

  /** Long enough for a machine that is busy; no test waits for it but one that fails. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Changes the OkHttpClient, and the server before it starts. */
  interface Network {
    void set(OkHttpClient.Builder client, MockWebServer server) throws Exception;
  }

  /** What a test waits for. */
  @FunctionalInterface
  interface Condition {
    boolean holds();
  }

  private final FaultedApi<C, ?> matrix;
  final MockWebServer server = new MockWebServer();

  /** A server that must never see anything. */
  final MockWebServer other = new MockWebServer();

  final ConnectionPool pool = new ConnectionPool();
  final DetourSockets sockets = new DetourSockets();
  final FakeClock clock = new FakeClock();
  final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
  private final OkHttpLog okHttpLog = new OkHttpLog();
  final ConcurrentLinkedQueue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
  final AtomicInteger tokens = new AtomicInteger();
  final AtomicInteger refusals = new AtomicInteger();
  final CountDownLatch refused = new CountDownLatch(CALLERS);
  final C client;
  volatile @Nullable MockResponse fault;
  volatile @Nullable MockResponse tokenFault;
  volatile @Nullable MockResponse refusal;
  volatile String answer;

  /** Whether a request for a token is what the faults are for. */
  volatile boolean probesToken;

  /** The secrets of the call, if it has its own. */
  volatile List<String> carried = List.of();

  FaultBench(FaultedApi<C, ?> matrix) throws Exception {
    this(matrix, (client, server) -> {});
  }

  FaultBench(FaultedApi<C, ?> matrix, Network network) throws Exception {
    this.matrix = matrix;
    this.answer = matrix.readAnswer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answer(request);
          }
        });
    okhttp3.Dispatcher calls = new okhttp3.Dispatcher();
    calls.setMaxRequestsPerHost(CALLERS);
    OkHttpClient.Builder http =
        new OkHttpClient.Builder()
            .connectionPool(pool)
            .dispatcher(calls)
            .socketFactory(sockets)
            .readTimeout(Duration.ofMillis(200));
    network.set(http, server);
    server.setServerSocketFactory(new PromptSockets());
    server.start();
    other.start();
    client = matrix.client(http.build(), this);
  }

  /** The address of {@link #other}: the same machine, by another name. */
  String otherAddress() {
    return "http://127.0.0.1:" + other.getPort() + "/";
  }

  static String token(int n) {
    return "planted-token-" + n + "/x";
  }

  private MockResponse answer(RecordedRequest request) throws InterruptedException {
    String end = matrix.tokenPath();
    boolean token = end != null && request.getUrl().encodedPath().endsWith(end);
    if (token && !probesToken) return tokenAnswer();
    requests.add(request);
    MockResponse refuse = refusal;
    if (refuse != null && carries(request, token(1))) {
      refusals.incrementAndGet();
      // All have used the same token when the first hears that it is no good.
      refused.countDown();
      assertTrue(refused.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      return refuse;
    }
    MockResponse wrong = fault;
    return wrong != null ? wrong : Fault.json(answer).build();
  }

  private MockResponse tokenAnswer() {
    int n = tokens.incrementAndGet();
    MockResponse failing = tokenFault;
    return failing != null ? failing : Fault.json(tokenText(token(n))).build();
  }

  static String tokenText(String token) {
    return "{\"access_token\":\""
        + token
        + "\",\"expires_in\":3600,\"token_type\":\"Bearer\",\"refresh_token\":\"planted-refresh\"}";
  }

  private static boolean carries(RecordedRequest request, String token) {
    String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    String all = request.getTarget() + " " + body;
    return all.contains(encoded) || all.contains(token);
  }

  /** Forgets the fault before, and what was sent: uploads are large. */
  void reset() throws InterruptedException {
    fault = null;
    probesToken = false;
    carried = List.of();
    RecordedRequest sent = server.takeRequest(0, TimeUnit.SECONDS);
    while (sent != null) sent = server.takeRequest(0, TimeUnit.SECONDS);
  }

  /** Gets the token, where there is one, and a connection. */
  void warmUp() {
    matrix.read(client).fetch();
    requests.clear();
    log.clear();
    okHttpLog.clear();
  }

  /** Checks what is true after each fault. */
  void check(Throwable thrown, Class<? extends Throwable> expected) throws Exception {
    assertEquals(expected, thrown.getClass(), () -> trace(thrown));
    assertNothingLost();
    assertNoSecretIn(trace(thrown));
    assertNoSecretIn(SupportBundle.of(thrown));
    if (thrown instanceof ApiException e) {
      assertNoSecretIn(e.answerStart() + " " + e.code() + " " + e.vendorMessage());
      assertNoSecretIn(e.failure() + " " + e + " " + e.report());
    }
    assertNoSecretInLogs();
    assertNoSecretIn(client.toString());
  }

  /** Neither in the client's own lines, nor in what OkHttp gives to java.util.logging. */
  void assertNoSecretInLogs() {
    assertNoSecretIn(String.join("\n", log));
    assertNoSecretIn(okHttpLog.text());
  }

  static String trace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  void assertNoSecretIn(String text) {
    List<String> all = new ArrayList<>(matrix.secrets());
    all.add("planted-refresh");
    all.addAll(carried);
    for (int i = 1; i <= tokens.get(); i++) all.add(token(i));
    for (String secret : all) {
      for (String spelling : Spellings.of(secret)) {
        assertFalse(text.contains(spelling), () -> spelling + " is in " + text);
      }
    }
  }

  void assertNothingLost() throws InterruptedException {
    await(() -> pool.idleConnectionCount() == pool.connectionCount());
    assertEquals(0, other.getRequestCount(), "the other server was asked");
  }

  /** Another thread may be about to give back what this one waits for. */
  void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertTrue(
          System.nanoTime() < end,
          () -> pool.idleConnectionCount() + " of " + pool.connectionCount() + " are idle");
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      client.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      okHttpLog.close();
      server.close();
      other.close();
    }
  }
}
