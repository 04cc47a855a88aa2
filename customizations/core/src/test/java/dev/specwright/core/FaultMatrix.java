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
import java.util.stream.Stream;
import okhttp3.Request;
import org.junit.jupiter.api.DynamicTest;
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
    extends TokenFaults<C, B> {
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
}
