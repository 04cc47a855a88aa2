package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.CallReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
  private static final RequestBody BODY = RequestBody.create("x", MediaType.get("text/plain"));

  private final MockWebServer server = new MockWebServer();
  private NotesClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        new NotesClient()
            .server(server.url("/").toString())
            .clock(new FakeClock())
            .credential("token", Credential.of("fake"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(int status, String... header) {
    MockResponse.Builder answer = new MockResponse.Builder().code(status).body("{}");
    if (header.length > 0) answer.setHeader(header[0], header[1]);
    server.enqueue(answer.build());
  }

  private void disconnect() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void repeatsAReadThatMayWorkLater(int status) {
    answer(status);
    answer(200);

    assertEquals(Map.of(), client.build().getNote("7").fetch());
    assertEquals(2, server.getRequestCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500})
  void doesNotRepeatWhatWillFailAgain(int status) {
    answer(status);

    assertThrows(
        dev.specwright.runtime.ApiException.class, () -> client.build().getNote("7").fetch());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void pausesLongerEachTimeAndThenGivesUp() {
    for (int i = 0; i < 3; i++) answer(503);

    ServerException e =
        assertThrows(ServerException.class, () -> client.build().getNote("7").fetch());
    assertEquals(3, e.attempts());
    assertEquals(2, client.waits.size());
    assertBetween(375, 500, client.waits.get(0));
    assertBetween(750, 1000, client.waits.get(1));
  }

  private static void assertBetween(long low, long high, Duration wait) {
    assertTrue(wait.toMillis() >= low && wait.toMillis() <= high, wait.toString());
  }

  @Test
  void waitsAsLongAsTheServiceAsks() {
    answer(429, "Retry-After", "7");
    answer(503, "Retry-After", "Fri, 02 Jan 2026 03:04:35 GMT");
    answer(200);

    client.build().getNote("7").fetch();
    assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(30)), client.waits);
  }

  @Test
  void endsWhenTheServiceAsksForMoreThanTheLongestWait() {
    answer(429, "Retry-After", "61");

    RateLimitException e =
        assertThrows(RateLimitException.class, () -> client.build().getNote("7").fetch());
    assertEquals(1, e.attempts());
    assertEquals(List.of(), client.waits);
  }

  @Test
  void neverRepeatsAWriteThatTheServiceAnswered() {
    answer(503);

    assertThrows(ServerException.class, () -> client.build().createNote(BODY).fetch());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void saysThatTheOutcomeOfAWriteIsUnknownWhenItsAnswerIsLost() {
    disconnect();

    OutcomeUnknownException e =
        assertThrows(OutcomeUnknownException.class, () -> client.build().createNote(BODY).fetch());
    assertEquals(1, e.attempts());
    assertEquals(1, server.getRequestCount());
  }

  /** A gateway, or a server that waited, has no answer either; the write may have arrived. */
  @ParameterizedTest
  @ValueSource(ints = {408, 502, 504})
  void saysThatTheOutcomeOfAWriteIsUnknownWhenTheAnswerIsAGateways(int status) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Retry-After", "7")
            .body("<h1>No answer</h1>")
            .build());
    ApiCall<Map<String, Object>> call = client.build().createNote(BODY);

    OutcomeUnknownException e = assertThrows(OutcomeUnknownException.class, call::fetch);
    assertEquals(
        "createNote: POST " + server.url("/notes") + " got no complete answer, status " + status,
        e.getMessage());
    assertEquals(status, e.status());
    assertEquals("<h1>No answer</h1>", e.answerStart());
    assertEquals("7", e.failure().retryAfter());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void keepsWhatTheVendorSaysOfAnUnknownOutcome() {
    server.enqueue(
        new MockResponse.Builder()
            .code(504)
            .body("{\"error\":\"late\",\"message\":\"ask again\"}")
            .build());

    OutcomeUnknownException e =
        assertThrows(OutcomeUnknownException.class, () -> client.build().createNote(BODY).fetch());
    assertEquals("late ask again", e.code() + " " + e.vendorMessage());
  }

  @Test
  void callsAReadThatTheServerWaitedForATimeout() {
    answer(408);
    CallTimeoutException e =
        assertThrows(
            CallTimeoutException.class,
            () -> client.retries(Retries.NONE).build().getNote("7").fetch());
    assertEquals(408, e.status());
    assertEquals(
        "getNote: GET " + server.url("/notes/7") + " got no complete answer, status 408",
        e.getMessage());
  }

  @Test
  void repeatsAReadWhoseAnswerIsLost() {
    disconnect();
    answer(200);

    client.build().getNote("7").fetch();
    assertEquals(2, server.getRequestCount());
  }

  @Test
  void repeatsAWriteThatFoundNoConnection() {
    int port = server.getPort();
    server.close();
    client.server("http://localhost:" + port + "/");

    TransportException e =
        assertThrows(TransportException.class, () -> client.build().createNote(BODY).fetch());
    assertEquals(TransportException.class, e.getClass());
    assertEquals(3, e.attempts());
  }

  @Test
  void repeatsNothingWhereRetriesAreOff() {
    answer(503);

    assertThrows(
        ServerException.class, () -> client.retries(Retries.NONE).build().getNote("7").fetch());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void doesNotBeginAPauseThatTheCallsTimeLimitWouldEnd() {
    answer(503, "Retry-After", "50");

    ServerException e =
        assertThrows(
            ServerException.class,
            () -> client.build().getNote("7").timeout(Duration.ofSeconds(50)).fetch());
    assertEquals(1, e.attempts());
    assertEquals(List.of(), client.waits);

    answer(503, "Retry-After", "50");
    answer(200);
    client.build().getNote("7").timeout(Duration.ofSeconds(51)).fetch();
    assertEquals(List.of(Duration.ofSeconds(50)), client.waits);
  }

  @Test
  void stopsWaitingWhenTheCallIsCancelled() throws Exception {
    answer(503, "Retry-After", "50");
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<String> end = new CompletableFuture<>();
    Sleeper sleeper = new CallSleeper();
    Notes notes =
        client
            .sleeper(
                (time, call) -> {
                  waiting.countDown();
                  try {
                    sleeper.sleep(time, call);
                    end.complete("slept for " + time);
                  } catch (IOException e) {
                    end.complete(e.getMessage());
                    throw e;
                  }
                })
            .build();
    CompletableFuture<Map<String, Object>> future = notes.getNote("7").fetchAsync();
    waiting.await();
    assertTrue(future.cancel(true));
    // Long before the 50 seconds that the service asks for.
    assertEquals("Canceled", end.get(20, TimeUnit.SECONDS));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void neverRepeatsAWriteThatIsToldToComeBackAtOnce() {
    // OkHttp itself would.
    answer(503, "Retry-After", "0");
    answer(200);

    assertThrows(ServerException.class, () -> client.build().createNote(BODY).fetch());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void repeatsAReadWhoseAnswerBreaksOffInTheMiddle() {
    server.enqueue(
        new MockResponse.Builder()
            .body("{\"id\":7,\"text\":\"" + "x".repeat(100_000) + "\"}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    answer(200);

    assertEquals(Map.of(), client.build().getNote("7").fetch());
    assertEquals(2, server.getRequestCount());
  }

  @Test
  void reportsEachAttempt() {
    answer(503, "X-Request-Id", "first");
    disconnect();
    answer(429, "X-Request-Id", "third");

    ApiException e = assertThrows(ApiException.class, () -> client.build().getNote("7").fetch());
    assertEquals("third", e.requestId());
    assertEquals(16, e.callId().length());
    assertEquals(
        List.of("503", "IOException", "429"),
        e.report().attempts().stream().map(CallReport.Attempt::outcome).toList());
    assertEquals(
        "curl -X GET '"
            + server.url("/notes/7")
            + "?access_token=██' -H 'User-Agent: "
            + Versions.userAgent(Notes.DESCRIPTION)
            + "'",
        e.report().curl());
  }

  @Test
  void refusesWritesWhenReadOnly() {
    Notes notes = client.readOnly().build();

    RequestRefusedException e =
        assertThrows(RequestRefusedException.class, () -> notes.createNote(BODY).fetch());
    assertEquals(
        "createNote: POST "
            + server.url("/notes")
            + " was not sent: Expected an operation that reads but found POST, and this client is"
            + " read-only. Build it without readOnly() to write.",
        e.getMessage());
    answer(200);
    notes.getNote("7").fetch();
    assertEquals(1, server.getRequestCount());
  }
}
