package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import retrofit2.Response;

/** What goes wrong with connections: none, one that breaks or speaks no HTTP, TLS without trust. */
abstract class ConnectionFaults<C extends AutoCloseable, B extends ClientBuilder<B>>
    extends FaultedApi<C, B> {
  /** How much of a request a server reads before it hangs up: its beginning, and some headers. */
  private static final List<Integer> HANG_UPS = List.of(1, 60);

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
    FakeCertificate here = FakeCertificate.selfSigned("dns:localhost");
    FakeCertificate elsewhere = FakeCertificate.selfSigned("dns:other.example");
    FakeCertificate old = FakeCertificate.expired("dns:localhost");
    return Stream.of(
        distrust(
            "by nobody", "ValidatorException", (http, server) -> server.useHttps(here.server())),
        distrust("for another host", "SSLPeerUnverifiedException", trusted(elsewhere)),
        distrust("no more", "CertificateExpiredException", trusted(old)));
  }

  private static FaultBench.Network trusted(FakeCertificate certificate) {
    return (http, server) -> {
      server.useHttps(certificate.server());
      certificate.trust(http);
    };
  }

  private DynamicTest distrust(String name, String why, FaultBench.Network network) {
    FaultBench.Network patient =
        (http, server) -> {
          // A handshake takes a while, and a timeout would be worth another attempt.
          http.readTimeout(FaultBench.PATIENCE);
          network.set(http, server);
        };
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (FaultBench<C> bench = new FaultBench<>(this, patient)) {
            distrust(bench, why);
          }
        });
  }

  private void distrust(FaultBench<C> bench, String why) throws Exception {
    ApiException e = failed(bench, read(bench.client), TransportException.class);
    assertEquals(1, e.attempts());
    assertTrue(FaultBench.trace(e).contains(why), () -> FaultBench.trace(e));
    if (tokenPath() != null) bench.clock.advance(Duration.ofMinutes(2));
    ApiCall<?> write = write(bench.client);
    if (write != null) {
      assertEquals(1, failed(bench, write, TransportException.class).attempts());
    }
    assertEquals(0, bench.requests.size() + bench.tokens.get());
  }

  @Test
  void aCertificateThatIsTrustedIsAllThatTlsNeeds() throws Exception {
    FakeCertificate here = FakeCertificate.selfSigned("dns:localhost");
    try (FaultBench<C> bench = new FaultBench<>(this, trusted(here))) {
      read(bench.client).fetch();
      assertEquals(1, bench.requests.size());
      assertTrue(bench.requests.element().getUrl().isHttps());
      bench.assertNothingLost();
      bench.assertNoSecretInLogs();
    }
  }
}
