package dev.specwright.mysmark;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.RequestRefusedException;
import dev.specwright.mysmark.model.AccountUpdate;
import dev.specwright.mysmark.model.Gender;
import dev.specwright.mysmark.model.ObjectUpdate;
import dev.specwright.mysmark.model.SmarkObject;
import dev.specwright.mysmark.model.UserRegistration;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KeywordTest {
  private static final Keyword VOTES = Keyword.of("votes", "objects");

  private FakeMySmark server;
  private MySmark mysmark;

  @BeforeEach
  void start() throws IOException {
    server = FakeMySmark.start();
    mysmark = server.client();
  }

  @AfterEach
  void stop() {
    mysmark.close();
    server.close();
  }

  // ---- what a keyword is

  @Test
  void constantsAreTheKeywordsOfTheDocument() {
    assertEquals(
        Set.of(Keyword.STEPS, Keyword.TRANSACTION, Keyword.SMARK, Keyword.SMARKS),
        Keyword.documented());
  }

  @Test
  void documentedKeywordsApplyAsThePageSays() {
    assertEquals(Set.of("events", "objects"), Keyword.STEPS.collections());
    assertEquals(Set.of("users"), Keyword.TRANSACTION.collections());
    assertEquals(Set.of("users"), Keyword.SMARK.collections());
    assertEquals(Set.of("events", "objects"), Keyword.SMARKS.collections());
    assertEquals("steps", Keyword.STEPS.name());
  }

  @Test
  void keywordsAreValues() {
    assertEquals(
        Keyword.of("votes", "objects", "events"), Keyword.of("votes", "events", "objects"));
    assertEquals(
        Keyword.of("votes", "objects").hashCode(), Keyword.of("votes", "objects").hashCode());
    assertNotEquals(VOTES, Keyword.of("votes", "events"));
    assertNotEquals(VOTES, Keyword.of("hashes", "objects"));
    assertEquals("votes", VOTES.toString());
  }

  @Test
  void refusesANameThatIsNotOnePartOfAUrl() {
    for (String name : List.of("", "a/b", "..", "a b", "votes?x=1", "größe")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> Keyword.of(name, "objects"));
      assertEquals(
          "Expected a keyword of letters, digits, - and _ but found \""
              + name
              + "\". A keyword is one part of a URL.",
          refused.getMessage());
    }
  }

  @Test
  void refusesToRedefineADocumentedKeyword() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Keyword.of("steps", "users"));
    assertEquals(
        "Expected a keyword that the document does not have but found \"steps\". Use Keyword's"
            + " constant for it.",
        refused.getMessage());
  }

  @Test
  void refusesAKeywordOfNoOrAnUnknownCollection() {
    assertEquals(
        "Expected one or more of the collections [events, objects, users, widgets] but found"
            + " [report]. A keyword can only stand behind a resource of these.",
        assertThrows(IllegalArgumentException.class, () -> Keyword.of("votes", "report"))
            .getMessage());
    assertEquals(
        "Expected one or more of the collections [events, objects, users, widgets] but found []."
            + " A keyword can only stand behind a resource of these.",
        assertThrows(IllegalArgumentException.class, () -> Keyword.of("votes")).getMessage());
  }

  // ---- what it does to a call

  @Test
  void goesBehindTheResourceAndInFrontOfTheQuery() throws Exception {
    server.token("t");
    server.json("{\"type\":\"Object\",\"votes\":[1,2]}");
    SmarkObject answer =
        mysmark.objects().getObject("me", "54321").tag(Keyword.class, VOTES).fetch();
    assertEquals(List.of(1L, 2L), answer.additionalProperties().get("votes"));
    assertEquals(
        "GET /api/me/objects/54321/votes?oauth_token=t HTTP/1.1",
        server.takeAfterToken().getRequestLine());
  }

  @Test
  void goesBehindTheResourceOfAPost() throws Exception {
    server.token("t");
    server.json("{\"type\":\"Object\"}");
    mysmark
        .objects()
        .updateObject("me", "54321", ObjectUpdate.builder().name("n").build())
        .tag(Keyword.class, VOTES)
        .fetch();
    RecordedRequest post = server.takeAfterToken();
    assertEquals("POST /api/me/objects/54321/votes HTTP/1.1", post.getRequestLine());
    assertEquals("name=%22n%22&oauth_token=t", requireNonNull(post.getBody()).utf8());
  }

  @Test
  void documentedKeywordsCanBeCarriedToo() throws Exception {
    server.token("t");
    server.json("{\"steps\":[]}");
    server.json("{\"totalSmarks\":0,\"smarks\":[]}");
    mysmark.objects().getObject("me", "54321").tag(Keyword.class, Keyword.STEPS).fetch();
    mysmark.events().getEvent("me", "54322").tag(Keyword.class, Keyword.SMARKS).fetch();
    assertEquals("/api/me/objects/54321/steps?oauth_token=t", server.takeAfterToken().getTarget());
    assertEquals("/api/me/events/54322/smarks?oauth_token=t", server.take().getTarget());
  }

  @Test
  void isAppendedOnceWhenTheCallIsRepeated() throws Exception {
    server.token("t1");
    server.json(401, "{\"error\":\"invalid_token\"}");
    server.token("t2");
    server.json(503, "{}");
    server.json("{\"type\":\"Object\"}");
    try (MySmark patient = server.settings().sleeper((time, call) -> {}).build()) {
      patient.objects().getObject("me", "54321").tag(Keyword.class, VOTES).fetch();
    }
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < 5; i++) targets.add(server.take().getTarget());
    assertEquals(
        List.of(
            "/oauth2/token",
            "/api/me/objects/54321/votes?oauth_token=t1",
            "/oauth2/token",
            "/api/me/objects/54321/votes?oauth_token=t2",
            "/api/me/objects/54321/votes?oauth_token=t2"),
        targets);
  }

  // ---- what is refused before anything is sent

  @Test
  void refusesAKeywordOfAnotherCollection() {
    assertNotSent(
        mysmark.users().getUser("me", "100").tag(Keyword.class, Keyword.STEPS),
        "getUser: GET %s/api/me/users/100 was not sent: Expected a call of events or objects for"
            + " the keyword steps but found getUser, a call of users. Leave the keyword out, or"
            + " put it on a call of the right collection.");
    assertNotSent(
        mysmark.objects().getObject("me", "54321").tag(Keyword.class, Keyword.TRANSACTION),
        "getObject: GET %s/api/me/objects/54321 was not sent: Expected a call of users for the"
            + " keyword transaction but found getObject, a call of objects. Leave the keyword out,"
            + " or put it on a call of the right collection.");
    assertNotSent(
        mysmark.widgets().getWidget("me", "54b7").tag(Keyword.class, Keyword.SMARKS),
        "getWidget: GET %s/api/me/widgets/54b7 was not sent: Expected a call of events or objects"
            + " for the keyword smarks but found getWidget, a call of widgets. Leave the keyword"
            + " out, or put it on a call of the right collection.");
  }

  @Test
  void refusesAKeywordBehindAnotherOne() {
    assertNotSent(
        mysmark.objects().listObjectSmarks("me", "54321").tag(Keyword.class, Keyword.STEPS),
        "listObjectSmarks: GET %s/api/me/objects/54321/smarks was not sent: Expected the keyword"
            + " steps as the last part of the URL but found a call, listObjectSmarks, that already"
            + " ends in the keyword smarks. A call can have one keyword only.");
  }

  @Test
  void refusesAKeywordBehindACollection() {
    assertNotSent(
        mysmark.objects().listObjects("me").tag(Keyword.class, Keyword.STEPS),
        "listObjects: GET %s/api/me/objects was not sent: Expected a call of one resource for the"
            + " keyword steps but found listObjects, whose URL does not end in the ID of a"
            + " resource. Put the keyword on a call such as getObject.");
  }

  @Test
  void refusesAKeywordBehindTheOwner() {
    assertNotSent(
        mysmark
            .accounts()
            .updateAccount("me", AccountUpdate.builder().name("n").build())
            .tag(Keyword.class, VOTES),
        "updateAccount: POST %s/api/me was not sent: Expected a call of one resource for the"
            + " keyword votes but found updateAccount, whose URL does not end in the ID of a"
            + " resource. Put the keyword on a call such as getObject.");
  }

  @Test
  void refusesAKeywordOnAPostThatMayBeRepeated() {
    UserRegistration user =
        UserRegistration.builder()
            .name("Name Surname")
            .email("name.surname@example.com")
            .gender(Gender.F)
            .birthdate(LocalDate.of(1964, 2, 18))
            .country("IE")
            .build();
    assertNotSent(
        mysmark.users().registerUser("me", "100", user).tag(Keyword.class, Keyword.SMARK),
        "registerUser: POST %s/api/me/users/100 was not sent: Expected a call that is never"
            + " repeated for the keyword smark but found registerUser, a POST that the document"
            + " allows to repeat. With a keyword that may not hold; use the keyword's own"
            + " operation, such as createUserSmark.");
  }

  @Test
  void refusesAsynchronousCallsAlike() {
    ExecutionException failed =
        assertThrows(
            ExecutionException.class,
            () ->
                mysmark
                    .users()
                    .getUser("me", "100")
                    .tag(Keyword.class, Keyword.STEPS)
                    .fetchAsync()
                    .get());
    assertEquals(RequestRefusedException.class, requireNonNull(failed.getCause()).getClass());
    assertEquals(0, server.requests());
  }

  private void assertNotSent(ApiCall<?> call, String message) {
    RequestRefusedException refused = assertThrows(RequestRefusedException.class, call::fetch);
    assertEquals(message.replace("%s", "http://localhost:" + server.port()), refused.getMessage());
    assertEquals(0, refused.attempts());
    assertEquals(0, server.requests());
  }
}
