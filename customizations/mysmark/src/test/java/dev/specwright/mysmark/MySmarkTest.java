package dev.specwright.mysmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.RequestRefusedException;
import dev.specwright.mysmark.model.CreatedId;
import dev.specwright.mysmark.model.ObjectCreation;
import dev.specwright.mysmark.model.ResourceId;
import dev.specwright.mysmark.model.Smark;
import dev.specwright.mysmark.model.SmarkObject;
import dev.specwright.mysmark.model.UserLink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MySmarkTest {
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

  // ---- pages

  @Test
  void listsObjectsUntilThePageFieldIsEmpty() throws Exception {
    server.token("t");
    server.json("{\"objects\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"page\":1410184800}");
    server.json("{\"objects\":[{\"name\":\"c\"}],\"page\":\"\"}");
    assertEquals(
        List.of("a", "b", "c"), mysmark.allObjects().stream().map(SmarkObject::name).toList());
    assertEquals("/api/me/objects?oauth_token=t", server.takeAfterToken().getTarget());
    assertEquals("/api/me/objects?page=1410184800&oauth_token=t", server.take().getTarget());
    assertEquals(3, server.requests());
  }

  @Test
  void listsEventsOfTheOwnerThatWasSet() throws Exception {
    server.token("t");
    server.json("{\"events\":[{\"name\":\"a\"}],\"page\":null}");
    try (MySmark numeric = server.settings().owner("4711").build()) {
      assertEquals(1, numeric.allEvents().stream().count());
    }
    assertEquals("/api/4711/events?oauth_token=t", server.takeAfterToken().getTarget());
  }

  @Test
  void listsSmarksUntilAPageHasFewerThanFive() throws Exception {
    server.token("t");
    server.json(
        "{\"totalSmarks\":7,\"smarks\":[{\"value\":\"1\"},{\"value\":\"2\"},{\"value\":\"3\"},"
            + "{\"value\":\"4\"},{\"value\":\"5\"}],\"nextPage\":1410188400}");
    server.json(
        "{\"totalSmarks\":7,\"smarks\":[{\"value\":\"6\"},{\"value\":\"7\"}],"
            + "\"nextPage\":1410188300}");
    List<String> values = new ArrayList<>();
    for (Smark smark : mysmark.allObjectSmarks("54321")) values.add("" + smark.value());
    assertEquals(List.of("1", "2", "3", "4", "5", "6", "7"), values);
    assertEquals("/api/me/objects/54321/smarks?oauth_token=t", server.takeAfterToken().getTarget());
    assertEquals(
        "/api/me/objects/54321/smarks?page=1410188400&oauth_token=t", server.take().getTarget());
    assertEquals(3, server.requests());
  }

  @Test
  void listsSmarksUntilNextPageIsNull() throws Exception {
    server.token("t");
    server.json("{\"totalSmarks\":5,\"smarks\":[{},{},{},{},{}],\"nextPage\":null}");
    assertEquals(5, mysmark.allEventSmarks("54322").stream().count());
    assertEquals("/api/me/events/54322/smarks?oauth_token=t", server.takeAfterToken().getTarget());
    assertEquals(2, server.requests());
  }

  @Test
  void requestsAPageOnlyWhenItsFirstRowIsAskedFor() {
    Iterator<SmarkObject> rows = mysmark.allObjects().iterator();
    assertEquals(0, server.requests());
    server.token("t");
    server.json("{\"objects\":[{\"name\":\"a\"}],\"page\":1410184800}");
    assertEquals("a", rows.next().name());
    assertEquals(2, server.requests());
  }

  // ---- ids

  @Test
  void readsTheIdOfACreationInEveryShape() {
    server.token("t");
    for (String answer :
        List.of("{\"id\":54321}", "{\"id\":\"54321\",\"x\":1}", "54321", "\"54321\"")) {
      server.json(answer);
      CreatedId created =
          mysmark
              .objects()
              .createObject(
                  "me",
                  ObjectCreation.builder().name("Web Summit 2015").category("conference").build())
              .fetch();
      assertEquals("54321", MySmark.idOf(created), answer);
    }
  }

  @Test
  void refusesAnIdOfAnotherShape() {
    assertEquals(
        "Expected an ID as text or number but found a Boolean. The service answered in a form that"
            + " its page does not describe.",
        assertThrows(
                IllegalArgumentException.class, () -> MySmark.idOf(new CreatedId.Unknown(false)))
            .getMessage());
    assertEquals(
        "Expected an ID as text or number but found null. The service answered in a form that its"
            + " page does not describe.",
        assertThrows(
                IllegalArgumentException.class, () -> MySmark.idOf(new ResourceId.Unknown(null)))
            .getMessage());
  }

  @Test
  void readsTheIdOfALinkedUser() {
    server.token("t");
    server.json("{\"user_id\":\"20803\",\"ext_id\":100}");
    UserLink link = mysmark.users().getUser("me", "100").fetch();
    assertEquals(20803, link.userId());
    assertEquals("100", MySmark.idOf(link.extId()));
  }

  // ---- embedding

  @Test
  void linksToTheWidgetOfAnObject() {
    assertEquals(
        "https://www.mysmark.com/embed.php?id=54321", MySmark.embedUrl("54321").toString());
  }

  @Test
  void linksToTheWidgetForAUserSignedOn() {
    assertEquals(
        "https://www.mysmark.com/embed.php?id=54321&user_signon=ed79629f1cba7eb954ce88bda87623a4",
        MySmark.embedUrl("54321", "ed79629f1cba7eb954ce88bda87623a4").toString());
  }

  @Test
  void encodesWhatGoesIntoTheLink() {
    assertEquals(
        "https://www.mysmark.com/embed.php?id=5%264%233&user_signon=a%2Bb%3D",
        MySmark.embedUrl("5&4#3", "a+b=").toString());
  }

  @Test
  void refusesALinkWithoutIdOrHash() {
    assertEquals(
        "Expected the ID of an object but it was blank.",
        assertThrows(IllegalArgumentException.class, () -> MySmark.embedUrl(" ")).getMessage());
    assertEquals(
        "Expected the hash of a transaction but it was blank.",
        assertThrows(IllegalArgumentException.class, () -> MySmark.embedUrl("54321", ""))
            .getMessage());
  }

  // ---- settings

  @Test
  void namesTheSettingThatIsMissing() {
    assertEquals(
        "Expected clientId but it was blank. Set it with builder().clientId(...).",
        assertThrows(
                IllegalArgumentException.class,
                () -> MySmark.builder().clientSecret("fake").build())
            .getMessage());
    assertEquals(
        "Expected clientSecret but it was blank. Set it with builder().clientSecret(...).",
        assertThrows(
                IllegalArgumentException.class,
                () -> MySmark.builder().clientId("fake").clientSecret(" ").build())
            .getMessage());
    assertEquals(
        "Expected owner but it was blank. Set it with builder().owner(...).",
        assertThrows(
                IllegalArgumentException.class,
                () -> MySmark.builder().clientId("fake").clientSecret("fake").owner("").build())
            .getMessage());
  }

  @Test
  void readOnlyRequestsATokenAndReadsButDoesNotWrite() {
    server.token("t");
    server.json("{\"users\":[]}");
    try (MySmark careful = server.settings().readOnly().build()) {
      careful.users().listUsers("me").fetch();
      assertThrows(
          RequestRefusedException.class,
          () -> careful.objects().deleteObject("me", "54321").fetch());
    }
    assertEquals(2, server.requests());
  }
}
