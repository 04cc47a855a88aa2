package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.specwright.core.Retries;
import dev.specwright.mysmark.MySmark;
import dev.specwright.mysmark.api.EventsApi.ListEventSmarksOptions;
import dev.specwright.mysmark.api.EventsApi.ListEventsOptions;
import dev.specwright.mysmark.api.ObjectsApi.ListObjectSmarksOptions;
import dev.specwright.mysmark.api.ObjectsApi.ListObjectsOptions;
import dev.specwright.mysmark.model.Account;
import dev.specwright.mysmark.model.AccountType;
import dev.specwright.mysmark.model.AccountUpdate;
import dev.specwright.mysmark.model.AssignedSteps;
import dev.specwright.mysmark.model.CreatedId;
import dev.specwright.mysmark.model.CreatedResource;
import dev.specwright.mysmark.model.EventCreation;
import dev.specwright.mysmark.model.EventJson;
import dev.specwright.mysmark.model.EventList;
import dev.specwright.mysmark.model.EventTimes;
import dev.specwright.mysmark.model.FreeJson;
import dev.specwright.mysmark.model.Gender;
import dev.specwright.mysmark.model.GrantType;
import dev.specwright.mysmark.model.LegacyParameters;
import dev.specwright.mysmark.model.ObjectCreation;
import dev.specwright.mysmark.model.ObjectList;
import dev.specwright.mysmark.model.ObjectLocation;
import dev.specwright.mysmark.model.ObjectUpdate;
import dev.specwright.mysmark.model.ParameterScale;
import dev.specwright.mysmark.model.ResourceId;
import dev.specwright.mysmark.model.Smark;
import dev.specwright.mysmark.model.SmarkCreation;
import dev.specwright.mysmark.model.SmarkList;
import dev.specwright.mysmark.model.SmarkObject;
import dev.specwright.mysmark.model.Step;
import dev.specwright.mysmark.model.StepAssignment;
import dev.specwright.mysmark.model.StepAssignmentAnswer;
import dev.specwright.mysmark.model.StepReference;
import dev.specwright.mysmark.model.TokenAnswer;
import dev.specwright.mysmark.model.TokenRequest;
import dev.specwright.mysmark.model.Transaction;
import dev.specwright.mysmark.model.TransactionCreation;
import dev.specwright.mysmark.model.UserLink;
import dev.specwright.mysmark.model.UserRegistration;
import dev.specwright.mysmark.model.Widget;
import dev.specwright.mysmark.model.WidgetList;
import dev.specwright.prism.PrismMock;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import retrofit2.Response;

/** Calls every operation of MySmark against its document. */
@PrismMock(value = "specs/mysmark/openapi.yaml", strict = true)
class MysmarkContractTest {
  private static final String ME = "me";
  private static final String OBJECT = "54321";
  private static final String EVENT = "54322";
  private static final String USER = "100";
  private static final String WIDGET = "54b7c1d2e3f4a5b6c7d8e901";
  private static final String OTHER_WIDGET = "54b7c1d2e3f4a5b6c7d8e902";
  private static final Instant CREATED = Instant.ofEpochSecond(1410184800);
  private static final Instant MODIFIED = Instant.ofEpochSecond(1410188400);
  private static final Instant EXPIRES = Instant.ofEpochSecond(1446768000);
  private static final EventTimes TIMES =
      EventTimes.builder().starts(Instant.ofEpochSecond(1446508800)).ends(EXPIRES).build();

  private static final Coverage COVERAGE = new Coverage("mysmark");

  private final URI mock;
  private final MySmark mysmark;

  MysmarkContractTest(URI mock) {
    this.mock = mock;
    mysmark =
        MySmark.builder()
            .clientId("example-client-id")
            .clientSecret("example-client-secret")
            .server(mock.toString())
            .httpClient(COVERAGE.http())
            .retries(Retries.NONE)
            .build();
  }

  @AfterAll
  static void everyOperationWasCalled() throws IOException {
    COVERAGE.complete();
  }

  /** The two places of the token; plain Prism checks the first only. */
  @Nested
  class Authentication {
    @Test
    void tokenIsInTheQueryOfAGet() throws IOException {
      Response<?> shown = mysmark.widgets().listWidgets(ME).execute();
      Request sent = COVERAGE.sent();

      assertEquals("oauth_token=example-access-token", sent.url().query());
      assertEquals(mock + "/api/me/widgets", shown.raw().request().url().toString());
      assertFalse(shown.toString().contains("example-access-token"), shown.toString());
    }

    @Test
    void tokenIsInTheFormOfADelete() throws IOException {
      mysmark.objects().deleteObject(ME, OBJECT).fetch();
      Request sent = COVERAGE.sent();

      Buffer form = new Buffer();
      sent.body().writeTo(form);
      assertEquals("oauth_token=example-access-token", form.readUtf8());
      assertNull(sent.url().query());
    }
  }

  @Nested
  class Tokens {
    @Test
    void tokenIsMadeFromTheKeys() {
      TokenRequest keys =
          TokenRequest.builder()
              .grantType(GrantType.CLIENT_CREDENTIALS)
              .clientId("example-client-id")
              .clientSecret("example-client-secret")
              .build();

      TokenAnswer token = mysmark.tokens().createToken(keys).fetch();

      assertEquals("example-access-token", token.accessToken());
      assertEquals(3600, token.expiresIn());
      assertNull(token.scope());
    }
  }

  @Nested
  class Accounts {
    @Test
    void accountIsRead() {
      Account account = mysmark.accounts().getAccount(ME).fetch();

      assertEquals("Example Ltd", account.name());
      assertEquals(AccountType.ACCOUNT, account.type());
      assertEquals(Instant.ofEpochSecond(1388534400), account.created());
    }

    @Test
    void accountIsUpdated() {
      AccountUpdate update =
          AccountUpdate.builder()
              .name("My new name")
              .description("My new description")
              .url(URI.create("https://www.example.com/"))
              .image(URI.create("https://www.example.com/logo.png"))
              .build();

      Account account = mysmark.accounts().updateAccount(ME, update).fetch();

      assertEquals("My new name", account.name());
      assertEquals(MODIFIED, account.modified());
    }
  }

  @Nested
  class Objects {
    @Test
    void objectsAreListedFromTheStart() {
      ObjectList page = mysmark.objects().listObjects(ME).fetch();

      assertEquals("Web Summit 2015", page.rows().get(0).name());
      assertNull(page.next());
    }

    @Test
    void objectsAreListedFromAPage() {
      ListObjectsOptions query = ListObjectsOptions.builder().page(1410184800).build();

      ObjectList page =
          mysmark.objects().listObjects(ME, query).header("Prefer", "example=morePages").fetch();

      assertEquals("Product demo", page.rows().get(0).name());
      assertEquals(1410184800L, page.next());
    }

    @Test
    void objectIsCreated() {
      ObjectCreation conference =
          ObjectCreation.builder()
              .name("Web Summit 2015")
              .category("conference")
              .singleVote(false)
              .expires(EXPIRES)
              .build();

      CreatedId created = mysmark.objects().createObject(ME, conference).fetch();

      assertEquals(
          CreatedId.of(CreatedResource.builder().id(ResourceId.of(54321L)).build()), created);
    }

    @Test
    @SuppressWarnings("deprecation") // The document has them, so they are sent.
    void objectIsCreatedWithEveryParameter() {
      ParameterScale scale =
          ParameterScale.builder()
              .values(List.of(BigDecimal.ONE, BigDecimal.TEN))
              .labels(List.of("NO", "YES"))
              .names(List.of("Clarity", "Pace", "Interest"))
              .build();
      ObjectCreation everything =
          ObjectCreation.builder()
              .name("Web Summit \"2015\", with ümlaut & more")
              .description("Three days in Dublin")
              .url(URI.create("https://www.example.com/summit?year=2015&lang=en"))
              .image(URI.create("https://www.example.com/summit.png"))
              .singleVote(true)
              .protected_(true)
              .requiresSpecialPermissions(false)
              .expires(EXPIRES)
              .category("conference")
              .externalReference("4711")
              .json(FreeJson.of(Map.of("hall", "RDS", "seats", 20000)))
              .parameters(LegacyParameters.of(scale))
              .location(ObjectLocation.builder().name("Dublin").build())
              .smarkOnImageBackground(URI.create("https://www.example.com/map.png"))
              .smarkOnImagePin(URI.create("https://www.example.com/pin.png"))
              .build();

      CreatedId created =
          mysmark.objects().createObject(ME, everything).header("Prefer", "example=bareId").fetch();

      assertEquals(CreatedId.of(54321L), created);
    }

    @Test
    void objectIsRead() {
      SmarkObject object = mysmark.objects().getObject(ME, OBJECT).fetch();

      assertEquals(ResourceId.of(54321L), object.id());
      assertEquals("conference", object.category());
      assertEquals(CREATED, object.created());
      assertEquals(EXPIRES, object.expires());
    }

    @Test
    void objectIsUpdated() {
      ObjectUpdate rename = ObjectUpdate.builder().name("My new name").build();

      SmarkObject object = mysmark.objects().updateObject(ME, OBJECT, rename).fetch();

      assertEquals("My new name", object.name());
      assertEquals(MODIFIED, object.modified());
    }

    @Test
    void objectIsDeleted() {
      assertEquals(true, mysmark.objects().deleteObject(ME, OBJECT).fetch());
    }

    @Test
    void stepsOfAnObjectAreListed() {
      List<Step> steps = mysmark.objects().listObjectSteps(ME, OBJECT).fetch().steps();

      assertEquals(List.of(WIDGET, OTHER_WIDGET), steps.stream().map(Step::stepId).toList());
      assertEquals(true, steps.get(1).optionalFlag());
    }

    @Test
    void stepsOfAnObjectAreSet() {
      StepAssignmentAnswer answer = mysmark.objects().setObjectSteps(ME, OBJECT, widgets()).fetch();

      assertEquals(assigned(), answer);
    }

    @Test
    void settingTheStepsOfAnObjectMayBeConfirmedOnly() {
      StepAssignmentAnswer answer =
          mysmark
              .objects()
              .setObjectSteps(ME, OBJECT, widgets())
              .header("Prefer", "example=accepted")
              .fetch();

      assertEquals(StepAssignmentAnswer.of(true), answer);
    }

    @Test
    void smarksOfAnObjectAreListedFromTheStart() {
      SmarkList page =
          mysmark
              .objects()
              .listObjectSmarks(ME, OBJECT)
              .header("Prefer", "example=firstPage")
              .fetch();

      assertEquals(7, page.totalSmarks());
      assertEquals("The keynote was great", page.rows().get(0).comment());
      assertEquals(1410188400L, page.next());
    }

    @Test
    void smarksOfAnObjectAreListedFromAPage() {
      ListObjectSmarksOptions query = ListObjectSmarksOptions.builder().page(1410188400).build();

      SmarkList page = mysmark.objects().listObjectSmarks(ME, OBJECT, query).fetch();

      assertEquals("prices", page.rows().get(0).value());
      assertNull(page.rows().get(0).emotion());
      assertNull(page.next());
    }
  }

  @Nested
  class Events {
    @Test
    void eventsAreListedFromTheStart() {
      EventList page = mysmark.events().listEvents(ME).fetch();

      assertEquals(ResourceId.of(54322L), page.rows().get(0).id());
      assertNull(page.next());
    }

    @Test
    void eventsAreListedFromAPage() {
      ListEventsOptions query = ListEventsOptions.builder().page(1410184800).build();

      EventList page =
          mysmark.events().listEvents(ME, query).header("Prefer", "example=morePages").fetch();

      assertEquals("Workshop", page.rows().get(0).name());
      assertEquals(1410184800L, page.next());
    }

    @Test
    void eventIsCreated() {
      EventCreation conference =
          EventCreation.builder()
              .name("Web Summit 2015")
              .singleVote(false)
              .json(EventJson.of(TIMES))
              .build();

      CreatedId created = mysmark.events().createEvent(ME, conference).fetch();

      assertEquals(
          CreatedId.of(CreatedResource.builder().id(ResourceId.of(54322L)).build()), created);
    }

    @Test
    void eventIsRead() {
      SmarkObject event = mysmark.events().getEvent(ME, EVENT).fetch();

      assertEquals(ResourceId.of(54322L), event.id());
      assertEquals("Event", event.category());
      assertEquals(CREATED, event.created());
    }

    @Test
    void eventIsUpdated() {
      ObjectUpdate rename = ObjectUpdate.builder().name("My new name").build();

      SmarkObject event = mysmark.events().updateEvent(ME, EVENT, rename).fetch();

      assertEquals("My new name", event.name());
      assertEquals(MODIFIED, event.modified());
    }

    @Test
    void eventIsDeleted() {
      assertEquals(true, mysmark.events().deleteEvent(ME, EVENT).fetch());
    }

    @Test
    void stepsOfAnEventAreListed() {
      List<Step> steps =
          mysmark
              .events()
              .listEventSteps(ME, EVENT)
              .header("Prefer", "example=emotionalRose")
              .fetch()
              .steps();

      assertEquals(List.of("emo"), steps.stream().map(Step::stepId).toList());
    }

    @Test
    void stepsOfAnEventAreSet() {
      StepAssignmentAnswer answer = mysmark.events().setEventSteps(ME, EVENT, widgets()).fetch();

      assertEquals(assigned(), answer);
    }

    @Test
    void smarksOfAnEventAreListedFromTheStart() {
      SmarkList page =
          mysmark.events().listEventSmarks(ME, EVENT).header("Prefer", "example=firstPage").fetch();

      assertEquals("The keynote was great", page.rows().get(0).comment());
      assertEquals(1410188400L, page.next());
    }

    @Test
    void smarksOfAnEventAreListedFromAPage() {
      ListEventSmarksOptions query = ListEventSmarksOptions.builder().page(1410188400).build();

      SmarkList page = mysmark.events().listEventSmarks(ME, EVENT, query).fetch();

      assertEquals(54322L, page.rows().get(1).refObject());
      assertEquals(7, page.rows().get(1).emotionLabel());
    }
  }

  @Nested
  class Widgets {
    @Test
    void widgetsAreListedWithTheirTypes() {
      WidgetList widgets = mysmark.widgets().listWidgets(ME).fetch();

      assertEquals(
          List.of(WIDGET, OTHER_WIDGET), widgets.widgets().stream().map(Widget::id).toList());
      assertEquals("Spider-Net", widgets.types().get("6"));
    }

    @Test
    void widgetIsRead() {
      Widget widget = mysmark.widgets().getWidget(ME, WIDGET).fetch();

      assertEquals(WIDGET, widget.id());
      assertEquals(URI.create("https://www.example.com/widgets/" + WIDGET), widget.preview());
    }
  }

  @Nested
  class Users {
    @Test
    void usersAreListed() {
      List<UserLink> users = mysmark.users().listUsers(ME).fetch().users();

      assertEquals(List.of(20803L), users.stream().map(UserLink::userId).toList());
    }

    @Test
    void userIsRead() {
      UserLink user = mysmark.users().getUser(ME, USER).fetch();

      assertEquals(20803L, user.userId());
      assertEquals(ResourceId.of(100L), user.extId());
    }

    @Test
    void userIsRegistered() {
      UserRegistration person =
          UserRegistration.builder()
              .name("Name Surname")
              .email("name.surname@example.com")
              .gender(Gender.M)
              .birthdate(LocalDate.of(1964, 2, 18))
              .country("IE")
              .image(URI.create("https://www.example.com/users/100.png"))
              .build();

      UserLink user = mysmark.users().registerUser(ME, USER, person).fetch();

      assertEquals(20803L, user.userId());
    }

    @Test
    void transactionIsCreatedWithParameters() {
      TransactionCreation parameters =
          TransactionCreation.builder()
              .params(Map.of("param1", "string", "param2", false, "somethingelse", 145))
              .build();

      Transaction transaction = mysmark.users().createUserTransaction(ME, USER, parameters).fetch();

      assertEquals("ed79629f1cba7eb954ce88bda87623a4", transaction.hash());
      assertEquals(Instant.ofEpochSecond(1410271524), transaction.expires());
      assertEquals("string", transaction.params().get("param1"));
    }

    @Test
    void transactionIsCreatedWithoutParameters() {
      TransactionCreation nothing = TransactionCreation.builder().build();

      Transaction transaction =
          mysmark
              .users()
              .createUserTransaction(ME, USER, nothing)
              .header("Prefer", "example=plain")
              .fetch();

      assertEquals(20803L, transaction.userId());
      assertNull(transaction.params());
    }

    @Test
    void neutralSmarkIsCreated() {
      SmarkCreation neutral =
          SmarkCreation.builder()
              .refObject(54321L)
              .title("Just curious")
              .comment("I searched for: prices")
              .value("prices")
              .build();

      Smark smark = mysmark.users().createUserSmark(ME, USER, neutral).fetch();

      assertEquals("Just curious", smark.title());
      assertEquals("prices", smark.value());
    }

    @Test
    void emotionalSmarkIsCreated() {
      SmarkCreation emotional =
          SmarkCreation.builder()
              .refObject(54321L)
              .comment("Looking forward to it")
              .emotion(0)
              .emotionLabel(7)
              .build();

      Smark smark =
          mysmark
              .users()
              .createUserSmark(ME, USER, emotional)
              .header("Prefer", "example=emotional")
              .fetch();

      assertEquals(0, smark.emotion());
      assertEquals(7, smark.emotionLabel());
    }
  }

  /** What contradicts the document. */
  @Nested
  class Refused {
    @Test
    void queryWithoutToken() throws Exception {
      RawRequest.get(mock, "/api/me/objects").isRefused(401, "Invalid security scheme used");
    }

    @Test
    void tokenInTheAuthorizationHeader() throws Exception {
      RawRequest.get(mock, "/api/me/objects")
          .header("Authorization", "Bearer example-access-token")
          .isRefused(401, "Invalid security scheme used");
    }

    @Test
    void pageThatIsNoNumber() throws Exception {
      RawRequest.get(mock, "/api/me/objects?oauth_token=example-access-token&page=last")
          .isRefused(422, "Request query parameter page must be JSON text: an integer");
    }

    @Test
    void formWithoutRequiredField() throws Exception {
      RawRequest.postForm(
              mock, "/api/me/objects", "oauth_token=example-access-token&name=%22Web+Summit%22")
          .isRefused(422, "Request body must have required property 'category'");
    }

    @Test
    void stringThatIsNotJson() throws Exception {
      RawRequest.postForm(
              mock,
              "/api/me/objects",
              "oauth_token=example-access-token&name=Summit&category=%22conference%22")
          .isRefused(422, "Request body property name must be JSON text");
    }

    @Test
    void tokenRequestWithAnotherGrant() throws Exception {
      RawRequest.postForm(
              mock, "/oauth2/token", "grant_type=password&client_id=id&client_secret=secret")
          .isRefused(422, "Request body property grant_type must be equal to one of");
    }

    @Test
    void keywordOnTheWrongCollection() throws Exception {
      RawRequest.postForm(mock, "/api/me/objects/54321/transaction", "oauth_token=token")
          .isRefused(404, "NO_PATH_MATCHED_ERROR");
    }
  }

  private static StepAssignment widgets() {
    return StepAssignment.builder()
        .steps(
            List.of(
                StepReference.builder().stepId(WIDGET).build(),
                StepReference.builder().stepId(OTHER_WIDGET).build()))
        .build();
  }

  private static StepAssignmentAnswer assigned() {
    return StepAssignmentAnswer.of(
        AssignedSteps.builder()
            .steps(
                List.of(
                    Step.builder().stepId(WIDGET).optionalFlag(false).type(1).build(),
                    Step.builder().stepId(OTHER_WIDGET).optionalFlag(false).type(8).build()))
            .build());
  }
}
