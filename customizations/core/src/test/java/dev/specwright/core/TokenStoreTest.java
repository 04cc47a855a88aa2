package dev.specwright.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.AccessTokens.Token;
import dev.specwright.core.TokenStore.Entry;
import dev.specwright.core.TokenStore.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
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
    assertEquals("fake-2", first.value());
    assertEquals("fake-2", requireNonNull(store.get("k")).value());
    second.discard("fake-1");
    assertEquals("fake-2", second.value());
    assertEquals(2, requests.get());
  }

  @Test
  void removesARefusedTokenBeforeItRequestsAnother() throws Exception {
    List<@Nullable Entry> kept = new ArrayList<>();
    TokenStore store =
        new ForwardingTokenStore(TokenStore.inMemory()) {
          @Override
          public @Nullable Lease lease(String key, Duration limit) {
            kept.add(get(key));
            return super.lease(key, limit);
          }
        };
    AccessTokens tokens = client(store);
    tokens.value();
    tokens.discard("fake-1");
    tokens.value();
    assertEquals(Arrays.asList(null, null), kept);
  }

  /** The caller's thread is the one with a time limit. */
  @Test
  void aStoreThatHangsKeepsNobodyBeyondTheTimeLimitOfTheCall() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    TokenStore hanging =
        new ForwardingTokenStore(TokenStore.inMemory()) {
          @Override
          public void remove(String key, String refused) {
            try {
              never.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("{\"access_token\":\"fake\"}").build());
      server.enqueue(new MockResponse.Builder().body("{}").build());
      server.enqueue(new MockResponse.Builder().code(401).build());
      Notes notes =
          new NotesClient()
              .server(server.url("/").toString())
              .keys("fake-id", "fake-secret")
              .tokenStore(hanging)
              .build();
      notes.getNote("7").fetch();
      CompletableFuture<Map<String, Object>> call =
          notes.getNote("7").timeout(Duration.ofSeconds(1)).fetchAsync();
      ExecutionException e =
          assertThrows(ExecutionException.class, () -> call.get(20, TimeUnit.SECONDS));
      assertEquals(CallTimeoutException.class, requireNonNull(e.getCause()).getClass());
      assertEquals(3, server.getRequestCount());
    } finally {
      never.countDown();
    }
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
    assertEquals(List.of(line, line), log);
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
