package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;
import dev.specwright.runtime.NestedCallException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

  private final FakeClock clock = new FakeClock();
  private final AtomicInteger requests = new AtomicInteger();

  private AccessTokens tokens(@Nullable Duration lifetime) {
    return new AccessTokens(
        () -> new AccessTokens.Token("fake-" + requests.incrementAndGet(), lifetime), clock);
  }

  @Test
  void keepsATokenUntilAMinuteBeforeItsEnd() throws Exception {
    AccessTokens tokens = tokens(Duration.ofMinutes(15));
    assertEquals("fake-1", tokens.value());
    clock.advance(Duration.ofSeconds(839));
    assertEquals("fake-1", tokens.value());
    clock.advance(Duration.ofSeconds(1));
    assertEquals("fake-2", tokens.value());
  }

  @Test
  void leavesAShortLivedTokenNineTenthsOfItsLife() throws Exception {
    AccessTokens tokens = tokens(Duration.ofSeconds(100));
    tokens.value();
    clock.advance(Duration.ofSeconds(89));
    assertEquals("fake-1", tokens.value());
    clock.advance(Duration.ofSeconds(1));
    assertEquals("fake-2", tokens.value());
  }

  @Test
  void assumesAnHourWhereNoLifetimeIsGiven() throws Exception {
    AccessTokens tokens = tokens(null);
    tokens.value();
    clock.advance(Duration.ofSeconds(3539));
    assertEquals("fake-1", tokens.value());
    clock.advance(Duration.ofSeconds(1));
    assertEquals("fake-2", tokens.value());
  }

  @Test
  void forgetsOnlyTheTokenThatWasRefused() throws Exception {
    AccessTokens tokens = tokens(Duration.ofMinutes(15));
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
        new AccessTokens(
            () -> {
              await(allStarted);
              return new AccessTokens.Token("fake-" + requests.incrementAndGet(), null);
            },
            clock);
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
    CountDownLatch allStarted = new CountDownLatch(callers);
    CountDownLatch allWait = new CountDownLatch(1);
    AccessTokens tokens =
        new AccessTokens(
            () -> {
              requests.incrementAndGet();
              await(allWait);
              throw new ApiException(REFUSED);
            },
            clock);
    List<Thread> threads = new ArrayList<>();
    AtomicInteger failures = new AtomicInteger();
    for (int i = 0; i < callers; i++) {
      Thread thread =
          new Thread(
              () -> {
                allStarted.countDown();
                assertThrows(NestedCallException.class, tokens::value);
                failures.incrementAndGet();
              });
      threads.add(thread);
      thread.start();
    }
    allStarted.await();
    // One is in the request, the others wait for its lock.
    while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    allWait.countDown();
    for (Thread thread : threads) thread.join();
    assertEquals(callers, failures.get());
    assertEquals(1, requests.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void passesOnWhyATokenCouldNotBeHadAndAsksAgainNextTime() throws Exception {
    ApiException refused = new ApiException(REFUSED);
    AccessTokens tokens =
        new AccessTokens(
            () -> {
              if (requests.incrementAndGet() == 1) throw refused;
              return new AccessTokens.Token("fake", null);
            },
            clock);

    NestedCallException e = assertThrows(NestedCallException.class, tokens::value);
    assertEquals(refused, e.getCause());
    assertEquals("fake", tokens.value());
  }

  @Test
  void showsNoToken() throws Exception {
    AccessTokens tokens = tokens(null);
    tokens.value();
    assertEquals("AccessTokens[██]", tokens.toString());
    assertEquals("Token[value=██, lifetime=null]", new AccessTokens.Token("fake", null).toString());
    assertEquals("██", Credential.of("fake").toString());
    assertEquals("██", Credential.basic("ann", "fake").toString());
  }
}
