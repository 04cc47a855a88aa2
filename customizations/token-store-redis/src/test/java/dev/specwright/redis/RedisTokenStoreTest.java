package dev.specwright.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.TokenStore.Entry;
import dev.specwright.core.TokenStore.Lease;
import dev.specwright.icommkt.IcommktSurvey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.JedisPooled;

class RedisTokenStoreTest {
  private static final SecretKey KEY = key(32, "AES");
  private static final int CALLERS = 16;
  private static final Instant LATER = Instant.parse("2026-01-02T03:04:05.678Z");

  private static RedisServer program;

  private JedisPooled redis;
  private RedisTokenStore store;

  @BeforeAll
  static void startProgram(@TempDir Path folder) throws Exception {
    program = RedisServer.start(folder);
  }

  @AfterAll
  static void stopProgram() {
    if (program != null) program.close();
  }

  @BeforeEach
  void connect() {
    redis = program.connect();
    redis.flushAll();
    store = RedisTokenStore.create(redis, KEY);
  }

  @AfterEach
  void disconnect() {
    redis.close();
  }

  private static SecretKey key(int length, String algorithm) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) bytes[i] = (byte) i;
    return new SecretKeySpec(bytes, algorithm);
  }

  @Test
  void givesBackWhatWasPut() {
    assertNull(store.get("k"));
    store.put("k", new Entry("fake-tökén", LATER), Duration.ofMinutes(1));

    assertEquals(new Entry("fake-tökén", LATER), store.get("k"));
    assertTrue(redis.pttl("k") > 0 && redis.pttl("k") <= 60_000);
  }

  @Test
  void keepsNothingThatCanBeRead() {
    store.put("k", new Entry("fake-token", LATER), Duration.ofMinutes(1));
    String first = redis.get("k");
    store.put("k", new Entry("fake-token", LATER), Duration.ofMinutes(1));

    assertTrue(first.matches("[A-Za-z0-9+/]+=*"), first);
    assertFalse(first.equals(redis.get("k")), "the nonce was used twice");
    assertFalse(store.toString().contains("fake"));
  }

  @Test
  void takesNothingFromAnotherKeyOrPlaceOrThatWasChanged() {
    store.put("k", new Entry("fake-token", LATER), Duration.ofMinutes(1));
    String sealed = redis.get("k");

    assertNull(RedisTokenStore.create(redis, key(16, "AES")).get("k"));
    redis.set("other", sealed);
    assertNull(store.get("other"));
    for (String broken : List.of("", "x", "AAAA", sealed.substring(4), "?" + sealed)) {
      redis.set("k", broken);
      assertNull(store.get("k"), broken);
    }
  }

  @Test
  void forgetsOnlyTheTokenThatWasRefused() {
    store.put("k", new Entry("second-fake", LATER), Duration.ofMinutes(1));
    store.remove("k", "first-fake");
    assertNotNull(store.get("k"));
    store.remove("k", "second-fake");
    assertNull(store.get("k"));
  }

  @Test
  void leasesToOneAtATime() {
    Lease lease = store.lease("k", Duration.ofMinutes(1));
    assertNotNull(lease);
    assertTrue(redis.pttl("k:lease") > 0 && redis.pttl("k:lease") <= 60_000);
    assertNull(store.lease("k", Duration.ofMinutes(1)));
    assertNotNull(store.lease("other", Duration.ofMinutes(1)));
    lease.close();
    assertNotNull(store.lease("k", Duration.ofMinutes(1)));
  }

  @Test
  void givesBackNoLeaseThatSomebodyElseHasByNow() {
    Lease late = store.lease("k", Duration.ofMinutes(1));
    assertNotNull(late);
    redis.del("k:lease"); // As if it had run out.
    assertNotNull(store.lease("k", Duration.ofMinutes(1)));
    late.close();
    assertNull(store.lease("k", Duration.ofMinutes(1)));
  }

  @Test
  void refusesAKeyThatIsNotOne() {
    for (SecretKey wrong :
        List.of(key(15, "AES"), key(8, "AES"), key(40, "AES"), key(32, "HmacSHA256"))) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> RedisTokenStore.create(redis, wrong));
      assertEquals(
          "Expected an AES key of 128, 192 or 256 bits but found another. Make one with new"
              + " SecretKeySpec(bytes, \"AES\") of 16, 24 or 32 random bytes.",
          e.getMessage());
    }
  }

  // ---- with clients

  /** Counts token requests; accepts the newest token only. */
  private static final class Service extends Dispatcher {
    final AtomicInteger tokens = new AtomicInteger();

    /** Those who use a token that was revoked hear of it when all of them have used it. */
    final CountDownLatch refused = new CountDownLatch(CALLERS);

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
      String path = request.getUrl().encodedPath();
      if (path.endsWith("/token")) {
        return json(
            200,
            "{\"access_token\":\"fake-token-"
                + tokens.incrementAndGet()
                + "\",\"expires_in\":900,\"token_type\":\"Bearer\",\"refresh_token\":\"unused\"}");
      }
      String token = request.getUrl().queryParameter("access_token");
      if (("fake-token-" + tokens.get()).equals(token)) return json(200, "[]");
      refused.countDown();
      assertTrue(refused.await(20, TimeUnit.SECONDS), "not all were refused at once");
      return json(401, "{\"error\":\"invalid_token\"}");
    }

    private static MockResponse json(int status, String body) {
      return new MockResponse.Builder()
          .code(status)
          .setHeader("Content-Type", "application/json")
          .body(body)
          .build();
    }
  }

  private static IcommktSurvey client(
      MockWebServer server, RedisTokenStore store, List<String> log) {
    return IcommktSurvey.builder()
        .server(server.url("/").toString())
        .apiKey("planted-key")
        .apiSecret("planted-secret")
        .tokenStore(store)
        .log(log::add)
        .build();
  }

  private static void callAtOnce(ExecutorService pool, List<IcommktSurvey> clients)
      throws Exception {
    List<Future<?>> results = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      IcommktSurvey client = clients.get(i % clients.size());
      results.add(pool.submit(() -> client.campaigns().listCampaigns().fetch()));
    }
    for (Future<?> result : results) result.get();
  }

  @Test
  void clientsOfSeveralConnectionsRequestOneToken() throws Exception {
    Service service = new Service();
    List<IcommktSurvey> clients = new ArrayList<>();
    List<JedisPooled> connections = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(service);
      server.start();
      for (int i = 0; i < 4; i++) {
        connections.add(program.connect());
        clients.add(
            client(server, RedisTokenStore.create(connections.get(i), KEY), new ArrayList<>()));
      }
      callAtOnce(pool, clients);
      assertEquals(1, service.tokens.get());

      // Revoked: all find out at the same time, one asks.
      service.tokens.incrementAndGet();
      callAtOnce(pool, clients);
      assertEquals(0, service.refused.getCount());
      assertEquals(3, service.tokens.get());
      for (String key : redis.keys("*")) assertTrue(key.matches("specwright:[0-9a-f]{64}"), key);
    } finally {
      pool.shutdown();
      clients.forEach(IcommktSurvey::close);
      connections.forEach(JedisPooled::close);
    }
  }

  @Test
  void clientsGoOnWithoutRedisAndSaySo() throws Exception {
    Service service = new Service();
    List<String> log = new ArrayList<>();
    try (MockWebServer server = new MockWebServer();
        JedisPooled nobody = new JedisPooled("127.0.0.1", 1)) {
      server.setDispatcher(service);
      server.start();
      try (IcommktSurvey client = client(server, RedisTokenStore.create(nobody, KEY), log)) {
        client.campaigns().listCampaigns().fetch();
      }
    }
    assertEquals(1, service.tokens.get());
    assertTrue(log.contains("token store failed: JedisConnectionException"), log::toString);
    assertFalse(String.join("\n", log).contains("planted"), log::toString);
    assertFalse(String.join("\n", log).contains("fake-token"), log::toString);
  }
}
