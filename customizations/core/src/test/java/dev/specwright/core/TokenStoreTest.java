package dev.specwright.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.specwright.core.AccessTokens.Token;
import dev.specwright.core.TokenStore.Entry;
import dev.specwright.core.TokenStore.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenStoreTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeClock clock = new FakeClock();
  private final AtomicInteger requests = new AtomicInteger();
  private final List<FakeTokenCall> calls = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  private AccessTokens client(TokenStore store) {
    SharedTokens shared =
        new SharedTokens(
            () -> {
              FakeTokenCall call =
                  new FakeTokenCall(
                      () -> new Token("fake-" + requests.incrementAndGet(), Duration.ofHours(1)));
              calls.add(call);
              return call;
            },
            token -> token,
            clock,
            store,
            "k",
            log::add);
    return new AccessTokens(shared, clock, new StandardFailures(Notes.DESCRIPTION));
  }

  @Test
  void sharesATokenUntilItIsDueToBeReplaced() throws Exception {
    TokenStore store = TokenStore.inMemory();
    assertEquals("fake-1", client(store).value());
    assertEquals("fake-1", client(store).value());
    assertEquals(new Entry("fake-1", Instant.parse("2026-01-02T04:03:05Z")), store.get("k"));
    clock.advance(Duration.ofMinutes(59));
    assertEquals("fake-2", client(store).value());
    assertEquals(Duration.ofSeconds(25), calls.get(0).limit);
  }

  @Test
  void takesTheTokenThatAnotherHasGotAfterARefusal() throws Exception {
    TokenStore store = TokenStore.inMemory();
    AccessTokens first = client(store);
    AccessTokens second = client(store);
    first.value();
    second.value();
    first.discard("fake-1");
    assertNull(store.get("k"));
    assertEquals("fake-2", first.value());
    second.discard("fake-1");
    assertEquals("fake-2", second.value());
    assertEquals(2, requests.get());
  }

  @Test
  void waitsWhileAnotherRequestsTheToken() throws Exception {
    TokenStore store = TokenStore.inMemory();
    Lease other = requireNonNull(store.lease("k", MINUTE));
    CountDownLatch asked = new CountDownLatch(1);
    TokenStore watched =
        new ForwardingTokenStore(store) {
          @Override
          public @Nullable Lease lease(String key, Duration limit) {
            asked.countDown();
            return super.lease(key, limit);
          }
        };
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<String> waiting = pool.submit(() -> client(watched).value());
      asked.await();
      store.put("k", new Entry("other-fake", clock.instant().plusSeconds(60)), MINUTE);
      other.close();
      assertEquals("other-fake", waiting.get());
    } finally {
      pool.shutdown();
    }
    assertEquals(0, requests.get());
  }

  @Test
  void goesOnAloneWhereTheStoreFails() throws Exception {
    TokenStore broken =
        new ForwardingTokenStore(TokenStore.inMemory()) {
          @Override
          public @Nullable Entry get(String key) {
            throw new IllegalStateException("fake-secret");
          }

          @Override
          public void remove(String key, String refused) {
            throw new IllegalStateException("fake-secret");
          }
        };
    AccessTokens tokens = client(broken);
    assertEquals("fake-1", tokens.value());
    tokens.discard("fake-1");
    assertEquals("fake-2", tokens.value());
    String line = "token store failed: IllegalStateException";
    assertEquals(List.of(line, line, line), log);
  }

  @Test
  void goesOnWhereTheStoreCannotKeepTheToken() throws Exception {
    TokenStore broken =
        new ForwardingTokenStore(TokenStore.inMemory()) {
          @Override
          public void put(String key, Entry entry, Duration keep) {
            throw new IllegalStateException("fake-secret");
          }
        };
    assertEquals("fake-1", client(broken).value());
    assertNotNull(broken.lease("k", MINUTE), "the lease was not given back");
  }

  @Test
  void forgetsOnlyTheTokenThatWasRefused() {
    TokenStore store = TokenStore.inMemory();
    store.put("k", new Entry("second-fake", Instant.MAX), MINUTE);
    store.remove("k", "first-fake");
    assertNotNull(store.get("k"));
    store.remove("k", "second-fake");
    assertNull(store.get("k"));
  }

  @Test
  void showsNoToken() {
    assertEquals(
        "Entry[value=██, replaceAt=2026-01-02T03:04:05Z]",
        new Entry("fake", clock.instant()).toString());
  }
}
