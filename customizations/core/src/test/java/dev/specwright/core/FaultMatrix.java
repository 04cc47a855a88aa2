package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Everything that may go wrong on the wire, tried on one API's client: after each fault the
 * exception is the documented one, no connection is lost, the server has seen no write twice, and
 * no planted secret is in a log line, an exception with all its causes, or a support bundle.
 *
 * <p>A module runs it with a subclass that names its facade and one read and one write.
 */
public abstract class FaultMatrix<C extends AutoCloseable, B extends ClientBuilder<B>>
    implements Fault.Texts {
  private static final int CALLERS = 64;

  /** Long enough for a machine that is busy; no test waits for it but one that fails. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Returns a builder with planted credentials; the matrix adds server, clock and the like. */
  protected abstract B builder();

  /** Builds the client. */
  protected abstract C build(B builder);

  /** Returns a call that reads and carries credentials. */
  protected abstract ApiCall<?> read(C client);

  /** Returns a call that must not be repeated, or null if the API has none. */
  protected @Nullable ApiCall<?> write(C client) {
    return null;
  }

  /** Everything that was planted in {@link #builder}. */
  protected abstract List<String> secrets();

  /** The end of the token request's path, or null if the API has no tokens. */
  protected @Nullable String tokenPath() {
    return null;
  }

  /** Vendor's codes in an answer with status 200 that stand for a refused token. */
  protected List<String> tokenRefusals() {
    return List.of();
  }

  /** What the call carries, which the service may repeat: a token, or the credentials. */
  @Override
  public String planted() {
    return tokenPath() == null ? String.join(" ", secrets()) : token(1);
  }

  private static String token(int n) {
    return "planted-token-" + n + "/x";
  }

  @Override
  public boolean writeTakesAnyJson() {
    return false;
  }

  // ---- the faults

  /** One test for each fault, with a read. */
  @TestFactory
  Stream<DynamicTest> readsFailAsDocumented() {
    return Fault.all(this).stream()
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> read(fault)));
  }

  /** One test for each fault, with a write; none where the API only reads. */
  @TestFactory
  Stream<DynamicTest> writesFailAsDocumentedAndAreSeenOnce() throws Exception {
    try (Bench bench = new Bench()) {
      if (write(bench.client) == null) return Stream.empty();
    }
    return Fault.all(this).stream()
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> write(fault)));
  }

  private void read(Fault fault) throws Exception {
    try (Bench bench = new Bench()) {
      bench.warmUp();
      bench.fault = fault.answer();
      bench.check(limited(read(bench.client), fault), fault.read());
      assertEquals(fault.readRequests(), bench.requests.size());
    }
  }

  private void write(Fault fault) throws Exception {
    try (Bench bench = new Bench()) {
      bench.warmUp();
      bench.fault = fault.answer();
      if (fault.write() == null) bench.writing().fetch();
      else bench.check(limited(bench.writing(), fault), fault.write());
      assertEquals(1, bench.requests.size());
    }
  }

  private static ApiCall<?> limited(ApiCall<?> call, Fault fault) {
    return fault.limited() ? call.timeout(Duration.ofMillis(500)) : call;
  }

  /** A port at which nobody listens: nothing was sent, so a write is safe to repeat. */
  @Test
  void noConnectionIsATransportException() throws Exception {
    try (Bench bench = new Bench()) {
      bench.warmUp();
      bench.server.close();
      bench.pool.evictAll();
      assertEquals(3, bench.check(read(bench.client), TransportException.class).attempts());
      ApiCall<?> write = write(bench.client);
      if (write != null) {
        assertEquals(3, bench.check(write, TransportException.class).attempts());
      }
    }
  }

  /** The connection in the pool is dead then, which must not harm the next call. */
  @Test
  void aResetAfterTheAnswerHarmsNobody() throws Exception {
    try (Bench bench = new Bench()) {
      bench.warmUp();
      bench.fault =
          Fault.json(readAnswer())
              .onResponseEnd(new mockwebserver3.SocketEffect.CloseSocket())
              .build();
      read(bench.client).fetch();
      read(bench.client).fetch();
      bench.assertNothingLost();
    }
  }

  /** What the type says is not what decides. */
  @Test
  void jsonOfAnotherContentTypeIsRead() throws Exception {
    try (Bench bench = new Bench()) {
      bench.warmUp();
      bench.fault =
          new MockResponse.Builder()
              .setHeader("Content-Type", "text/plain")
              .body(readAnswer())
              .build();
      read(bench.client).fetch();
      bench.assertNothingLost();
    }
  }

  /** A cancelled call says so, and gives its connection back. */
  @Test
  void aCancelledCallGivesItsConnectionBack() throws Exception {
    try (Bench bench = new Bench()) {
      bench.warmUp();
      bench.fault =
          Fault.json(readAnswer())
              .onResponseStart(mockwebserver3.SocketEffect.Stall.INSTANCE)
              .build();
      CompletableFuture<?> future = read(bench.client).fetchAsync();
      bench.await(() -> !bench.requests.isEmpty());
      assertTrue(future.cancel(true));
      bench.assertNothingLost();
    }
  }

  /** A fixed credential that is refused is reported; a token is renewed once before. */
  @Test
  void aRefusedCredentialIsAnAuthenticationException() throws Exception {
    try (Bench bench = new Bench()) {
      bench.warmUp();
      bench.fault = Fault.json(error(planted())).code(401).build();
      ApiException e = bench.check(read(bench.client), AuthenticationException.class);
      assertEquals(tokenPath() == null ? 1 : 2, e.attempts());
      assertEquals(401, e.status());
    }
  }

  /** The client's clock is its own affair. */
  @Test
  void aClockThatIsWrongOrSetBackHarmsNobody() throws Exception {
    try (Bench bench = new Bench()) {
      bench.warmUp();
      for (Duration jump : List.of(Duration.ofDays(-3650), Duration.ofDays(7300))) {
        bench.clock.advance(jump);
        read(bench.client).fetch();
      }
      bench.assertNothingLost();
    }
  }

  // ---- tokens

  /** Of 64 callers, half of them asynchronous, one requests the new token. */
  @TestFactory
  Stream<DynamicTest> oneOf64CallersRenewsAToken() {
    if (tokenPath() == null) return Stream.empty();
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest("expired", () -> renew(null, true)));
    tests.add(
        DynamicTest.dynamicTest(
            "revoked, with 401", () -> renew(Fault.json(error("x")).code(401).build(), false)));
    for (String code : tokenRefusals()) {
      tests.add(
          DynamicTest.dynamicTest(
              "revoked, with 200 and " + code,
              () -> renew(Fault.json("{\"error\":\"" + code + "\"}").build(), false)));
    }
    return tests.stream();
  }

  private void renew(@Nullable MockResponse refusal, boolean expired) throws Exception {
    try (Bench bench = new Bench()) {
      bench.warmUp();
      assertEquals(1, bench.tokens.get());
      if (expired) bench.clock.advance(Duration.ofHours(2));
      bench.refusal = refusal;
      ExecutorService pool = Executors.newFixedThreadPool(CALLERS / 2);
      try {
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < CALLERS / 2; i++) {
          results.add(pool.submit(() -> read(bench.client).fetch()));
          results.add(read(bench.client).fetchAsync());
        }
        for (Future<?> result : results) {
          result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
      } finally {
        pool.shutdownNow();
      }
      assertEquals(2, bench.tokens.get());
      bench.assertNothingLost();
      bench.assertNoSecretIn(String.join("\n", bench.log));
    }
  }

  /** A token endpoint that fails is left in peace. */
  @Test
  void aFailingTokenRequestIsNotRepeatedByEveryCall() throws Exception {
    if (tokenPath() == null) return;
    try (Bench bench = new Bench()) {
      bench.tokenFault = Fault.json(error(String.join(" ", secrets()))).code(500).build();
      String first = bench.check(read(bench.client), ServerException.class).getMessage();
      int asked = bench.tokens.get();
      for (int i = 0; i < 10; i++) {
        String again = bench.check(read(bench.client), ServerException.class).getMessage();
        assertEquals(
            first
                + ". No token is requested before "
                + bench.clock.instant().plusSeconds(1)
                + ", so this failure stands",
            again);
      }
      assertEquals(asked, bench.tokens.get());
      bench.tokenFault = null;
      bench.clock.advance(Duration.ofSeconds(1));
      read(bench.client).fetch();
    }
  }

  /** Who has no time left does not wait for a token. */
  @Test
  void aCallsTimeLimitReachesTheTokenRequestItWaitsFor() throws Exception {
    if (tokenPath() == null) return;
    try (Bench bench = new Bench()) {
      bench.tokenFault =
          Fault.json("{}").onResponseStart(mockwebserver3.SocketEffect.Stall.INSTANCE).build();
      ApiCall<?> call = read(bench.client).timeout(Duration.ofMillis(200));
      assertEquals(0, bench.check(call, CallTimeoutException.class).attempts());
    }
  }

  // ---- the bench

  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  /** A server, a client, and what both have seen. */
  private final class Bench implements AutoCloseable {
    final MockWebServer server = new MockWebServer();
    final ConnectionPool pool = new ConnectionPool();
    final FakeClock clock = new FakeClock();
    final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    final AtomicInteger tokens = new AtomicInteger();
    final CountDownLatch refused = new CountDownLatch(CALLERS);
    final C client;
    volatile @Nullable MockResponse fault;
    volatile @Nullable MockResponse tokenFault;
    volatile @Nullable MockResponse refusal;

    Bench() throws IOException {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
              return answer(request);
            }
          });
      server.start();
      okhttp3.Dispatcher calls = new okhttp3.Dispatcher();
      calls.setMaxRequestsPerHost(CALLERS);
      OkHttpClient http =
          new OkHttpClient.Builder()
              .connectionPool(pool)
              .dispatcher(calls)
              .readTimeout(Duration.ofMillis(200))
              .build();
      client =
          build(
              builder()
                  .server(server.url("/").toString())
                  .httpClient(http)
                  .clock(clock)
                  .log(log::add)
                  .sleeper((time, call) -> {}));
    }

    private MockResponse answer(RecordedRequest request) throws InterruptedException {
      String end = tokenPath();
      if (end != null && request.getUrl().encodedPath().endsWith(end)) return tokenAnswer();
      requests.add(request);
      MockResponse refuse = refusal;
      if (refuse != null && carries(request, token(1))) {
        // All have used the same token when the first hears that it is no good.
        refused.countDown();
        assertTrue(refused.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        return refuse;
      }
      MockResponse answer = fault;
      return answer != null ? answer : Fault.json(readAnswer()).build();
    }

    private MockResponse tokenAnswer() {
      int n = tokens.incrementAndGet();
      MockResponse failing = tokenFault;
      if (failing != null) return failing;
      return Fault.json(
              "{\"access_token\":\""
                  + token(n)
                  + "\",\"expires_in\":3600,\"token_type\":\"Bearer\",\"refresh_token\":\"unused\"}")
          .build();
    }

    private boolean carries(RecordedRequest request, String token) {
      String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
      return request.getTarget().contains(encoded) || request.getTarget().contains(token);
    }

    /** Gets the token, where there is one, and a connection. */
    void warmUp() {
      read(client).fetch();
      requests.clear();
      log.clear();
    }

    ApiCall<?> writing() {
      ApiCall<?> call = write(client);
      if (call == null) throw new IllegalStateException("no write");
      return call;
    }

    ApiException check(ApiCall<?> call, Class<? extends ApiException> expected) throws Exception {
      ApiException e = assertThrows(ApiException.class, call::fetch);
      assertEquals(expected, e.getClass(), () -> trace(e));
      assertNothingLost();
      assertNoSecretIn(trace(e));
      assertNoSecretIn(SupportBundle.of(e));
      assertNoSecretIn(e.answerStart() + " " + e.code() + " " + e.vendorMessage());
      assertNoSecretIn(e.failure() + " " + e + " " + client + " " + call);
      assertNoSecretIn(String.join("\n", log));
      return e;
    }

    private String trace(Throwable e) {
      StringWriter text = new StringWriter();
      e.printStackTrace(new PrintWriter(text));
      return text.toString();
    }

    void assertNoSecretIn(String text) {
      List<String> all = new ArrayList<>(secrets());
      for (int i = 1; i <= tokens.get(); i++) all.add(token(i));
      for (String secret : all) {
        assertFalse(text.contains(secret), text);
        assertFalse(text.contains(URLEncoder.encode(secret, StandardCharsets.UTF_8)), text);
      }
    }

    void assertNothingLost() throws InterruptedException {
      await(() -> pool.idleConnectionCount() == pool.connectionCount());
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
    public void close() {
      try {
        client.close();
      } catch (Exception e) {
        throw new AssertionError(e);
      } finally {
        server.close();
      }
    }
  }
}
