package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.TokenStore.Entry;
import dev.specwright.core.TokenStore.Lease;
import dev.specwright.snippets.PublicMembers;
import dev.specwright.snippets.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

class GuideTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/specwright/core");
  private static final Path GUIDE = SOURCES.resolve("GuideExample.java");
  private static final Path INSIDE = SOURCES.resolve("InsideExample.java");
  private static final RequestBody HELLO = new FormBody.Builder().add("text", "hello").build();

  private final Map<String, List<String>> sent = new TreeMap<>();

  /** An example that talks to a server. */
  private interface Example {
    void run(NotesClient builder) throws Exception;
  }

  @Test
  void examplesAreThoseThatAreCompiled() throws IOException {
    assertEquals(Snippets.marked(GUIDE), Snippets.shown(Path.of("GUIDE.md")));
    assertEquals(Snippets.marked(INSIDE), Snippets.shown(Path.of("INSIDE.md")));
  }

  @Test
  void examplesUseAllThatIsPublic() throws IOException {
    String readByCore = "dev.specwright.core.AccessTokens.Token.";
    assertEquals(
        Set.of(readByCore + "lifetime()", readByCore + "value()"),
        PublicMembers.beside(Pages.class)
            .unused(SOURCES.resolve("ReadmeExample.java"), GUIDE, INSIDE));
  }

  @Test
  void examplesSendWhatTheyShow() throws Exception {
    List<String> said = new ArrayList<>();
    String note = "{\"id\":7}";
    String page = "{\"rows\":[\"a\"],\"next\":\"p2\"}";
    String last = "{\"rows\":[\"b\"],\"next\":\"\"}";

    run("calls", builder -> GuideExample.calls(builder.build()), note, note, note);
    run("failures", builder -> GuideExample.failures(builder.build(), HELLO), note);
    run("violations", builder -> GuideExample.violations(builder.build()));
    run("support", builder -> GuideExample.support(builder.build(), said::add), "[");
    run(
        "lists",
        builder -> assertEquals(List.of("a", "b", "c", "d"), GuideExample.lists(builder.build())),
        page,
        last,
        "[\"c\",\"d\"]");
    run("slices", builder -> assertEquals("", GuideExample.slices(builder.build(), "p2")), last);
    run("asyncLists", builder -> GuideExample.asyncLists(builder.build(), said), last, last);
    run("server", GuideExample::server);
    run("time", GuideExample::time);
    run("retries", GuideExample::retries);
    run("readOnly", builder -> GuideExample.readOnly(builder, HELLO));
    run("dryRun", builder -> GuideExample.dryRun(builder, HELLO));
    run("unchecked", GuideExample::unchecked, note);
    run("http", builder -> GuideExample.http(builder, new OkHttpClient()));
    run("events", builder -> GuideExample.events(builder, said::add));
    run("log", builder -> GuideExample.log(builder, said::add));
    run("sharedToken", builder -> GuideExample.sharedToken(builder, new NotesClient()));
    run("tests", builder -> GuideExample.tests(builder, new ArrayList<>(), Clock.systemUTC()));
    run("close", GuideExample::close);

    Map<String, List<String>> shown = Snippets.requests(GUIDE);
    // Whether these reach a server is a matter of time, or there is none.
    shown.keySet().removeAll(Set.of("cancel", "ownStore"));
    assertEquals(shown, sent);
    assertEquals(2, said.size());
  }

  /** Runs an example and keeps what it sent. */
  private void run(String name, Example example, String... answers) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      for (String answer : answers) server.enqueue(new MockResponse.Builder().body(answer).build());
      example.run(
          new NotesClient()
              .server(server.url("/").toString())
              .credential("token", Credential.of("fake-token")));
      List<String> requests = sent.computeIfAbsent(name, key -> new ArrayList<>());
      while (requests.size() < server.getRequestCount()) {
        requests.add(ShownRequest.of(server.takeRequest(), Set.of("access_token")));
      }
    }
  }

  @Test
  void exampleOfACancelledCallMakesItAgain() throws Exception {
    run(
        "cancel",
        builder -> assertEquals(Map.of("id", 7L), GuideExample.cancel(builder.build())),
        "{\"id\":7}",
        "{\"id\":7}");
  }

  @Test
  void exampleOfAStoreIsOne() {
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    Map<String, Entry> table = new HashMap<>();
    TokenStore store =
        GuideExample.ownStore(table, new HashSet<>(), Clock.fixed(now, ZoneOffset.UTC));
    Entry entry = new Entry("fake-token", now.plusSeconds(1));
    store.put("k", entry, Duration.ofMinutes(1));
    assertEquals(entry, store.get("k"));
    store.remove("k", "other-fake");
    assertEquals(entry, store.get("k"));
    store.remove("k", "fake-token");
    assertEquals(Map.of(), table);
    store.put("k", new Entry("fake-token", now), Duration.ofMinutes(1));
    assertNull(store.get("k"));

    Lease lease = store.lease("k", Duration.ofMinutes(1));
    assertNull(store.lease("k", Duration.ofMinutes(1)));
    assertNotNull(lease);
    lease.close();
    assertNotNull(store.lease("k", Duration.ofMinutes(1)));
  }

  @Test
  void exampleOfAFacadeTakesTheEnvironmentAndSendsWhatTheDocumentAsksFor() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("{\"access_token\":\"t\"}").build());
      server.enqueue(new MockResponse.Builder().body("{}").build());
      server.enqueue(new MockResponse.Builder().body("{}").build());
      Map<String, String> variables = new HashMap<>();
      for (String name :
          List.of("BASIC_USER", "BASIC_PASSWORD", "KEY", "SECRET", "CLIENT_ID", "CLIENT_SECRET")) {
        variables.put("NOTES_" + name, "fake-" + name);
      }
      assertThrows(
          IllegalArgumentException.class,
          () -> new InsideExample.NotesFacade.Builder().fromEnvironment(variables));
      variables.put("NOTES_SERVER", server.url("/").toString());
      try (InsideExample.NotesFacade facade =
          new InsideExample.NotesFacade.Builder().fromEnvironment(variables).build()) {
        assertEquals(server.url("/"), facade.server());
        facade.notes().getNote("7").fetch();
        facade.notes().signIn().fetch();
      }
      assertEquals(
          "POST /token client_id=fake-CLIENT_ID&client_secret=fake-CLIENT_SECRET",
          ShownRequest.of(server.takeRequest(), Set.of()));
      assertEquals("/notes/7?access_token=t", server.takeRequest().getTarget());
      assertEquals("fake-KEY", server.takeRequest().getHeaders().get("X-Key"));
    }
  }

  @Test
  void exampleOfACredentialIsRenewedOnce() throws Exception {
    List<String> keys = new ArrayList<>(List.of("id:first-fake", "id:second-fake"));
    InsideExample.Vault vault =
        new InsideExample.Vault() {
          @Override
          public String read() {
            return keys.get(0);
          }

          @Override
          public boolean renew() {
            return keys.remove(0) != null;
          }
        };
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().code(401).build());
      server.enqueue(new MockResponse.Builder().body("{\"said\":\"no second-fake\"}").build());
      Notes notes =
          new NotesClient()
              .server(server.url("/").toString())
              .credential("token", InsideExample.credential(vault))
              .build();
      notes.getNote("7").fetch();
      assertEquals("/notes/7?access_token=id%3Afirst-fake", server.takeRequest().getTarget());
      assertEquals("/notes/7?access_token=id%3Asecond-fake", server.takeRequest().getTarget());
    }
  }
}
