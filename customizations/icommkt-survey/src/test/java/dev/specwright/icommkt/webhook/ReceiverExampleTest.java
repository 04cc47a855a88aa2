package dev.specwright.icommkt.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReceiverExampleTest {
  private static final Instant NOW = Instant.ofEpochSecond(1539794213);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final byte[] BODY = "{\"hiddenfields\":{\"branch\":\"12\"}}".getBytes(UTF_8);
  private static final String HEADER = new WebhookSigner("test-secret-one").sign(NOW, BODY);

  private final OkHttpClient http = new OkHttpClient();
  private final List<AnswerNotification> inbox = Collections.synchronizedList(new ArrayList<>());
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private @Nullable ReceiverExample receiver;

  @AfterEach
  void stop() {
    if (receiver != null) receiver.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private ReceiverExample start(Consumer<AnswerNotification> to) throws IOException {
    WebhookVerifier verifier =
        WebhookVerifier.builder()
            .secret("test-secret-one")
            .clock(CLOCK)
            .replayCache(ReplayCache.inMemory(10, CLOCK))
            .build();
    receiver = ReceiverExample.start(0, verifier, to, log::add);
    return receiver;
  }

  private int send(ReceiverExample to, @Nullable String header, byte[] body) throws IOException {
    Request.Builder request =
        new Request.Builder()
            .url("http://localhost:" + to.port() + "/answers")
            .post(RequestBody.create(body));
    if (header != null) request.header(WebhookVerifier.HEADER, header);
    return status(request.build());
  }

  private int status(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return response.code();
    }
  }

  @Test
  void goodCallIsHandedOverBeforeItIsAnswered() throws Exception {
    assertEquals(200, send(start(inbox::add), HEADER, BODY));
    assertEquals(Collections.singletonMap("branch", "12"), inbox.get(0).answer().hiddenfields());
    assertEquals(List.of(), log);
  }

  @Test
  void callThatTheInboxDidNotTakeIsGoodWhenItComesAgain() throws Exception {
    List<AnswerNotification> refused = new ArrayList<>();
    ReceiverExample failing =
        start(
            news -> {
              if (refused.isEmpty()) {
                refused.add(news);
                throw new IllegalStateException("no room");
              }
              inbox.add(news);
            });
    assertEquals(500, send(failing, HEADER, BODY));
    assertEquals(List.of(), inbox);
    assertEquals(
        List.of(
            "The inbox failed, the service has to send the call again:"
                + " java.lang.IllegalStateException: no room"),
        log);
    assertEquals(200, send(failing, HEADER, BODY));
    assertEquals(refused, inbox);
  }

  @Test
  void callThatWasTakenIsAnswered200AndNotHandedOverAgain() throws Exception {
    ReceiverExample once = start(inbox::add);
    assertEquals(200, send(once, HEADER, BODY));
    assertEquals(200, send(once, HEADER, BODY));
    assertEquals(1, inbox.size());
  }

  @Test
  void callThatIsBeingTakenHasToComeAgain() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    ReceiverExample slow =
        start(
            news -> {
              begun.countDown();
              try {
                released.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              inbox.add(news);
            });
    var threads = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> first = threads.submit(() -> send(slow, HEADER, BODY));
      begun.await();
      assertEquals(503, send(slow, HEADER, BODY));
      released.countDown();
      assertEquals(200, first.get());
    } finally {
      released.countDown();
      threads.shutdown();
    }
    assertEquals(1, inbox.size());
  }

  @Test
  void badCallIsRefusedAndNotHandedOver() throws Exception {
    ReceiverExample strict = start(inbox::add);
    assertEquals(400, send(strict, HEADER.replace("v1=", "v1=0"), BODY));
    assertEquals(400, send(strict, null, BODY));
    assertEquals(
        405,
        status(
            new Request.Builder()
                .url("http://localhost:" + strict.port() + "/answers")
                .header(WebhookVerifier.HEADER, HEADER)
                .build()));
    assertEquals(List.of(), inbox);
    assertEquals(2, log.size());
  }

  @Test
  void bodyThatIsTooLargeIsRefusedWhateverItsSignature() throws Exception {
    byte[] body = new byte[ReceiverExample.LARGEST_BODY + 1];
    String header = new WebhookSigner("test-secret-one").sign(NOW, body);
    assertEquals(413, send(start(inbox::add), header, body));
    assertEquals(List.of(), inbox);
  }
}
