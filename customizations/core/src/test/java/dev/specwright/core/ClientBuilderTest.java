package dev.specwright.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBuilderTest {
  @Test
  void takesTheDocumentsServerUnlessAnotherIsSet() {
    assertEquals("https://demo.notes.example/", new NotesClient().client().server().toString());
    assertEquals(
        "https://notes.example/base/",
        new NotesClient().server("https://notes.example/base").client().server().toString());
  }

  @Test
  void refusesAServerWithoutTls() {
    NotesClient client = new NotesClient().server("http://notes.example/");

    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, client::client);
    assertEquals(
        "Expected an https server but found http for notes.example. Credentials would travel in"
            + " the clear; use https, or builder().allowCleartext().",
        e.getMessage());
  }

  @Test
  void takesAServerWithoutTlsWhenAllowed() {
    assertEquals(
        "http://notes.example/",
        new NotesClient()
            .server("http://notes.example")
            .allowCleartext()
            .client()
            .server()
            .toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080/", "http://127.0.0.1:8080/", "http://[::1]:80/"})
  void takesThisMachineWithoutTls(String url) {
    assertEquals(okhttp3.HttpUrl.get(url), new NotesClient().server(url).client().server());
  }

  @Test
  void keepsNothingInTheCacheOfTheCallersClient(@TempDir Path folder) throws Exception {
    try (MockWebServer server = new MockWebServer();
        Cache cache = new Cache(folder.toFile(), 1_000_000)) {
      server.start();
      for (int i = 0; i < 2; i++) {
        server.enqueue(
            new MockResponse.Builder()
                .addHeader("Cache-Control", "max-age=3600")
                .body("{\"text\":\"hello\"}")
                .build());
      }
      Notes notes =
          new NotesClient()
              .server(server.url("/").toString())
              .httpClient(new OkHttpClient.Builder().cache(cache).build())
              .credential("token", Credential.of("fake-token"))
              .build();
      for (int i = 0; i < 2; i++) notes.getNote("7").fetch();

      assertEquals(2, server.getRequestCount());
      assertEquals(0, cache.writeSuccessCount());
    }
  }

  @Test
  void callHasTwoMinutesUnlessTheBuilderOrItsClientSetAnotherLimit() {
    OkHttpClient plain = new OkHttpClient();
    OkHttpClient quick = plain.newBuilder().callTimeout(Duration.ofSeconds(3)).build();

    assertEquals(Duration.ofMinutes(2), limit(new NotesClient()));
    assertEquals(Duration.ofMinutes(2), limit(new NotesClient().httpClient(plain)));
    assertEquals(Duration.ofSeconds(3), limit(new NotesClient().httpClient(quick)));
    assertEquals(
        Duration.ofSeconds(9),
        limit(new NotesClient().httpClient(quick).callTimeout(Duration.ofSeconds(9))));
  }

  private static Duration limit(NotesClient client) {
    Notes notes = client.server("http://localhost:1").build();
    return Duration.ofNanos(notes.getNote("7").timeout().timeoutNanos());
  }

  @Test
  void refusesWhatIsNoUrl() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new NotesClient().server("notes.example"));
    assertEquals(
        "Expected an http or https URL as the server but found something else."
            + " Set it with builder().server(\"https://...\").",
        e.getMessage());
  }

  @Test
  void refusesLessThanOneAttempt() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Retries(
                    0, java.time.Duration.ZERO, java.time.Duration.ZERO, java.time.Duration.ZERO));
    assertEquals(
        "Expected attempts of 1 or more but found 0. Use Retries.NONE for one.", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://notes.example/?token=fake",
        "https://notes.example/#fake",
        "https://fake@notes.example/",
        "https://ann:fake@notes.example/",
        "https://:fake@notes.example/"
      })
  void refusesAServerThatIsMoreThanAnAddress(String url) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new NotesClient().server(url));
    assertEquals(
        "Expected a server of scheme, host and path but found one with a user, query or fragment"
            + " for notes.example. Credentials have setters of their own; leave out the rest.",
        e.getMessage());
  }

  @SuppressWarnings("NullAway") // as a caller without NullAway would
  static Stream<Arguments> nulls() {
    return Stream.<Map.Entry<String, Consumer<NotesClient>>>of(
            Map.entry("server", b -> b.server(null)),
            Map.entry("httpClient", b -> b.httpClient(null)),
            Map.entry("proxy", b -> b.proxy(null)),
            Map.entry("eventListener", b -> b.eventListener(null)),
            Map.entry("callTimeout", b -> b.callTimeout(null)),
            Map.entry("connectTimeout", b -> b.connectTimeout(null)),
            Map.entry("readTimeout", b -> b.readTimeout(null)),
            Map.entry("retries", b -> b.retries(null)),
            Map.entry("log", b -> b.log(null)),
            Map.entry("clock", b -> b.clock(null)),
            Map.entry("sleeper", b -> b.sleeper(null)),
            Map.entry("tokenStore", b -> b.tokenStore(null)),
            Map.entry("userAgent", b -> b.userAgent(null)),
            Map.entry("callIdHeader", b -> b.callIdHeader(null)))
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void refusesNullWhereItIsSet(String setter, Consumer<NotesClient> set) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> set.accept(new NotesClient()));
    String message = requireNonNull(e.getMessage());
    assertTrue(
        message.startsWith("Expected a value for " + setter + " but found null. Set "), message);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void refusesATimeLimitThatIsNotAboveZero(long seconds) {
    Duration limit = Duration.ofSeconds(seconds);
    NotesClient builder = new NotesClient();
    for (Consumer<Duration> setter :
        List.<Consumer<Duration>>of(
            builder::callTimeout, builder::connectTimeout, builder::readTimeout)) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> setter.accept(limit));
      assertTrue(
          requireNonNull(e.getMessage())
              .endsWith(
                  " above zero but found "
                      + limit
                      + ". Set a longer one, or leave the setting out."),
          e::getMessage);
    }
  }

  @Test
  void refusesPausesBelowZero() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Retries(1, Duration.ZERO, Duration.ofSeconds(-1), Duration.ZERO));
    assertEquals(
        "Expected a longestPause of zero or more but found PT-1S. Use Duration.ZERO.",
        e.getMessage());
  }

  @Test
  void refusesNamesThatAreNoHeaders() {
    assertThrows(IllegalArgumentException.class, () -> new NotesClient().callIdHeader("a b"));
    assertThrows(IllegalArgumentException.class, () -> new NotesClient().userAgent("a\nb"));
    assertThrows(IllegalArgumentException.class, () -> new NotesClient().userAgent(" "));
  }

  @Test
  void namesItselfAndTheCall() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      for (int i = 0; i < 2; i++) server.enqueue(new MockResponse.Builder().code(503).build());
      server.enqueue(new MockResponse.Builder().body("{}").build());
      Notes notes =
          new NotesClient()
              .server(server.url("/").toString())
              .userAgent("acme-sync/2.1")
              .callIdHeader("X-Request-Id")
              .build();
      notes.getVersion().fetch();
      String id = requireNonNull(server.takeRequest().getHeaders().get("X-Request-Id"));
      assertTrue(id.matches("[0-9a-f]{16}"), id);
      assertEquals(id, server.takeRequest().getHeaders().get("X-Request-Id"));
      RecordedRequest last = server.takeRequest();
      assertEquals(id, last.getHeaders().get("X-Request-Id"));
      assertEquals(
          "acme-sync/2.1 specwright/" + Versions.LIBRARY + " Notes/1.0.0 okhttp/" + OkHttp.VERSION,
          last.getHeaders().get("User-Agent"));
      assertFalse(Versions.LIBRARY.contains("$"), Versions.LIBRARY);
    }
  }

  @Test
  void sendsNoIdUnlessAskedTo() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("{}").build());
      new NotesClient().server(server.url("/").toString()).build().getVersion().fetch();
      assertEquals(
          List.of("Accept-Encoding", "Connection", "Host", "User-Agent"),
          List.copyOf(server.takeRequest().getHeaders().names()));
    }
  }

  @Test
  void tellsAListenerAboutEachCall() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("{}").build());
      List<String> events = new ArrayList<>();
      EventListener listener =
          new EventListener() {
            @Override
            public void callStart(Call call) {
              events.add("start " + call.request().url().encodedPath());
            }

            @Override
            public void callEnd(Call call) {
              events.add("end");
            }
          };
      new NotesClient()
          .server(server.url("/").toString())
          .eventListener(call -> listener)
          .build()
          .getVersion()
          .fetch();
      assertEquals(List.of("start /version", "end"), events);
    }
  }

  @Test
  void refusesCallsOnceItIsClosed() throws Exception {
    ApiClient client = new NotesClient().client();
    Notes notes = client.create(Notes.class);
    client.close();
    RequestRefusedException e =
        assertThrows(RequestRefusedException.class, () -> notes.getVersion().fetch());
    String message =
        "getVersion: GET https://demo.notes.example/version was not sent: Expected an open client"
            + " but it was closed. Build another one, or close it later.";
    assertEquals(message, e.getMessage());
    ExecutionException async =
        assertThrows(ExecutionException.class, () -> notes.getVersion().fetchAsync().get());
    assertEquals(RequestRefusedException.class, requireNonNull(async.getCause()).getClass());
    assertEquals(message, async.getCause().getMessage());
  }

  /** The request, the answer, no answer, and the store that fails: each line is one too many. */
  @Test
  void aLogReceiverThatFailsHarmsNoCall() throws Exception {
    TokenStore broken =
        new ForwardingTokenStore(TokenStore.inMemory()) {
          @Override
          public @Nullable Entry get(String key) {
            throw new IllegalStateException("store");
          }
        };
    List<String> lines = new ArrayList<>();
    ConnectionPool pool = new ConnectionPool();
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("{\"access_token\":\"fake\"}").build());
      server.enqueue(new MockResponse.Builder().body("{\"id\":7}").build());
      server.enqueue(
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
      Notes notes =
          new NotesClient()
              .server(server.url("/").toString())
              .httpClient(new OkHttpClient.Builder().connectionPool(pool).build())
              .keys("fake-id", "fake-secret")
              .tokenStore(broken)
              .log(
                  line -> {
                    lines.add(line);
                    throw new IllegalStateException("full");
                  })
              .build();
      RequestBody text = RequestBody.create("x", MediaType.get("text/plain"));
      assertEquals(Map.of("id", 7L), notes.createNote(text).fetch());
      assertThrows(OutcomeUnknownException.class, () -> notes.createNote(text).fetch());
      assertEquals(pool.idleConnectionCount(), pool.connectionCount());
    }
    assertEquals(7, lines.size(), lines::toString);
    assertEquals("token store failed: IllegalStateException", lines.get(0));
    assertEquals("no answer: IOException", lines.get(6));
  }
}
