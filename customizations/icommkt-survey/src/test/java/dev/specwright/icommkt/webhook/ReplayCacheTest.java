package dev.specwright.icommkt.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.icommkt.webhook.ReplayCache.State;
import dev.specwright.icommkt.webhook.WebhookException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplayCacheTest {
  private static final Instant THEN = Instant.ofEpochSecond(1539794213);
  private static final byte[] BODY = "{}".getBytes(UTF_8);
  private static final String HEADER = new WebhookSigner("test-secret-one").sign(THEN, BODY);

  private Instant now = THEN;
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private WebhookVerifier.Builder verifier() {
    return WebhookVerifier.builder()
        .secret("test-secret-one")
        .clock(clock)
        .replayCache(ReplayCache.inMemory(10, clock));
  }

  // ---- as the verifier uses it

  @Test
  void secondCallIsRefusedUntilTheEndOfTheTolerance() {
    WebhookVerifier verifier = verifier().build();
    now = THEN.minus(WebhookVerifier.DEFAULT_TOLERANCE);
    assertEquals(THEN, verifier.verify(HEADER, BODY).signedAt());
    for (Instant time : List.of(now, THEN, THEN.plus(WebhookVerifier.DEFAULT_TOLERANCE))) {
      now = time;
      WebhookException e =
          assertThrows(WebhookException.class, () -> verifier.verify(HEADER, BODY));
      assertEquals(Reason.REPEATED, e.reason());
      assertEquals(200, e.status());
      assertEquals(
          "Expected a call that was not handed over before but found one that was. Respond with"
              + " 200, so that the service leaves it at that.",
          e.getMessage());
    }
    now = now.plusMillis(1);
    WebhookException e = assertThrows(WebhookException.class, () -> verifier.verify(HEADER, BODY));
    assertEquals(Reason.TOO_OLD, e.reason());
  }

  @Test
  void otherSignaturesOfTheSameCallMakeNoNewOne() {
    WebhookVerifier verifier = verifier().secret("test-secret-two").build();
    verifier.verify(HEADER, BODY);
    String other = new WebhookSigner("test-secret-two").sign(THEN, BODY);
    for (String header : List.of(other, HEADER + ",v1=00", "v1=00," + HEADER)) {
      assertEquals(
          Reason.REPEATED,
          assertThrows(WebhookException.class, () -> verifier.verify(header, BODY)).reason());
    }
  }

  @Test
  void otherTimeOrBodyIsAnotherCall() {
    WebhookVerifier verifier = verifier().build();
    WebhookSigner signer = new WebhookSigner("test-secret-one");
    byte[] other = "{\"a\":1}".getBytes(UTF_8);
    verifier.verify(HEADER, BODY);
    assertEquals(THEN, verifier.verify(signer.sign(THEN, other), other).signedAt());
    Instant later = THEN.plusSeconds(1);
    assertEquals(later, verifier.verify(signer.sign(later, BODY), BODY).signedAt());
  }

  @Test
  void refusedCallIsNotRemembered() {
    WebhookVerifier verifier = verifier().build();
    now = THEN.minusSeconds(301);
    assertThrows(WebhookException.class, () -> verifier.verify(HEADER, BODY));
    now = THEN;
    assertEquals(THEN, verifier.verify(HEADER, BODY).signedAt());
  }

  @Test
  void failedCallIsNewAgainAndItsFailureComesThrough() {
    WebhookVerifier verifier = verifier().build();
    IllegalStateException failure = new IllegalStateException("no room");
    assertEquals(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                verifier.handOver(
                    HEADER,
                    BODY,
                    news -> {
                      throw failure;
                    })));
    List<AnswerNotification> taken = new ArrayList<>();
    verifier.handOver(HEADER, BODY, taken::add);
    assertEquals(THEN, taken.get(0).signedAt());
  }

  @Test
  void callThatIsBeingHandedOverIsRefusedForNow() {
    WebhookVerifier verifier = verifier().build();
    List<WebhookException> refused = new ArrayList<>();
    verifier.handOver(
        HEADER,
        BODY,
        news ->
            refused.add(assertThrows(WebhookException.class, () -> verifier.verify(HEADER, BODY))));
    assertEquals(Reason.UNFINISHED, refused.get(0).reason());
    assertEquals(503, refused.get(0).status());
    assertEquals(
        "Expected a call that is not being handed over but found one that is. Respond with 503,"
            + " so that the service sends it again should that fail.",
        refused.get(0).getMessage());
  }

  @Test
  void callWhoseProcessEndedIsTakenAfterTheHandlingLimit() {
    // One process begins the call and ends; the other one shares its cache.
    ReplayCache shared = ReplayCache.inMemory(10, clock);
    ReplayCache ending =
        new ForwardingReplayCache(shared) {
          @Override
          public void forget(String call) {}
        };
    assertThrows(
        IllegalStateException.class,
        () -> verifier().replayCache(ending).build().handOver(HEADER, BODY, news -> end()));
    WebhookVerifier other =
        verifier().replayCache(shared).handlingLimit(Duration.ofSeconds(20)).build();
    now = THEN.plus(WebhookVerifier.DEFAULT_HANDLING_LIMIT);
    WebhookException e = assertThrows(WebhookException.class, () -> other.verify(HEADER, BODY));
    assertEquals(Reason.UNFINISHED, e.reason());
    now = now.plusMillis(1);
    assertEquals(THEN, other.verify(HEADER, BODY).signedAt());
    assertEquals(
        Reason.REPEATED,
        assertThrows(WebhookException.class, () -> other.verify(HEADER, BODY)).reason());
  }

  private static void end() {
    throw new IllegalStateException("ended");
  }

  @Test
  void callThatWasHandledLongerThanTheLimitCountsAsHandled() {
    WebhookVerifier verifier = verifier().build();
    verifier.handOver(HEADER, BODY, news -> now = THEN.plusSeconds(200));
    assertEquals(
        Reason.REPEATED,
        assertThrows(WebhookException.class, () -> verifier.verify(HEADER, BODY)).reason());
  }

  @Test
  void handlingLimitIsNotLongerThanTheTolerance() {
    List<Instant> untils = new ArrayList<>();
    ReplayCache seen =
        new ForwardingReplayCache(ReplayCache.inMemory(10, clock)) {
          @Override
          public State begin(String call, Instant until) {
            untils.add(until);
            return super.begin(call, until);
          }

          @Override
          public void finish(String call, Instant until) {
            untils.add(until);
          }
        };
    now = THEN.plusSeconds(299);
    verifier().replayCache(seen).build().verify(HEADER, BODY);
    assertEquals(List.of(THEN.plusSeconds(300), THEN.plusSeconds(300)), untils);
  }

  @Test
  void handlersFailureComesThroughACacheThatFails() {
    IllegalArgumentException unreachable = new IllegalArgumentException("no cache");
    ReplayCache failing =
        new ForwardingReplayCache(ReplayCache.inMemory(10, clock)) {
          @Override
          public void forget(String call) {
            throw unreachable;
          }
        };
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> verifier().replayCache(failing).build().handOver(HEADER, BODY, news -> end()));
    assertEquals(List.of(unreachable), List.of(e.getSuppressed()));
  }

  @Test
  void newsThatWereTakenAreNotRefusedForACacheThatFails() {
    ReplayCache failing =
        new ForwardingReplayCache(ReplayCache.inMemory(10, clock)) {
          @Override
          public void finish(String call, Instant until) {
            throw new IllegalStateException("no cache");
          }
        };
    List<AnswerNotification> taken = new ArrayList<>();
    verifier().replayCache(failing).build().handOver(HEADER, BODY, taken::add);
    assertEquals(1, taken.size());
  }

  @Test
  void handlingTakesTime() {
    assertEquals(
        "Expected a handling limit of more than zero but found PT0S.",
        assertThrows(IllegalArgumentException.class, () -> verifier().handlingLimit(Duration.ZERO))
            .getMessage());
  }

  @Test
  void toleranceWithoutEndIsKept() {
    WebhookVerifier verifier = verifier().tolerance(Duration.ofSeconds(Long.MAX_VALUE)).build();
    verifier.verify(HEADER, BODY);
    now = THEN.plus(Duration.ofDays(100_000));
    assertThrows(WebhookException.class, () -> verifier.verify(HEADER, BODY));
  }

  @Test
  void withoutCacheACallIsGoodEachTime() {
    WebhookVerifier verifier =
        WebhookVerifier.builder().secret("test-secret-one").clock(clock).build();
    assertEquals(verifier.verify(HEADER, BODY), verifier.verify(HEADER, BODY));
  }

  // ---- in memory

  @Test
  void forgetsWhatCameFirstWhenItIsFull() {
    ReplayCache cache = ReplayCache.inMemory(2, clock);
    Instant until = THEN.plusSeconds(300);
    for (String call : List.of("a", "b", "c")) {
      assertEquals(State.NEW, cache.begin(call, until));
      cache.finish(call, until);
    }
    assertEquals(State.FINISHED, cache.begin("b", until));
    assertEquals(State.FINISHED, cache.begin("c", until));
    assertEquals(State.NEW, cache.begin("a", until));
    assertEquals(State.UNFINISHED, cache.begin("a", until));
  }

  @Test
  void makesRoomOfWhatIsOver() {
    ReplayCache cache = ReplayCache.inMemory(2, clock);
    cache.begin("over", THEN);
    cache.begin("kept", THEN.plusSeconds(10));
    now = THEN.plusSeconds(5);
    cache.begin("new", THEN.plusSeconds(10));
    assertEquals(State.UNFINISHED, cache.begin("kept", THEN.plusSeconds(10)));
    assertEquals(State.NEW, cache.begin("over", THEN.plusSeconds(10)));
  }

  @Test
  void needsRoom() {
    assertEquals(
        "Expected room for one call or more but found 0. Make room for those of twice the"
            + " tolerance.",
        assertThrows(IllegalArgumentException.class, () -> ReplayCache.inMemory(0, clock))
            .getMessage());
  }
}
