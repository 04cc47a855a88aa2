package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import retrofit2.Response;

/**
 * Everything that may go wrong on the wire, tried on one API's client: after each fault the
 * exception is the documented one, no connection is lost, the server has seen no write twice,
 * another server has seen nothing, and no planted secret is in a log line, an exception with all
 * its causes, or a support bundle, as it is or encoded.
 *
 * <p>A module runs it with a subclass that names its facade, one read, one write, and the calls
 * that are unlike others: uploads, downloads, the request for a token.
 */
public abstract class FaultMatrix<C extends AutoCloseable, B extends ClientBuilder<B>>
    implements Fault.Texts {
  private static final int CALLERS = FaultBench.CALLERS;

  /** Kept from one fault to the next, since making one takes longer than a call. */
  private @Nullable FaultBench<C> shared;

  /** How much of a request a server reads before it hangs up: its beginning, and some headers. */
  private static final List<Integer> HANG_UPS = List.of(1, 60);

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

  /** Returns more calls to try, those unlike the others. */
  protected List<Probe<C, ?>> more() {
    return List.of();
  }

  /** Everything that was planted in {@link #builder}. */
  protected abstract List<String> secrets();

  /** The end of the token request's path, or null if the API has no tokens. */
  protected @Nullable String tokenPath() {
    return null;
  }

  /** A good answer to a request for a token. */
  protected static String tokenAnswer() {
    return FaultBench.tokenText("planted-fresh");
  }

  /** Vendor's codes that stand for a refused token, whatever status they come with. */
  protected List<String> tokenRefusals() {
    return List.of();
  }

  /** What the call carries, which the service may repeat: a token, or the credentials. */
  @Override
  public final String planted() {
    FaultBench<C> bench = shared;
    if (bench != null && !bench.carried.isEmpty()) return String.join(" ", bench.carried);
    boolean token = tokenPath() != null && (bench == null || !bench.probesToken);
    return !token
        ? String.join(" ", secrets())
        : FaultBench.token(bench == null ? 1 : bench.tokens.get());
  }

  /** Answers to {@link #read} with values of other types than the document says. */
  protected List<String> wrongAnswers() {
    return List.of();
  }

  /** A good answer to {@link #write}. */
  protected String writeAnswer() {
    return readAnswer();
  }

  @Override
  public boolean writeTakesAnyJson() {
    return false;
  }

  final C client(OkHttpClient http, FaultBench<C> bench) {
    return build(
        builder()
            .server(bench.server.url("/").toString())
            .httpClient(http)
            .clock(bench.clock)
            .log(bench.log::add)
            .answerLimit(Fault.ANSWER_LIMIT)
            .sleeper((time, call) -> {}));
  }

  private FaultBench<C> bench() throws Exception {
    return new FaultBench<>(this);
  }

  private FaultBench<C> shared() throws Exception {
    FaultBench<C> bench = shared;
    if (bench == null) bench = bench();
    shared = bench;
    bench.reset();
    return bench;
  }

  /** Closes what a whole factory of tests has shared, or what one of them has spoiled. */
  @AfterEach
  void closeShared() throws IOException {
    FaultBench<C> bench = shared;
    shared = null;
    if (bench != null) bench.close();
  }

  @SuppressWarnings("unchecked") // Nobody looks at the value.
  private static <T> ApiCall<T> any(ApiCall<?> call) {
    return (ApiCall<T>) call;
  }

  private Probe<C, Object> reading() {
    return Probe.<C, Object>read("read", client -> any(read(client)), readAnswer())
        .isNot(wrongAnswers());
  }

  private @Nullable Probe<C, Object> writing(FaultBench<C> bench) {
    if (write(bench.client) == null) return null;
    return Probe.<C, Object>write("write", client -> any(written(client)), writeAnswer())
        .takesAnyJson(writeTakesAnyJson());
  }

  private ApiCall<?> written(C client) {
    ApiCall<?> call = write(client);
    if (call == null) throw new IllegalStateException("no write");
    return call;
  }

  private List<Probe<C, ?>> probes() throws Exception {
    List<Probe<C, ?>> probes = new ArrayList<>();
    probes.add(reading());
    try (FaultBench<C> bench = bench()) {
      Probe<C, Object> write = writing(bench);
      if (write != null) probes.add(write);
    }
    probes.addAll(more());
    return probes;
  }

  // ---- the faults

  /** The matrix would prove nothing with calls that fail anyway. */
  @TestFactory
  Stream<DynamicTest> callsSucceedWithoutAFault() throws Exception {
    return probes().stream()
        .map(probe -> DynamicTest.dynamicTest(probe.toString(), () -> succeed(probe)));
  }

  private <T> void succeed(Probe<C, T> probe) throws Exception {
    try (FaultBench<C> bench = bench()) {
      bench.warmUp();
      bench.answer = probe.answer();
      bench.probesToken = probe.token();
      bench.carried = probe.carried();
      probe.make(bench.client, probe.call(bench.client));
      assertEquals(1, bench.requests.size());
      bench.assertNothingLost();
      bench.assertNoSecretInLogs();
      probe.check();
    }
  }

  /** One test for each call, fault and way of making the call. */
  @TestFactory
  Stream<DynamicTest> callsFailAsDocumentedAndWritesAreSeenOnce() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Probe<C, ?> probe : probes()) {
      for (Fault fault : Fault.all(this, probe, "http://127.0.0.1/")) {
        for (Way way : Way.values()) {
          if (isWorthTrying(probe, fault, way)) {
            tests.add(
                DynamicTest.dynamicTest(
                    probe + ", " + fault.name() + ", " + way,
                    () -> fail(probe, fault.name(), way)));
          }
        }
      }
    }
    return tests.stream();
  }

  /** Retrofit's own ways fail early, where the two others make an exception of it. */
  private boolean isWorthTrying(Probe<C, ?> probe, Fault fault, Way way) {
    boolean plain = probe.toString().equals("read") || probe.toString().equals("write");
    if (way == Way.FETCH) return true;
    return plain && (way == Way.FETCH_ASYNC || !fault.isSlow());
  }

  private <T> void fail(Probe<C, T> probe, String name, Way way) throws Throwable {
    boolean passed = false;
    FaultBench<C> bench = shared();
    try {
      bench.warmUp();
      bench.probesToken = probe.token();
      bench.carried = probe.carried();
      Fault fault =
          Fault.all(this, probe, bench.otherAddress()).stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();
      fail(bench, probe, fault, way);
      passed = true;
    } finally {
      if (!passed) closeShared();
    }
  }

  private <T> void fail(FaultBench<C> bench, Probe<C, T> probe, Fault fault, Way way)
      throws Throwable {
    bench.fault = fault.answer();
    ApiCall<T> call = probe.call(bench.client);
    if (fault.limited()) call = call.timeout(Duration.ofMillis(500));
    if (probe.anyJson() && fault.isOfAnotherType()) way.make(probe, bench.client, call);
    else if (way.isRetrofits()) failInRetrofit(bench, probe, fault, way, call);
    else failInOurs(bench, probe, fault, way, call);
    assertEquals(probe.requests(fault, tokenPath() != null), bench.requests.size());
    bench.assertNoSecretIn(call + " " + call.request());
    probe.check();
  }

  private <T> void failInOurs(
      FaultBench<C> bench, Probe<C, T> probe, Fault fault, Way way, ApiCall<T> call)
      throws Exception {
    Throwable thrown = assertThrows(Throwable.class, () -> way.make(probe, bench.client, call));
    bench.check(thrown, probe.exception(fault));
    if (thrown instanceof ApiException e) {
      assertEquals(bench.requests.size(), e.attempts());
    }
  }

  /** An error status is an answer there; everything else is an exception of OkHttp or Moshi. */
  private <T> void failInRetrofit(
      FaultBench<C> bench, Probe<C, T> probe, Fault fault, Way way, ApiCall<T> call)
      throws Throwable {
    if (fault.kind() == Fault.Kind.STATUS) {
      Response<?> response = assertInstanceOf(Response.class, way.make(probe, bench.client, call));
      assertEquals(fault.answer().getCode(), response.code());
      Request sent = response.raw().request();
      bench.assertNoSecretIn(response + " " + sent + " " + sent.headers());
    } else {
      Throwable thrown = assertThrows(Throwable.class, () -> way.make(probe, bench.client, call));
      assertTrue(
          thrown instanceof IOException || thrown instanceof JsonDataException,
          () -> FaultBench.trace(thrown));
      bench.assertNoSecretIn(FaultBench.trace(thrown));
    }
    bench.assertNothingLost();
    bench.assertNoSecretInLogs();
  }

  /** Part of a request was sent, and nobody knows what has become of it. */
  @TestFactory
  Stream<DynamicTest> aRequestThatIsCutOffIsRepeatedOnlyIfThatIsSafe() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Probe<C, ?> probe : probes()) {
      for (int bytes : HANG_UPS) {
        tests.add(
            DynamicTest.dynamicTest(
                probe + ", after " + bytes + " bytes", () -> cutOff(probe, bytes)));
      }
    }
    return tests.stream();
  }

  private <T> void cutOff(Probe<C, T> probe, int bytes) throws Exception {
    try (FaultBench<C> bench = bench();
        HangUp hangUp = new HangUp(bytes)) {
      bench.warmUp();
      bench.pool.evictAll();
      bench.sockets.to(hangUp.port());
      bench.carried = probe.carried();
      ApiCall<T> call = probe.call(bench.client);
      ApiException e = assertThrows(ApiException.class, () -> probe.make(bench.client, call));
      bench.check(e, probe.writes() ? OutcomeUnknownException.class : TransportException.class);
      assertEquals(probe.writes() ? 1 : 3, e.attempts());
      assertEquals(e.attempts(), hangUp.connections());
      assertEquals(0, bench.requests.size());
      probe.check();
    }
  }

  /** What OkHttp says of bytes that are no HTTP quotes them. */
  @TestFactory
  Stream<DynamicTest> aPeerThatRepeatsTheRequestMakesNobodyShowIt() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Probe<C, ?> probe : probes()) {
      for (Parrot.Place place : Parrot.Place.values()) {
        for (Way way : List.of(Way.FETCH, Way.EXECUTE)) {
          tests.add(
              DynamicTest.dynamicTest(
                  probe + ", " + place + ", " + way, () -> repeated(probe, place, way)));
        }
      }
    }
    return tests.stream();
  }

  private <T> void repeated(Probe<C, T> probe, Parrot.Place place, Way way) throws Exception {
    String begun = probe.answer().substring(0, probe.answer().length() - 1);
    try (FaultBench<C> bench = bench();
        Parrot parrot = new Parrot(place, begun)) {
      bench.warmUp();
      bench.pool.evictAll();
      bench.sockets.to(parrot.port());
      bench.carried = probe.carried();
      ApiCall<T> call = probe.call(bench.client);
      if (way.isRetrofits()) {
        Throwable thrown =
            assertThrows(IOException.class, () -> read(way, bench.client, probe, call));
        bench.assertNoSecretIn(FaultBench.trace(thrown));
        bench.assertNoSecretInLogs();
      } else {
        Fault.Kind kind = place == Parrot.Place.CHUNK ? Fault.Kind.BODY : Fault.Kind.HEAD;
        Throwable thrown = assertThrows(Throwable.class, () -> probe.make(bench.client, call));
        bench.check(thrown, probe.broken(kind));
        boolean once = probe.writes() || (probe.streams() && kind == Fault.Kind.BODY);
        assertEquals(once ? 1 : 3, parrot.connections());
      }
      probe.check();
    }
  }

  /** What a caller of Retrofit reads for itself breaks only then. */
  private <T> void read(Way way, C client, Probe<C, T> probe, ApiCall<T> call) throws Throwable {
    Object answer = way.make(probe, client, call);
    if (answer instanceof Response<?> response && response.body() instanceof ResponseBody body) {
      try (body) {
        body.bytes();
      }
    }
  }

  /** A port at which nobody listens: nothing was sent, so a write is safe to repeat. */
  @Test
  void noConnectionIsATransportException() throws Exception {
    try (FaultBench<C> bench = bench()) {
      bench.warmUp();
      bench.server.close();
      bench.pool.evictAll();
      assertEquals(3, failed(bench, read(bench.client), TransportException.class).attempts());
      ApiCall<?> write = write(bench.client);
      if (write != null) {
        assertEquals(3, failed(bench, write, TransportException.class).attempts());
      }
    }
  }

  private ApiException failed(
      FaultBench<C> bench, ApiCall<?> call, Class<? extends ApiException> expected)
      throws Exception {
    ApiException e = assertThrows(ApiException.class, call::fetch);
    bench.check(e, expected);
    return e;
  }

  /** The connection in the pool is dead then, which must not harm the next call. */
  @Test
  void aResetAfterTheAnswerHarmsNobody() throws Exception {
    try (FaultBench<C> bench = bench()) {
      bench.warmUp();
      bench.fault = Fault.json(readAnswer()).onResponseEnd(new SocketEffect.CloseSocket()).build();
      read(bench.client).fetch();
      read(bench.client).fetch();
      bench.assertNothingLost();
    }
  }

  /** What the type says is not what decides. */
  @Test
  void jsonOfAnotherContentTypeIsRead() throws Exception {
    try (FaultBench<C> bench = bench()) {
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
    try (FaultBench<C> bench = bench()) {
      bench.warmUp();
      bench.fault = Fault.json(readAnswer()).onResponseStart(SocketEffect.Stall.INSTANCE).build();
      CompletableFuture<?> future = read(bench.client).fetchAsync();
      bench.await(() -> !bench.requests.isEmpty());
      assertTrue(future.cancel(true));
      bench.assertNothingLost();
    }
  }

  /** The client's clock is its own affair. */
  @Test
  void aClockThatIsWrongOrSetBackHarmsNobody() throws Exception {
    try (FaultBench<C> bench = bench()) {
      bench.warmUp();
      for (Duration jump : List.of(Duration.ofDays(-3650), Duration.ofDays(7300))) {
        bench.clock.advance(jump);
        read(bench.client).fetch();
      }
      bench.assertNothingLost();
    }
  }

  // ---- TLS

  /** Nothing is sent, so nothing was carried out; and it does not get better by asking again. */
  @TestFactory
  Stream<DynamicTest> aCertificateThatIsNotTrustedEndsTheCallBeforeAnythingIsSent()
      throws Exception {
    SelfSigned here = SelfSigned.of("dns:localhost");
    SelfSigned elsewhere = SelfSigned.of("dns:other.example");
    return Stream.of(
        DynamicTest.dynamicTest(
            "by nobody", () -> distrust((http, server) -> server.useHttps(here.server()))),
        DynamicTest.dynamicTest(
            "for another host",
            () ->
                distrust(
                    (http, server) -> {
                      server.useHttps(elsewhere.server());
                      elsewhere.trust(http);
                    })));
  }

  private void distrust(FaultBench.Network network) throws Exception {
    try (FaultBench<C> bench = new FaultBench<>(this, network)) {
      assertEquals(1, failed(bench, read(bench.client), TransportException.class).attempts());
      if (tokenPath() != null) bench.clock.advance(Duration.ofMinutes(2));
      ApiCall<?> write = write(bench.client);
      if (write != null) {
        assertEquals(1, failed(bench, write, TransportException.class).attempts());
      }
      assertEquals(0, bench.requests.size() + bench.tokens.get());
    }
  }

  @Test
  void aCertificateThatIsTrustedIsAllThatTlsNeeds() throws Exception {
    SelfSigned here = SelfSigned.of("dns:localhost");
    FaultBench.Network network =
        (http, server) -> {
          server.useHttps(here.server());
          here.trust(http);
        };
    try (FaultBench<C> bench = new FaultBench<>(this, network)) {
      read(bench.client).fetch();
      assertEquals(1, bench.requests.size());
      assertTrue(bench.requests.element().getUrl().isHttps());
      bench.assertNothingLost();
      bench.assertNoSecretInLogs();
    }
  }

  // ---- tokens

  /** Of 64 callers, half of them asynchronous, one requests the new token. */
  @TestFactory
  Stream<DynamicTest> oneOf64CallersRenewsAToken() throws Exception {
    if (tokenPath() == null) return Stream.empty();
    List<DynamicTest> tests = new ArrayList<>();
    List<Probe<C, ?>> all =
        probes().stream().filter(probe -> !probe.streams() && probe.renews()).toList();
    for (Probe<C, ?> probe : all) {
      tests.add(DynamicTest.dynamicTest(probe + ", expired", () -> renew(probe, null)));
      MockResponse refused = Fault.json(error("x")).code(401).build();
      tests.add(
          DynamicTest.dynamicTest(probe + ", revoked, with 401", () -> renew(probe, refused)));
      for (String code : tokenRefusals()) {
        for (int status : new int[] {200, 400}) {
          MockResponse said = Fault.json("{\"error\":\"" + code + "\"}").code(status).build();
          tests.add(
              DynamicTest.dynamicTest(
                  probe + ", revoked, with " + status + " and " + code, () -> renew(probe, said)));
        }
      }
    }
    return tests.stream();
  }

  /**
   * @param refusal what comes for the first token; null if it has expired
   */
  private <T> void renew(Probe<C, T> probe, @Nullable MockResponse refusal) throws Exception {
    FaultBench.Network patient = (http, server) -> http.readTimeout(FaultBench.PATIENCE);
    try (FaultBench<C> bench = new FaultBench<>(this, patient)) {
      bench.warmUp();
      assertEquals(1, bench.tokens.get());
      if (refusal == null) bench.clock.advance(Duration.ofHours(2));
      bench.refusal = refusal;
      bench.answer = probe.answer();
      ExecutorService pool = Executors.newFixedThreadPool(CALLERS / 2);
      try {
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < CALLERS / 2; i++) {
          results.add(pool.submit(() -> probe.call(bench.client).fetch()));
          results.add(probe.call(bench.client).fetchAsync());
        }
        for (Future<?> result : results) {
          result.get(FaultBench.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
      } finally {
        pool.shutdownNow();
      }
      assertEquals(2, bench.tokens.get());
      // Each was refused once, and carried out once.
      assertEquals(refusal == null ? 0 : CALLERS, bench.refusals.get());
      assertEquals(CALLERS, bench.requests.size() - bench.refusals.get());
      bench.assertNothingLost();
      bench.assertNoSecretInLogs();
    }
  }

  /** A token endpoint that fails is left in peace, whatever it says. */
  @TestFactory
  Stream<DynamicTest> aFailingTokenRequestIsNotRepeatedByEveryCall() throws Exception {
    if (tokenPath() == null) return Stream.empty();
    String error = error(String.join(" ", secrets()));
    String uncoded = "{\"error\":{\"reason\":\"down\"}}";
    return Stream.of(
        refusal("500", Fault.json(error).code(500), ServerException.class),
        refusal("400 and no code", Fault.json(uncoded).code(400), ValidationException.class),
        refusal("200 and no code", Fault.json(uncoded), ApiException.class),
        refusal("half of an answer", Fault.json("{\"access_"), BadAnswerException.class),
        refusal("no text", Fault.json(FaultBench.tokenText("")), BadAnswerException.class),
        refusal("spaces", Fault.json(FaultBench.tokenText(" ")), BadAnswerException.class));
  }

  private DynamicTest refusal(
      String name, MockResponse.Builder answer, Class<? extends ApiException> expected) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (FaultBench<C> bench = bench()) {
            bench.tokenFault = answer.build();
            leavesInPeace(bench, expected);
          }
        });
  }

  private void leavesInPeace(FaultBench<C> bench, Class<? extends ApiException> expected)
      throws Exception {
    String first = failed(bench, read(bench.client), expected).getMessage();
    int asked = bench.tokens.get();
    for (int i = 0; i < 10; i++) {
      String again = failed(bench, read(bench.client), expected).getMessage();
      assertEquals(
          first
              + ". No token is requested before "
              + bench.clock.instant().plusSeconds(1)
              + ", so this failure stands",
          again);
    }
    assertEquals(asked, bench.tokens.get());
    assertEquals(0, bench.requests.size());
    bench.tokenFault = null;
    bench.clock.advance(Duration.ofSeconds(1));
    read(bench.client).fetch();
  }

  /** Who has no time left does not wait for a token. */
  @Test
  void aCallsTimeLimitReachesTheTokenRequestItWaitsFor() throws Exception {
    if (tokenPath() == null) return;
    try (FaultBench<C> bench = bench()) {
      bench.tokenFault = Fault.json("{}").onResponseStart(SocketEffect.Stall.INSTANCE).build();
      ApiCall<?> call = read(bench.client).timeout(Duration.ofMillis(200));
      assertEquals(0, failed(bench, call, CallTimeoutException.class).attempts());
    }
  }
}
