package dev.specwright.mysmark;

import dev.specwright.core.ConflictException;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.mysmark.model.Account;
import dev.specwright.mysmark.model.AccountUpdate;
import dev.specwright.mysmark.model.CreatedId;
import dev.specwright.mysmark.model.EventCreation;
import dev.specwright.mysmark.model.EventJson;
import dev.specwright.mysmark.model.EventTimes;
import dev.specwright.mysmark.model.FreeJson;
import dev.specwright.mysmark.model.Gender;
import dev.specwright.mysmark.model.GrantType;
import dev.specwright.mysmark.model.ObjectCreation;
import dev.specwright.mysmark.model.ObjectUpdate;
import dev.specwright.mysmark.model.Smark;
import dev.specwright.mysmark.model.SmarkCreation;
import dev.specwright.mysmark.model.SmarkObject;
import dev.specwright.mysmark.model.Step;
import dev.specwright.mysmark.model.StepAssignment;
import dev.specwright.mysmark.model.StepReference;
import dev.specwright.mysmark.model.TokenAnswer;
import dev.specwright.mysmark.model.TokenRequest;
import dev.specwright.mysmark.model.Transaction;
import dev.specwright.mysmark.model.TransactionCreation;
import dev.specwright.mysmark.model.UserLink;
import dev.specwright.mysmark.model.UserRegistration;
import dev.specwright.mysmark.model.WidgetList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** The examples of GUIDE.md: the lines between the markers. */
final class GuideExample {
  private GuideExample() {}

  static MySmark client(String clientId, String clientSecret) {
    // readme
    MySmark mysmark =
        MySmark.builder()
            .clientId(clientId)
            .clientSecret(clientSecret)
            .owner("4711") // the account's ID; its alias, me, unless set
            .build();
    String owner = mysmark.owner(); // what every operation takes first
    // end
    System.out.println(owner);
    return mysmark;
  }

  static void account(MySmark mysmark) {
    // readme
    Account account = mysmark.accounts().getAccount("me").fetch();
    // GET /api/me
    System.out.println(account.name() + " since " + account.created());

    AccountUpdate update = AccountUpdate.builder().name("My new name").image(null).build();
    mysmark.accounts().updateAccount("me", update).fetch();
    // POST /api/me name="My new name"&image=null
    // end
  }

  static void object(MySmark mysmark) {
    // readme
    ObjectCreation booth =
        ObjectCreation.builder()
            .name("Booth 12")
            .category("booth")
            .expires(Instant.parse("2015-11-06T00:00:00Z"))
            .json(FreeJson.of(Map.of("floor", 2)))
            .build();
    CreatedId created = mysmark.objects().createObject("me", booth).fetch();
    // POST /api/me/objects name="Booth 12"&expires=1446768000&category="booth"&json={"floor":2}
    String id = MySmark.idOf(created);

    SmarkObject found = mysmark.objects().getObject("me", id).fetch();
    // GET /api/me/objects/54321
    System.out.println(found.name() + " until " + found.expires());

    ObjectUpdate renaming = ObjectUpdate.builder().name("Booth 13").build();
    mysmark.objects().updateObject("me", id, renaming).fetch();
    // POST /api/me/objects/54321 name="Booth 13"

    try {
      mysmark.objects().deleteObject("me", id).fetch();
      // DELETE /api/me/objects/54321
    } catch (ConflictException e) {
      System.out.println("It was smarked already."); // status 405
    }
    // end
  }

  static void lists(MySmark mysmark) {
    // readme
    for (SmarkObject each : mysmark.allObjects()) System.out.println(each.name());
    // GET /api/me/objects
    // GET /api/me/objects?page=1410184800

    List<SmarkObject> events = mysmark.allEvents().stream().limit(10).toList();
    // GET /api/me/events
    // end
    System.out.println(events.size());
  }

  static void event(MySmark mysmark) {
    // readme
    EventTimes times =
        EventTimes.builder()
            .starts(Instant.parse("2015-11-03T00:00:00Z"))
            .ends(Instant.parse("2015-11-06T00:00:00Z"))
            .build();
    EventCreation summit =
        EventCreation.builder().name("Web Summit 2015").json(EventJson.of(times)).build();
    String id = MySmark.idOf(mysmark.events().createEvent("me", summit).fetch());
    // POST /api/me/events name="Web Summit 2015"&json={"starts":1446508800,"ends":1446768000}
    // end
    System.out.println(id);
  }

  static void steps(MySmark mysmark) {
    // readme
    WidgetList widgets = mysmark.widgets().listWidgets("me").fetch();
    // GET /api/me/widgets
    System.out.println(widgets.types()); // {0=E-Rose, 6=Spider-Net}

    StepReference rose = StepReference.builder().stepId("emo").build(); // or a widget's id()
    StepAssignment steps = StepAssignment.builder().steps(List.of(rose)).build();
    mysmark.objects().setObjectSteps("me", "54321", steps).fetch();
    // POST /api/me/objects/54321/steps steps=[{"step_id":"emo"}]

    for (Step each : mysmark.objects().listObjectSteps("me", "54321").fetch().steps()) {
      // GET /api/me/objects/54321/steps
      System.out.println(each.stepId() + ", may be skipped: " + each.optionalFlag());
    }
    // end
  }

  static void smarks(MySmark mysmark) {
    // readme
    int total = mysmark.objects().listObjectSmarks("me", "54321").fetch().totalSmarks();
    // GET /api/me/objects/54321/smarks

    for (Smark each : mysmark.allObjectSmarks("54321")) System.out.println(each.comment());
    // GET /api/me/objects/54321/smarks
    Optional<Smark> latest = mysmark.allEventSmarks("54322").stream().findFirst();
    // GET /api/me/events/54322/smarks
    // end
    System.out.println(total + latest.map(Smark::comment).orElse(""));
  }

  static HttpUrl users(MySmark mysmark) {
    // readme
    UserRegistration registration =
        UserRegistration.builder()
            .name("Name Surname")
            .email("name@example.com")
            .gender(Gender.M)
            .birthdate(LocalDate.of(1964, 2, 18))
            .country("IE")
            .build();
    UserLink link = mysmark.users().registerUser("me", "100", registration).fetch();
    // POST /api/me/users/100
    //   name="Name Surname"&email="name@example.com"
    //   &gender="m"&birthdate="18/02/1964"&country="IE"
    String yourId = MySmark.idOf(link.extId()); // "100"; link.userId() is MySmark's own

    TransactionCreation shop = TransactionCreation.builder().params(Map.of("shop", 12)).build();
    Transaction login = mysmark.users().createUserTransaction("me", yourId, shop).fetch();
    // POST /api/me/users/100/transaction params={"shop":12}
    HttpUrl iframe = MySmark.embedUrl("54321", login.hash());
    // https://www.mysmark.com/embed.php?id=54321&user_signon=ed79629f1cba7eb954ce88bda87623a4
    // end
    return iframe;
  }

  static void smark(MySmark mysmark) {
    // readme
    SmarkCreation excited =
        SmarkCreation.builder()
            .refObject(54321L)
            .comment("What a booth!")
            .emotion(0) // Joy
            .emotionLabel(7) // excitement
            .value("prices") // for you alone
            .build();
    mysmark.users().createUserSmark("me", "100", excited).fetch();
    // POST /api/me/users/100/smark
    //   refObject=54321&comment="What a booth!"&emotion=0&emotionLabel=7&value="prices"
    // end
  }

  static void embed(String id) {
    // readme
    HttpUrl iframe = MySmark.embedUrl(id).newBuilder().addQueryParameter("comm", "1").build();
    // https://www.mysmark.com/embed.php?id=54321&comm=1
    // end
    System.out.println(iframe);
  }

  static void keywords(MySmark mysmark) {
    // readme
    Keyword votes = Keyword.of("votes", "objects", "events");
    SmarkObject answer = mysmark.events().getEvent("me", "54322").tag(Keyword.class, votes).fetch();
    // GET /api/me/events/54322/votes
    Object rows = answer.additionalProperties().get("votes");

    Set<Keyword> all = Keyword.documented(); // each has a name() and collections()
    mysmark.objects().getObject("me", "54321").tag(Keyword.class, Keyword.STEPS).fetch();
    // GET /api/me/objects/54321/steps
    mysmark.objects().getObject("me", "54321").tag(Keyword.class, Keyword.SMARKS).fetch();
    // GET /api/me/objects/54321/smarks

    for (Keyword wrong : List.of(Keyword.SMARK, Keyword.TRANSACTION)) {
      try {
        mysmark.objects().getObject("me", "54321").tag(Keyword.class, wrong).fetch();
      } catch (RequestRefusedException e) {
        System.out.println(wrong.name() + " is for " + wrong.collections()); // [users]
      }
    }
    // end
    System.out.println(rows + " " + all);
  }

  static void token(MySmark mysmark, String clientId, String clientSecret) {
    // readme
    TokenRequest request =
        TokenRequest.builder()
            .grantType(GrantType.CLIENT_CREDENTIALS)
            .clientId(clientId)
            .clientSecret(clientSecret)
            .build();
    TokenAnswer answer = mysmark.tokens().createToken(request).fetch();
    // POST /oauth2/token grant_type=client_credentials&client_id=ID&client_secret=SECRET
    // end
    System.out.println(answer);
  }
}
