package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What goes wrong with access tokens: one that is refused, a request that fails or takes long. */
abstract class TokenFaults<C extends AutoCloseable, B extends ClientBuilder<B>>
    extends ConnectionFaults<C, B> {
  private static final int CALLERS = FaultBench.CALLERS;

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
