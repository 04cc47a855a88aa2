package dev.specwright.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.icommkt.webhook.AnswerNotification;
import dev.specwright.icommkt.webhook.ReplayCache;
import dev.specwright.icommkt.webhook.ReplayCache.State;
import dev.specwright.icommkt.webhook.WebhookException;
import dev.specwright.icommkt.webhook.WebhookException.Reason;
import dev.specwright.icommkt.webhook.WebhookSigner;
import dev.specwright.icommkt.webhook.WebhookVerifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.JedisPooled;

class RedisReplayCacheTest {
  private static final int CALLERS = 16;
  private static final byte[] BODY = "{\"hiddenfields\":{\"branch\":\"12\"}}".getBytes(UTF_8);

  private static RedisServer program;

  private JedisPooled redis;
  private JedisPooled ofAnotherProcess;

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
    ofAnotherProcess = program.connect();
  }

  @AfterEach
  void disconnect() {
    redis.close();
    ofAnotherProcess.close();
  }

  private static WebhookVerifier verifier(JedisPooled connection) {
    return WebhookVerifier.builder()
        .secret("fake-secret")
        .replayCache(new RedisReplayCache(connection))
        .build();
  }

  @Test
  void callThatOneProcessHandledIsRepeatedForAnother() {
    String header = new WebhookSigner("fake-secret").sign(Instant.now(), BODY);
    List<AnswerNotification> inbox = new ArrayList<>();
    verifier(redis).handOver(header, BODY, inbox::add);

    WebhookException e =
        assertThrows(
            WebhookException.class,
            () -> verifier(ofAnotherProcess).handOver(header, BODY, inbox::add));
    assertEquals(Reason.REPEATED, e.reason());
    assertEquals(1, inbox.size());
  }

  @Test
  void callThatOneProcessHandlesIsUnfinishedForAnother() {
    String header = new WebhookSigner("fake-secret").sign(Instant.now(), BODY);
    List<Reason> elsewhere = new ArrayList<>();
    verifier(redis)
        .handOver(
            header,
            BODY,
            news ->
                elsewhere.add(
                    assertThrows(
                            WebhookException.class,
                            () -> verifier(ofAnotherProcess).verify(header, BODY))
                        .reason()));
    assertEquals(List.of(Reason.UNFINISHED), elsewhere);
  }

  @Test
  void callThatFailedIsNewForAnother() {
    String header = new WebhookSigner("fake-secret").sign(Instant.now(), BODY);
    assertThrows(
        IllegalStateException.class,
        () ->
            verifier(redis)
                .handOver(
                    header,
                    BODY,
                    news -> {
                      throw new IllegalStateException("the inbox is full");
                    }));

    List<AnswerNotification> inbox = new ArrayList<>();
    verifier(ofAnotherProcess).handOver(header, BODY, inbox::add);
    assertEquals(1, inbox.size());
  }

  @Test
  void callWhoseProcessHasEndedIsNewAfterItsTime() {
    ReplayCache cache = new RedisReplayCache(redis);
    assertEquals(State.NEW, cache.begin("call", Instant.now().minusSeconds(1)));
    assertEquals(State.NEW, cache.begin("call", Instant.now().plusSeconds(60)));
    assertEquals(State.UNFINISHED, cache.begin("call", Instant.now().plusSeconds(60)));
  }

  @Test
  void callIsNewForOneOfThoseThatBeginItAtOnce() throws Exception {
    Instant until = Instant.now().plusSeconds(60);
    CountDownLatch together = new CountDownLatch(CALLERS);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<State> states = new ArrayList<>();
    try {
      List<Future<State>> begun = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        ReplayCache cache = new RedisReplayCache(i % 2 == 0 ? redis : ofAnotherProcess);
        begun.add(
            callers.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return cache.begin("call", until);
                }));
      }
      for (Future<State> each : begun) states.add(each.get());
    } finally {
      callers.shutdown();
    }
    assertEquals(1, Collections.frequency(states, State.NEW));
    assertEquals(CALLERS - 1, Collections.frequency(states, State.UNFINISHED));
  }
}
