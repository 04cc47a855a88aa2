package dev.specwright.mysmark;

import static dev.specwright.mysmark.FakeMySmark.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.ConflictException;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.mysmark.api.ObjectsApi.ListObjectsOptions;
import dev.specwright.mysmark.model.AccountUpdate;
import dev.specwright.mysmark.model.EventCreation;
import dev.specwright.mysmark.model.EventJson;
import dev.specwright.mysmark.model.EventTimes;
import dev.specwright.mysmark.model.FreeJson;
import dev.specwright.mysmark.model.Gender;
import dev.specwright.mysmark.model.ObjectCreation;
import dev.specwright.mysmark.model.ObjectUpdate;
import dev.specwright.mysmark.model.SmarkCreation;
import dev.specwright.mysmark.model.StepAssignment;
import dev.specwright.mysmark.model.StepReference;
import dev.specwright.mysmark.model.Transaction;
import dev.specwright.mysmark.model.TransactionCreation;
import dev.specwright.mysmark.model.UserRegistration;
import dev.specwright.runtime.Violation;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page's examples, byte for byte. The order of the fields is the document's; where the page
 * leaves an address empty, the document's example fills it in.
 */
final class FormTest {
  private static final String OBJECT = "{\"type\":\"Object\"}";

  private FakeMySmark server;
  private MySmark mysmark;

  @BeforeEach
  void start() throws IOException {
    server = FakeMySmark.start();
    mysmark = server.client();
    server.token("t");
  }

  @AfterEach
  void stop() {
    mysmark.close();
    server.close();
  }

  private void assertSent(String requestLine, String form) throws InterruptedException {
    RecordedRequest request = server.takeAfterToken();
    assertEquals(requestLine + " HTTP/1.1", request.getRequestLine());
    assertEquals(form, body(request));
    assertEquals("application/x-www-form-urlencoded", request.getHeaders().get("Content-Type"));
  }

  @Test
  void section341UpdatesTheAccount() throws Exception {
    server.json("{\"type\":\"Account\"}");
    AccountUpdate update =
        AccountUpdate.builder()
            .name("My new name")
            .description("My new description")
            .url(URI.create("https://www.example.com/"))
            .image(URI.create("https://www.example.com/logo.png"))
            .build();
    mysmark.accounts().updateAccount("me", update).fetch();
    assertSent(
        "POST /api/me",
        "name=%22My+new+name%22&description=%22My+new+description%22"
            + "&url=%22https%3A%2F%2Fwww.example.com%2F%22"
            + "&image=%22https%3A%2F%2Fwww.example.com%2Flogo.png%22&oauth_token=t");
  }

  @Test
  void section342CreatesTheWebSummit() throws Exception {
    server.json("{\"id\":54321}");
    ObjectCreation webSummit =
        ObjectCreation.builder()
            .name("Web Summit 2015")
            .category("conference")
            .singleVote(false)
            .expires(Instant.ofEpochSecond(1446768000))
            .build();
    mysmark.objects().createObject("me", webSummit).fetch();
    assertSent(
        "POST /api/me/objects",
        "name=%22Web+Summit+2015%22&singleVote=false&expires=1446768000"
            + "&category=%22conference%22&oauth_token=t");
  }

  @Test
  void section342RenamesAnObject() throws Exception {
    server.json(OBJECT);
    mysmark
        .objects()
        .updateObject("me", "54321", ObjectUpdate.builder().name("My new name").build())
        .fetch();
    assertSent("POST /api/me/objects/54321", "name=%22My+new+name%22&oauth_token=t");
  }

  @Test
  void section342DeletesAnObjectThroughTheEventsCollectionAsThePageDoes() throws Exception {
    server.json("true");
    mysmark.events().deleteEvent("me", "54321").fetch();
    assertSent("DELETE /api/me/events/54321", "oauth_token=t");
  }

  @Test
  void section343CreatesAnEventWithItsTimesAsAnObject() throws Exception {
    server.json("54322");
    EventTimes times =
        EventTimes.builder()
            .starts(Instant.ofEpochSecond(1446508800))
            .ends(Instant.ofEpochSecond(1446768000))
            .build();
    EventCreation event =
        EventCreation.builder()
            .name("Web Summit 2015")
            .singleVote(false)
            .json(EventJson.of(times))
            .build();
    mysmark.events().createEvent("me", event).fetch();
    assertSent(
        "POST /api/me/events",
        "name=%22Web+Summit+2015%22&singleVote=false"
            + "&json=%7B%22starts%22%3A1446508800%2C%22ends%22%3A1446768000%7D&oauth_token=t");
  }

  @Test
  void section345RegistersAUser() throws Exception {
    server.json("{\"user_id\":20803,\"ext_id\":100}");
    UserRegistration user =
        UserRegistration.builder()
            .name("Name Surname")
            .email("name.surname@example.com")
            .gender(Gender.M)
            .birthdate(LocalDate.of(1964, 2, 18))
            .country("IE")
            .image(URI.create("https://www.example.com/users/100.png"))
            .build();
    assertEquals(20803, mysmark.users().registerUser("me", "100", user).fetch().userId());
    assertSent(
        "POST /api/me/users/100",
        "name=%22Name+Surname%22&email=%22name.surname%40example.com%22&gender=%22m%22"
            + "&birthdate=%2218%2F02%2F1964%22&country=%22IE%22"
            + "&image=%22https%3A%2F%2Fwww.example.com%2Fusers%2F100.png%22&oauth_token=t");
  }

  @Test
  void section345RefusesAUserThatThePageDoesNotAllow() {
    UserRegistration user =
        UserRegistration.builder()
            .name("Name Surname")
            .email("name.surname@example.com")
            .gender(Gender.of("x"))
            .birthdate(LocalDate.of(1964, 2, 18))
            .country("Ireland")
            .build();
    RequestRefusedException refused =
        assertThrows(
            RequestRefusedException.class, mysmark.users().registerUser("me", "100", user)::fetch);
    assertEquals(
        List.of("body.gender", "body.country"),
        refused.violations().stream().map(Violation::place).toList());
    // A date that is none cannot be made; of years, those of four digits fit.
    UserRegistration late =
        user.toBuilder()
            .gender(Gender.F)
            .country("IE")
            .birthdate(LocalDate.of(12_345, 1, 2))
            .build();
    assertEquals(
        "Expected a year from 0 to 9999 but found 12345. The form dd/MM/yyyy holds no other.",
        assertThrows(
                IllegalArgumentException.class,
                () -> mysmark.users().registerUser("me", "100", late).fetch())
            .getMessage());
    assertEquals(0, server.requests());
  }

  @Test
  void section351SetsTheStepsOfAnObject() throws Exception {
    server.json("true");
    StepAssignment steps =
        StepAssignment.builder()
            .steps(
                List.of(
                    StepReference.builder().stepId("54b7c1d2e3f4a5b6c7d8e901").build(),
                    StepReference.builder().stepId("emo").build()))
            .build();
    mysmark.objects().setObjectSteps("me", "54321", steps).fetch();
    assertSent(
        "POST /api/me/objects/54321/steps",
        "steps=%5B%7B%22step_id%22%3A%2254b7c1d2e3f4a5b6c7d8e901%22%7D%2C"
            + "%7B%22step_id%22%3A%22emo%22%7D%5D&oauth_token=t");
  }

  @Test
  void section352CreatesATransactionWithParameters() throws Exception {
    server.json(
        "{\"hash\":\"ed79629f1cba7eb954ce88bda87623a4\",\"params\":{\"param1\":\"string\","
            + "\"param2\":false,\"somethingelse\":145},\"user_id\":20803,\"expires\":1410271524}");
    Map<String, @Nullable Object> params = new LinkedHashMap<>();
    params.put("param1", "string");
    params.put("param2", false);
    params.put("somethingelse", 145);
    Transaction transaction =
        mysmark
            .users()
            .createUserTransaction(
                "me", "100", TransactionCreation.builder().params(params).build())
            .fetch();
    assertEquals("ed79629f1cba7eb954ce88bda87623a4", transaction.hash());
    assertEquals(Instant.ofEpochSecond(1410271524), transaction.expires());
    assertSent(
        "POST /api/me/users/100/transaction",
        "params=%7B%22param1%22%3A%22string%22%2C%22param2%22%3Afalse%2C"
            + "%22somethingelse%22%3A145%7D&oauth_token=t");
  }

  @Test
  void section352CreatesATransactionWithoutParameters() throws Exception {
    server.json("{\"hash\":\"ed79629f1cba7eb954ce88bda87623a4\"}");
    mysmark
        .users()
        .createUserTransaction("me", "100", TransactionCreation.builder().build())
        .fetch();
    assertSent("POST /api/me/users/100/transaction", "oauth_token=t");
  }

  @Test
  void section353SmarksWithoutEmotion() throws Exception {
    server.json("{\"refObject\":54321}");
    SmarkCreation smark =
        SmarkCreation.builder()
            .refObject(54321L)
            .title("Just curious")
            .comment("I searched for: prices")
            .value("prices")
            .build();
    mysmark.users().createUserSmark("me", "100", smark).fetch();
    assertSent(
        "POST /api/me/users/100/smark",
        "refObject=54321&title=%22Just+curious%22&comment=%22I+searched+for%3A+prices%22"
            + "&value=%22prices%22&oauth_token=t");
  }

  @Test
  void section353SendsEmotionZero() throws Exception {
    server.json("{\"refObject\":54321,\"emotion\":0,\"emotionLabel\":7}");
    SmarkCreation smark =
        SmarkCreation.builder()
            .refObject(54321L)
            .comment("Looking forward to it")
            .emotion(0)
            .emotionLabel(7)
            .build();
    assertEquals(0, mysmark.users().createUserSmark("me", "100", smark).fetch().emotion());
    assertSent(
        "POST /api/me/users/100/smark",
        "refObject=54321&comment=%22Looking+forward+to+it%22&emotion=0&emotionLabel=7"
            + "&oauth_token=t");
  }

  @Test
  void sendsNullWhereItWasSetAndNothingWhereNot() throws Exception {
    server.json(OBJECT);
    ObjectUpdate update =
        ObjectUpdate.builder().url(null).expires(null).externalReference(null).build();
    mysmark.objects().updateObject("me", "54321", update).fetch();
    assertSent(
        "POST /api/me/objects/54321", "url=null&expires=null&externalReference=null&oauth_token=t");
  }

  @Test
  void quotesTextThatLooksLikeJsonOrForm() throws Exception {
    server.json(OBJECT);
    ObjectUpdate update =
        ObjectUpdate.builder()
            .name("He said \"1 + 1 = 2\" & left\n")
            .description("null")
            .externalReference("42")
            .json(FreeJson.of("{\"starts\":1}"))
            .build();
    mysmark.objects().updateObject("me", "54321", update).fetch();
    assertSent(
        "POST /api/me/objects/54321",
        "name=%22He+said+%5C%221+%2B+1+%3D+2%5C%22+%26+left%5Cn%22&description=%22null%22"
            + "&externalReference=%2242%22&json=%22%7B%5C%22starts%5C%22%3A1%7D%22"
            + "&oauth_token=t");
  }

  @Test
  void keepsNullsInsideParameters() throws Exception {
    server.json("{\"hash\":\"ed79629f1cba7eb954ce88bda87623a4\"}");
    Map<String, @Nullable Object> params = new LinkedHashMap<>();
    params.put("nothing", null);
    params.put("nested", Map.of("list", List.of(1, 2.5)));
    mysmark
        .users()
        .createUserTransaction("me", "100", TransactionCreation.builder().params(params).build())
        .fetch();
    assertSent(
        "POST /api/me/users/100/transaction",
        "params=%7B%22nothing%22%3Anull%2C%22nested%22%3A%7B%22list%22%3A%5B1%2C2.5%5D%7D%7D"
            + "&oauth_token=t");
  }

  @Test
  void sendsUnicodeAsUtf8() throws Exception {
    server.json(OBJECT);
    mysmark
        .objects()
        .updateObject("me", "54321", ObjectUpdate.builder().name("Größe €").build())
        .fetch();
    assertSent("POST /api/me/objects/54321", "name=%22Gr%C3%B6%C3%9Fe+%E2%82%AC%22&oauth_token=t");
  }

  @Test
  void writesAPageOfTheQueryAsJson() throws Exception {
    server.json("{\"objects\":[]}");
    mysmark
        .objects()
        .listObjects("me", ListObjectsOptions.builder().page(1410271524).build())
        .fetch();
    assertEquals(
        "/api/me/objects?page=1410271524&oauth_token=t", server.takeAfterToken().getTarget());
  }

  @Test
  void takesANumericOwner() throws Exception {
    server.json("{\"objects\":[]}");
    try (MySmark numeric = server.settings().owner("4711").build()) {
      assertEquals("4711", numeric.owner());
      numeric.objects().listObjects(numeric.owner()).fetch();
    }
    assertEquals("/api/4711/objects?oauth_token=t", server.takeAfterToken().getTarget());
  }

  @Test
  void tellsARefusedDeletionApart() {
    server.json(405, "false");
    ConflictException conflict =
        assertThrows(
            ConflictException.class, () -> mysmark.objects().deleteObject("me", "54321").fetch());
    assertEquals(405, conflict.status());
    assertNull(conflict.code());
    assertEquals(
        "deleteObject: DELETE http://localhost:"
            + server.port()
            + "/api/me/objects/54321 was refused with status 405",
        conflict.getMessage());
  }
}
