package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private final MockWebServer server = new MockWebServer();
  private NotesClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client = new NotesClient().server(server.url("/").toString());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(int status, String json) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "application/json")
            .body(json)
            .build());
  }

  /** Gives one value after the other, as tokens that were refused are replaced. */
  private static final class Renewable implements Credential {
    final Queue<String> values = new ArrayDeque<>(List.of("first-fake", "second-fake"));
    int discarded;

    @Override
    public String value() {
      return values.element();
    }

    @Override
    public boolean discard(String refused) {
      assertEquals(values.element(), refused);
      discarded++;
      if (values.size() > 1) values.remove();
      return true;
    }
  }

  @Test
  void sendsATokenInTheQueryWhereTheSchemeSaysSo() throws Exception {
    answer(200, "{}");
    client.credential("token", Credential.of("a+b/c=d&e")).build().getNote("7").fetch();

    RecordedRequest request = server.takeRequest();
    assertEquals("/notes/7?access_token=a%2Bb%2Fc%3Dd%26e", request.getTarget());
    assertEquals("a+b/c=d&e", request.getUrl().queryParameter("access_token"));
    assertNull(request.getHeaders().get("Authorization"));
  }

  @Test
  void sendsAllSchemesOfTheFirstAlternativeItCanMeet() throws Exception {
    answer(200, "{}");
    client
        .credential("basic", Credential.basic("ann@example.com", "pass:wörd"))
        .credential("keyParameter", Credential.of("fake-key"))
        .build()
        .signIn()
        .fetch();

    RecordedRequest request = server.takeRequest();
    assertEquals("/session?X_KEY=fake-key", request.getTarget());
    assertEquals(
        "Basic YW5uQGV4YW1wbGUuY29tOnBhc3M6d8O2cmQ=", request.getHeaders().get("Authorization"));
    assertNull(request.getHeaders().get("X-Key"));
  }

  @Test
  void sendsNothingToAnOperationWithoutSecurity() throws Exception {
    answer(200, "{}");
    client
        .credential("token", Credential.of("fake"))
        .credential("basic", Credential.of("fake"))
        .build()
        .getVersion()
        .fetch();

    RecordedRequest request = server.takeRequest();
    assertEquals("/version", request.getTarget());
    assertNull(request.getHeaders().get("Authorization"));
  }

  @Test
  void fillsThePathSegmentOfACredential() throws Exception {
    answer(200, "a,b\n");
    client.credential("secret", Credential.of("fake.secret")).build().export("me").fetch().close();

    assertEquals("/fake.secret/notes.csv?reader=me", server.takeRequest().getTarget());
  }

  @Test
  void addsACredentialToTheFormAndNotToTheQuery() throws Exception {
    answer(200, "true");
    client.credential("token", Credential.of("fake token")).build().deleteNote("7").fetch();

    RecordedRequest request = server.takeRequest();
    assertEquals("DELETE", request.getMethod());
    assertEquals("/notes/7", request.getTarget());
    assertEquals("oauth_token=fake+token", request.getBody().utf8());
  }

  @Test
  void refusesToCallWithoutTheCredentialAndSendsNothing() {
    RequestRefusedException e =
        assertThrows(RequestRefusedException.class, () -> client.build().getNote("7").fetch());

    assertEquals(
        "getNote: GET "
            + server.url("/notes/7")
            + " was not sent: Expected the credential [[token]] for getNote but the client has"
            + " none. Set it on the client's builder.",
        e.getMessage());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void refusesAnEmptyId() {
    Notes notes = client.credential("token", Credential.of("fake")).build();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> notes.getNote(""));

    assertEquals(
        "Expected a value for {id} of the path but it was empty. Pass one; without it the path is"
            + " another.",
        e.getMessage());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void refusesAHeaderThatCannotBeSentWithoutShowingIt() {
    client
        .credential("basic", Credential.basic("ann", "fake"))
        .credential("key", Credential.of("fake-key\n"));

    RequestRefusedException e =
        assertThrows(RequestRefusedException.class, () -> client.build().signIn().fetch());
    assertEquals(
        "signIn: GET "
            + server.url("/session")
            + " was not sent: Expected printable ASCII in the credential key but found another"
            + " character, such as a line break at its end. Set it anew on the client's builder.",
        e.getMessage());
  }

  @Test
  void masksACredentialThatTheServiceRepeats() {
    answer(400, "{\"error\":\"bad fake-token\",\"message\":\"token\\nfake-token\"}");

    ValidationException e =
        assertThrows(
            ValidationException.class,
            () ->
                client
                    .credential("token", Credential.of("fake-token"))
                    .build()
                    .getNote("7")
                    .fetch());
    assertEquals("bad ██", e.code());
    assertEquals("token?██", e.vendorMessage());
    assertEquals(
        "getNote: GET " + server.url("/notes/7") + " was refused with status 400: bad ██, token?██",
        e.getMessage());
  }

  /** Where an answer is wrong is said with names that the service chose. */
  @Test
  void masksACredentialThatNamesABrokenMember() {
    answer(200, "{\"fake-token\":?}");
    Notes notes = client.credential("token", Credential.of("fake-token")).build();

    BadAnswerException e = assertThrows(BadAnswerException.class, () -> notes.getNote("7").fetch());
    assertEquals(
        "getNote: GET "
            + server.url("/notes/7")
            + " got an answer that does not fit the document, status 200: MalformedAnswerException",
        e.getMessage());
    String trace = FaultBench.trace(e);
    assertTrue(trace.contains("at path $.██"), trace);
    assertFalse(trace.contains("fake-token"), trace);
  }

  @Test
  void sendsNothingToAnotherHost() {
    client.credential("token", Credential.of("fake"));
    client.own.add(
        chain ->
            chain.proceed(
                chain
                    .request()
                    .newBuilder()
                    .url(chain.request().url().newBuilder().host("127.0.0.1").build())
                    .build()));

    RequestRefusedException e =
        assertThrows(RequestRefusedException.class, () -> client.build().getNote("7").fetch());

    assertEquals(
        "getNote: GET "
            + server.url("/notes/7")
            + " was not sent: Expected a request to localhost but found one to 127.0.0.1."
            + " Credentials go to the client's own server only; build another client for another"
            + " server.",
        e.getMessage());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void doesNotFollowARedirect() {
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .setHeader("Location", "http://other.example/")
            .build());

    assertThrows(
        dev.specwright.runtime.ApiException.class,
        () -> client.credential("token", Credential.of("fake")).build().getNote("7").fetch());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void renewsARefusedCredentialAndRepeatsTheCallOnce() throws Exception {
    answer(401, "{\"error\":\"invalid_token\"}");
    answer(200, "{\"id\":7}");
    Renewable token = new Renewable();

    assertEquals(Map.of("id", 7L), client.credential("token", token).build().getNote("7").fetch());
    assertEquals("/notes/7?access_token=first-fake", server.takeRequest().getTarget());
    assertEquals("/notes/7?access_token=second-fake", server.takeRequest().getTarget());
    assertEquals(1, token.discarded);
  }

  @Test
  void renewsACredentialThatAnAnswerWithStatus200Refuses() throws Exception {
    answer(200, "{\"error\":\"invalid_token\",\"message\":\"expired\"}");
    answer(200, "{\"id\":7}");

    assertEquals(
        Map.of("id", 7L), client.credential("token", new Renewable()).build().getNote("7").fetch());
  }

  @Test
  void looksIntoAnAnswerThatDoesNotClaimToBeJson() {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html")
            .body("{\"error\":\"invalid_token\"}")
            .build());
    answer(200, "{}");

    client.credential("token", new Renewable()).build().getNote("7").fetch();
    assertEquals(2, server.getRequestCount());
  }

  @Test
  void givesUpAfterTheSecondRefusal() {
    answer(401, "{\"error\":\"invalid_token\"}");
    answer(401, "{\"error\":\"invalid_token\",\"message\":\"revoked\"}");

    AuthenticationException e =
        assertThrows(
            AuthenticationException.class,
            () -> client.credential("token", new Renewable()).build().getNote("7").fetch());
    assertEquals(
        "getNote: GET "
            + server.url("/notes/7")
            + " was refused with status 401: invalid_token, revoked (2 attempts)",
        e.getMessage());
    assertEquals(2, server.getRequestCount());
  }

  @Test
  void renewsOnceOverAllAttempts() throws Exception {
    answer(401, "{}");
    answer(503, "{}");
    answer(401, "{\"error\":\"invalid_token\"}");
    Renewable token = new Renewable();

    AuthenticationException e =
        assertThrows(
            AuthenticationException.class,
            () -> client.credential("token", token).build().getNote("7").fetch());
    assertEquals(3, e.attempts());
    assertEquals("/notes/7?access_token=first-fake", server.takeRequest().getTarget());
    assertEquals("/notes/7?access_token=second-fake", server.takeRequest().getTarget());
    assertEquals("/notes/7?access_token=second-fake", server.takeRequest().getTarget());
    assertEquals(3, server.getRequestCount());
    // The last one is dropped as well, for the next call.
    assertEquals(2, token.discarded);
  }

  @Test
  void pausesAfterATokenRequestThatAnInterceptorBreaks() {
    List<String> asked = new ArrayList<>();
    client.own.add(
        chain -> {
          asked.add(chain.request().url().encodedPath());
          if (chain.request().method().equals("GET")) return chain.proceed(chain.request());
          throw new IllegalStateException("broken");
        });
    Notes notes = client.keys("fake-id", "fake-secret").clock(new FakeClock()).build();
    String failure =
        "createToken: POST "
            + server.url("/token")
            + " got no complete answer: IllegalStateException";

    TransportException first =
        assertThrows(TransportException.class, () -> notes.getNote("7").fetch());
    assertEquals(failure, first.getMessage());
    TransportException second =
        assertThrows(TransportException.class, () -> notes.getNote("8").fetch());
    assertEquals(
        failure + ". No token is requested before 2026-01-02T03:04:06Z, so this failure stands",
        second.getMessage());
    assertEquals(List.of("/notes/7", "/token", "/notes/8"), asked);
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void doesNotRepeatABodyThatCanBeReadOnce() {
    answer(401, "{}");
    RequestBody once =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get("text/plain");
          }

          @Override
          public boolean isOneShot() {
            return true;
          }

          @Override
          public void writeTo(BufferedSink sink) throws java.io.IOException {
            sink.writeUtf8("once");
          }
        };

    assertThrows(
        AuthenticationException.class,
        () -> client.credential("token", new Renewable()).build().createNote(once).fetch());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void reportsRequestsWithEverySecretMasked() {
    answer(200, "{}");
    answer(200, "true");
    answer(200, "a");
    StringBuilder log = new StringBuilder();
    Notes notes =
        client
            .log(line -> log.append(line).append('\n'))
            .credential("basic", Credential.basic("ann", "fake-password"))
            .credential("key", Credential.of("fake-key"))
            .credential("token", Credential.of("fake-token"))
            .credential("secret", Credential.of("fake-secret"))
            .build();
    notes.signIn().fetch();
    notes.deleteNote("7").fetch();
    notes.export("private").fetch().close();

    String url = server.url("/").toString();
    assertEquals(
        "GET "
            + url
            + "session\n"
            + "  X-Key: ██\n"
            + "  Authorization: ██\n"
            + "200 application/json\n"
            + "DELETE "
            + url
            + "notes/7\n"
            + "  oauth_token=██\n"
            + "200 application/json\n"
            + "GET "
            + url
            + "██/notes.csv?reader=██\n"
            + "200 application/json\n",
        ordered(log.toString()));
  }

  /** A service may put anything into a header, also into those that are read here. */
  @Test
  void showsNoSecretThatAHeaderRepeats() {
    server.enqueue(
        new MockResponse.Builder()
            .code(404)
            .setHeader("Content-Type", "text/html; path=\"/fake-secret/notes.csv\"")
            .setHeader("Retry-After", "/fake-secret/notes.csv")
            .build());
    server.enqueue(
        new MockResponse.Builder().code(404).setHeader("Content-Type", "text/fake-secret").build());
    server.enqueue(new MockResponse.Builder().code(404).setHeader("Content-Type", "any").build());
    List<String> log = new ArrayList<>();
    Notes notes = client.log(log::add).credential("secret", Credential.of("fake-secret")).build();

    NotFoundException e =
        assertThrows(NotFoundException.class, () -> notes.export("private").fetch());
    assertNull(e.failure().retryAfter());
    assertThrows(NotFoundException.class, () -> notes.export("private").fetch());
    assertThrows(NotFoundException.class, () -> notes.export("private").fetch());

    String request = "GET " + server.url("/") + "██/notes.csv?reader=██";
    assertEquals(
        List.of(
            request, "404 text/html", request, "404 text/██", request, "404 without content type"),
        log);
  }

  /** The two header lines come in no particular order. */
  private static String ordered(String log) {
    return log.replace("  Authorization: ██\n  X-Key: ██\n", "  X-Key: ██\n  Authorization: ██\n");
  }
}
