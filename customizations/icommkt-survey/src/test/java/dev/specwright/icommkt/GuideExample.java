package dev.specwright.icommkt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.specwright.icommkt.api.AnswersApi.ListAnswersOptions;
import dev.specwright.icommkt.api.CampaignsApi.ListCampaignsOptions;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.icommkt.model.AnswerStatus;
import dev.specwright.icommkt.model.AnswerVisibility;
import dev.specwright.icommkt.model.AnswerWhere;
import dev.specwright.icommkt.model.Campaign;
import dev.specwright.icommkt.model.CampaignWhere;
import dev.specwright.icommkt.model.GrantType;
import dev.specwright.icommkt.model.Question;
import dev.specwright.icommkt.model.TokenAnswer;
import dev.specwright.icommkt.model.TokenRequest;
import dev.specwright.icommkt.webhook.AnswerNotification;
import dev.specwright.icommkt.webhook.ReplayCache;
import dev.specwright.icommkt.webhook.SignedString;
import dev.specwright.icommkt.webhook.WebhookException;
import dev.specwright.icommkt.webhook.WebhookSigner;
import dev.specwright.icommkt.webhook.WebhookVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The examples of GUIDE.md: the lines between the markers. */
final class GuideExample {
  private GuideExample() {}

  static void client(String apiKey, String apiSecret) {
    // readme
    IcommktSurvey survey =
        IcommktSurvey.builder()
            .apiKey(apiKey) // API_KEY of "Mi Cuenta"
            .apiSecret(apiSecret) // API_SECRET
            .build();
    // end
    survey.close();
  }

  static void surveys(IcommktSurvey survey) {
    // readme
    for (Campaign each : survey.allCampaigns()) System.out.println(each.createdAt());
    // GET /v1.0/campaign/list?limit=100

    ListCampaignsOptions query =
        ListCampaignsOptions.builder()
            .showQuestions(true) // not shown unless set
            .showOptions(true)
            .orderBy(OrderBy.ascending("created_at"))
            .build();
    for (Campaign each : survey.allCampaigns(query)) System.out.println(each.questions());
    // GET /v1.0/campaign/list
    //   ?show_questions=1&show_options=1&order_by[]=created_at,ASC&limit=100
    // end
  }

  static void onePage(IcommktSurvey survey) {
    // readme
    ListCampaignsOptions query = ListCampaignsOptions.builder().offset(20).limit(10).build();
    List<Campaign> page = survey.campaigns().listCampaigns(query).fetch();
    // GET /v1.0/campaign/list?offset=20&limit=10
    // end
    System.out.println(page.size());
  }

  static void answers(IcommktSurvey survey) {
    // readme
    for (Answer each : survey.allAnswers("satisfaccion")) System.out.println(each.questions());
    // GET /v1.0/campaign/answers?campaign_url=satisfaccion&limit=100

    ListAnswersOptions query =
        ListAnswersOptions.builder()
            .status(AnswerStatus.ACTIVE) // or PENDING; ALL unless set
            .answers(AnswerVisibility.HIDE) // SHOW unless set
            .build();
    List<Answer> page = survey.answers().listAnswers("satisfaccion", query).fetch();
    // GET /v1.0/campaign/answers?campaign_url=satisfaccion&status=active&answers=hide
    // end
    System.out.println(page.size());
  }

  static void where(IcommktSurvey survey, OffsetDateTime monday) {
    // readme
    CampaignWhere recent = Where.of("created_at", ">=", monday).forCampaigns();
    List<Campaign> surveys =
        survey
            .campaigns()
            .listCampaigns(ListCampaignsOptions.builder().where(List.of(recent)).build())
            .fetch();
    // GET /v1.0/campaign/list?where[]=
    //   {"type":"default","var":"created_at","operator":">=","val":"2025-01-06T00:00:00-0300"}

    List<AnswerWhere> rules =
        List.of(
            Where.of("status", "=", 1).forAnswers(), // the answer itself
            Where.hiddenField("branch", "=", "12"),
            Where.participant("email", "IS NOT", null)); // who answered
    List<Answer> answers =
        survey
            .answers()
            .listAnswers("satisfaccion", ListAnswersOptions.builder().where(rules).build())
            .fetch();
    // GET /v1.0/campaign/answers?campaign_url=satisfaccion
    //   &where[]={"type":"default","var":"status","operator":"=","val":1}
    //   &where[]={"type":"hiddenfields","var":"branch","operator":"=","val":"12"}
    //   &where[]={"type":"participant","var":"email","operator":"IS NOT","val":null}
    // end
    System.out.println(surveys.size() + answers.size());
  }

  static void orderBy(IcommktSurvey survey) {
    // readme
    OrderBy order =
        OrderBy.descending("status").thenAscending("position").thenDescending("created_at");
    ListAnswersOptions query = ListAnswersOptions.builder().orderBy(order).limit(5).build();
    List<Answer> five = survey.answers().listAnswers("satisfaccion", query).fetch();
    // GET /v1.0/campaign/answers?campaign_url=satisfaccion
    //   &order_by[]=status,DESC&order_by[]=position,ASC&order_by[]=created_at,DESC&limit=5
    // end
    System.out.println(five.size());
  }

  static void question(IcommktSurvey survey) {
    // readme
    Question question = survey.questions().getQuestion("1842").fetch();
    // GET /v1.0/question?id=1842
    System.out.println(question.question() + " " + question.options());
    // end
  }

  static void token(IcommktSurvey survey, String apiKey, String apiSecret) {
    // readme
    TokenRequest request =
        TokenRequest.builder()
            .grantType(GrantType.CLIENT_CREDENTIALS)
            .clientId(apiKey)
            .clientSecret(apiSecret)
            .build();
    TokenAnswer answer = survey.tokens().requestToken(request).fetch();
    // POST /oAuth2/token grant_type=Client_Credentials&client_id=KEY&client_secret=SECRET
    Duration left = Duration.ofSeconds(answer.expiresIn()); // 15 minutes
    // end
    System.out.println(left);
  }

  static AnswerNotification verify(
      WebhookVerifier verifier, Map<String, String> headers, byte[] rawBody) {
    // readme
    AnswerNotification news = verifier.verify(headers.get(WebhookVerifier.HEADER), rawBody);
    System.out.println(news.signedAt() + " " + news.members().keySet());
    System.out.println(news.answer().hiddenfields()); // as the list of answers would have it
    // end
    return news;
  }

  static WebhookVerifier verifier(String current, String former) {
    // readme
    WebhookVerifier verifier =
        WebhookVerifier.builder()
            .secret(current)
            .secret(former) // while it is being replaced: either is good
            .tolerance(WebhookVerifier.DEFAULT_TOLERANCE.multipliedBy(2)) // five minutes unless set
            .signedString(SignedString.TIMESTAMP_DOT_BODY) // as it is unless set
            .build();
    // end
    return verifier;
  }

  static int handOver(
      WebhookVerifier verifier,
      String header,
      byte[] rawBody,
      Consumer<AnswerNotification> inbox,
      Consumer<String> log) {
    // readme
    try {
      verifier.handOver(header, rawBody, inbox); // what the inbox throws comes through: respond 500
      return 200;
    } catch (WebhookException e) {
      switch (e.reason()) {
        case REPEATED, UNFINISHED -> log.accept("it came before");
        case TOO_OLD, TOO_NEW -> log.accept("a replay, or a wrong clock: " + e.getMessage());
        case MISSING_HEADER, MALFORMED_HEADER, MISMATCH, MALFORMED_BODY ->
            log.accept("not of the service, or not as its page says: " + e.getMessage());
      }
      return e.status();
    }
    // end
  }

  static WebhookVerifier replays(String secret, Clock clock) {
    // readme
    WebhookVerifier verifier =
        WebhookVerifier.builder()
            .secret(secret)
            .clock(clock)
            .replayCache(ReplayCache.inMemory(10_000, clock)) // how many calls it remembers
            .handlingLimit(WebhookVerifier.DEFAULT_HANDLING_LIMIT.multipliedBy(5)) // a minute
            .build();
    // end
    return verifier;
  }

  static String sign() {
    // readme
    byte[] body = "{\"hiddenfields\":{\"branch\":\"12\"}}".getBytes(UTF_8);
    String header = new WebhookSigner("test-secret").sign(Instant.ofEpochSecond(1539794213), body);
    // t=1539794213,v1=...
    // end
    return header;
  }
}
