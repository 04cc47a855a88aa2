package dev.specwright.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;
import dev.specwright.runtime.NestedCallException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final Failure REFUSED =
      new Failure(
          Failure.Kind.REFUSED,
          "createToken",
          "POST",
          "https://notes.example/token",
          400,
          null,
          null,
          1,
          null);

  private static final Request LOCAL = new Request.Builder().url("http://localhost/").build();

  private final FakeClock clock = new FakeClock();
  private final AtomicInteger requests = new AtomicInteger();

  private AccessTokens living(@Nullable Duration lifetime) {
    return tokens(() -> new AccessTokens.Token("fake-" + requests.incrementAndGet(), lifetime));
  }

  private AccessTokens tokens(Supplier<AccessTokens.Token> answer) {
    return AccessTokens.unshared(
        () -> new FakeTokenCall(answer),
        token -> token,
        clock,
        new StandardFailures(Notes.DESCRIPTION));
  }

  @Test
  void keepsATokenUntilAMinuteBeforeItsEnd() throws Exception {
    AccessTokens tokens = living(Duration.ofMinutes(15));
    assertEquals("fake-1", tokens.value());
    clock.advance(Duration.ofSeconds(839));
    assertEquals("fake-1", tokens.value());
    clock.advance(Duration.ofSeconds(1));
    assertEquals("fake-2", tokens.value());
  }

  @Test
  void leavesAShortLivedTokenNineTenthsOfItsLife() throws Exception {
    AccessTokens tokens = living(Duration.ofSeconds(100));
    tokens.value();
    clock.advance(Duration.ofSeconds(89));
    assertEquals("fake-1", tokens.value());
    clock.advance(Duration.ofSeconds(1));
    assertEquals("fake-2", tokens.value());
  }

  @Test
  void assumesAnHourWhereNoLifetimeIsGiven() throws Exception {
    AccessTokens tokens = living(null);
    tokens.value();
    clock.advance(Duration.ofSeconds(3539));
    assertEquals("fake-1", tokens.value());
    clock.advance(Duration.ofSeconds(1));
    assertEquals("fake-2", tokens.value());
  }

  @Test
  void forgetsOnlyTheTokenThatWasRefused() throws Exception {
    AccessTokens tokens = living(Duration.ofMinutes(15));
    tokens.value();
    assertTrue(tokens.discard("fake-1"));
    assertEquals("fake-2", tokens.value());
    assertTrue(tokens.discard("fake-1"));
    assertEquals("fake-2", tokens.value());
  }

  @Test
  void asksOnceForAllThatWait() throws Exception {
    int callers = 64;
    CountDownLatch allStarted = new CountDownLatch(callers);
    AccessTokens tokens =
        tokens(
            () -> {
              await(allStarted);
              return new AccessTokens.Token("fake-" + requests.incrementAndGet(), null);
            });
    ExecutorService pool = Executors.newFixedThreadPool(callers);
    try {
      List<Future<String>> values = new ArrayList<>();
      Callable<String> caller =
          () -> {
            allStarted.countDown();
            return tokens.value();
          };
      for (int i = 0; i < callers; i++) values.add(pool.submit(caller));
      for (Future<String> value : values) assertEquals("fake-1", value.get());
    } finally {
      pool.shutdown();
    }
    assertEquals(1, requests.get());
  }

  @Test
  void sharesAFailureWithAllThatWait() throws Exception {
    int callers = 8;
    CountDownLatch allWait = new CountDownLatch(1);
    AccessTokens tokens =
        tokens(
            () -> {
              requests.incrementAndGet();
              await(allWait);
              throw new ApiException(REFUSED);
            });
    List<Thread> threads = new ArrayList<>();
    Set<Throwable> failures = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < callers; i++) {
      Thread thread =
          new Thread(
              () ->
                  failures.add(assertThrows(NestedCallException.class, tokens::value).getCause()));
      threads.add(thread);
      thread.start();
    }
    while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.TIMED_WAITING)) {
      Thread.onSpinWait();
    }
    allWait.countDown();
    for (Thread thread : threads) thread.join();
    assertEquals(callers, failures.size());
    assertEquals(1, requests.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Throwable cause(Throwable e) {
    return requireNonNull(e.getCause());
  }

  private AccessTokens failing(Failure failure) {
    return tokens(
        () -> {
          requests.incrementAndGet();
          throw new ApiException(failure);
        });
  }

  private static String failure(AccessTokens tokens) {
    NestedCallException e = assertThrows(NestedCallException.class, tokens::value);
    assertEquals(ValidationException.class, cause(e).getClass());
    return String.valueOf(e.getMessage());
  }

  @Test
  void asksNotAgainBeforeAPauseThatGrowsWithEachFailure() {
    AccessTokens tokens = failing(REFUSED);
    String refused = "createToken: POST https://notes.example/token was refused with status 400";

    assertEquals(refused, failure(tokens));
    assertEquals(
        refused + ". No token is requested before 2026-01-02T03:04:06Z, so this failure stands",
        failure(tokens));
    assertEquals(1, requests.get());

    clock.advance(Duration.ofSeconds(1));
    assertEquals(refused, failure(tokens));
    assertEquals(2, requests.get());
    clock.advance(Duration.ofMillis(1999));
    failure(tokens);
    assertEquals(2, requests.get());
    clock.advance(Duration.ofMillis(1));
    failure(tokens);
    assertEquals(3, requests.get());
  }

  @Test
  void pausesForAMinuteAtMost() {
    AccessTokens tokens = failing(REFUSED);
    for (int i = 0; i < 20; i++) {
      failure(tokens);
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(20, requests.get());
  }

  @Test
  void pausesAsLongAsTheServiceAsks() {
    AccessTokens tokens =
        failing(
            new Failure(
                Failure.Kind.REFUSED,
                "createToken",
                "POST",
                "https://notes.example/token",
                400,
                null,
                "30",
                1,
                null));
    failure(tokens);
    clock.advance(Duration.ofSeconds(29));
    failure(tokens);
    assertEquals(1, requests.get());
    clock.advance(Duration.ofSeconds(1));
    failure(tokens);
    assertEquals(2, requests.get());
  }

  @Test
  void asksAgainWhenTheClockIsSetBack() {
    AccessTokens tokens = failing(REFUSED);
    failure(tokens);
    clock.advance(Duration.ofHours(-1));
    failure(tokens);
    assertEquals(2, requests.get());
  }

  @Test
  void beginsWithTheShortPauseAgainAfterASuccess() throws Exception {
    AccessTokens tokens =
        tokens(
            () -> {
              if (requests.incrementAndGet() != 3) throw new ApiException(REFUSED);
              return new AccessTokens.Token("fake", Duration.ofSeconds(10));
            });
    failure(tokens);
    clock.advance(Duration.ofSeconds(1));
    failure(tokens);
    clock.advance(Duration.ofSeconds(2));
    assertEquals("fake", tokens.value());
    clock.advance(Duration.ofSeconds(9));
    failure(tokens);
    clock.advance(Duration.ofSeconds(1));
    failure(tokens);
    assertEquals(5, requests.get());
  }

  @Test
  void letsACallerGoWithoutBreakingTheRequestForTheOthers() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    AccessTokens tokens =
        tokens(
            () -> {
              asked.countDown();
              await(answered);
              return new AccessTokens.Token("fake-" + requests.incrementAndGet(), null);
            });
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      okhttp3.Call impatient = new OkHttpClient().newCall(LOCAL);
      Future<String> first = pool.submit(() -> tokens.value(impatient));
      asked.await();
      Future<String> second = pool.submit(() -> tokens.value());
      impatient.cancel();
      ExecutionException e = assertThrows(ExecutionException.class, first::get);
      assertEquals("java.io.IOException: Canceled", cause(e).toString());
      answered.countDown();
      assertEquals("fake-1", second.get());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void cancelsTheRequestWhenNobodyWaitsAnyMore() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    AtomicReference<FakeTokenCall> made = new AtomicReference<>();
    AccessTokens tokens =
        AccessTokens.unshared(
            () -> {
              FakeTokenCall call =
                  new FakeTokenCall(
                      () -> {
                        asked.countDown();
                        if (requests.incrementAndGet() > 1) {
                          return new AccessTokens.Token("fake", null);
                        }
                        await(requireNonNull(made.get()).cancelled);
                        throw new ApiException(REFUSED);
                      });
              made.set(call);
              return call;
            },
            token -> token,
            clock,
            new StandardFailures(Notes.DESCRIPTION));
    okhttp3.Call impatient = new OkHttpClient().newCall(LOCAL);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<String> first = pool.submit(() -> tokens.value(impatient));
      asked.await();
      impatient.cancel();
      assertThrows(ExecutionException.class, first::get);
    } finally {
      pool.shutdown();
    }
    // Its failure was the caller's will, and is not held against the next one.
    assertEquals("fake", tokens.value());
  }

  @Test
  void keepsTheInterruptionOfAThreadThatWaits() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AccessTokens tokens =
        tokens(
            () -> {
              await(never);
              return new AccessTokens.Token("fake", null);
            });
    Thread.currentThread().interrupt();
    InterruptedIOException e = assertThrows(InterruptedIOException.class, tokens::value);
    assertTrue(Thread.interrupted());
    assertEquals("Interrupted while waiting for an access token", e.getMessage());
    never.countDown();
  }

  @Test
  void showsNoToken() throws Exception {
    AccessTokens tokens = living(null);
    tokens.value();
    assertEquals("AccessTokens[██]", tokens.toString());
    assertEquals("Token[value=██, lifetime=null]", new AccessTokens.Token("fake", null).toString());
    assertEquals("██", Credential.of("fake").toString());
    assertEquals("██", Credential.basic("ann", "fake").toString());
  }
}
