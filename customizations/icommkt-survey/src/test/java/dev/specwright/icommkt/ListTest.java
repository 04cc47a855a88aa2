package dev.specwright.icommkt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.Pages;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.icommkt.api.AnswersApi.ListAnswersOptions;
import dev.specwright.icommkt.api.CampaignsApi.ListCampaignsOptions;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.icommkt.model.AnswerStatus;
import dev.specwright.icommkt.model.Campaign;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ListTest {
  /** Of the page's examples. */
  private static final String RULE =
      "{\"type\":\"default\",\"var\":\"created_at\",\"operator\":\"<=\","
          + "\"val\":\"2025-01-10T09:56:27-0300\"}";

  private FakeSurvey server;
  private IcommktSurvey survey;

  @BeforeEach
  void start() throws IOException {
    server = FakeSurvey.start();
    survey = server.client();
    server.token("t");
  }

  @AfterEach
  void stop() {
    survey.close();
    server.close();
  }

  // ---- the page's examples

  @Test
  void sendsThePagesExampleOfAListOfSurveys() throws Exception {
    server.json("[]");
    ListCampaignsOptions query =
        ListCampaignsOptions.builder()
            .showQuestions(true)
            .showOptions(true)
            .offset(0)
            .limit(2)
            .orderBy(OrderBy.descending("created_at"))
            .where(List.of(Where.of("created_at", "<=", "2025-01-10T09:56:27-0300").forCampaigns()))
            .build();
    assertEquals(List.of(), survey.campaigns().listCampaigns(query).fetch());
    RecordedRequest get = server.takeAfterToken();
    assertEquals("/v1.0/campaign/list", get.getUrl().encodedPath());
    assertEquals(
        List.of(
            "show_questions=1",
            "show_options=1",
            "offset=0",
            "limit=2",
            "order_by[]=created_at,DESC",
            "where[]=" + RULE,
            "access_token=t"),
        parameters(get));
    assertEquals(
        "show_questions=1&show_options=1&offset=0&limit=2&order_by%5B%5D=created_at%2CDESC"
            + "&where%5B%5D=%7B%22type%22%3A%22default%22%2C%22var%22%3A%22created_at%22%2C"
            + "%22operator%22%3A%22%3C%3D%22%2C%22val%22%3A%222025-01-10T09%3A56%3A27-0300%22%7D"
            + "&access_token=t",
        get.getUrl().encodedQuery());
  }

  @Test
  void sendsThePagesExampleOfAListOfAnswers() throws Exception {
    server.json("[]");
    ListAnswersOptions query =
        ListAnswersOptions.builder()
            .status(AnswerStatus.ACTIVE)
            .offset(0)
            .limit(2)
            .orderBy(OrderBy.descending("created_at"))
            .where(List.of(Where.of("created_at", "<=", "2025-01-10T09:56:27-0300").forAnswers()))
            .build();
    survey.answers().listAnswers("satisfaccion", query).fetch();
    RecordedRequest get = server.takeAfterToken();
    assertEquals("/v1.0/campaign/answers", get.getUrl().encodedPath());
    assertEquals(
        List.of(
            "campaign_url=satisfaccion",
            "status=active",
            "offset=0",
            "limit=2",
            "order_by[]=created_at,DESC",
            "where[]=" + RULE,
            "access_token=t"),
        parameters(get));
  }

  // ---- where

  @Test
  void filtersByHiddenFieldsAndRespondent() throws Exception {
    server.json("[{\"hiddenfields\":{\"branch\":\"12\"},\"participant\":{\"age\":40}}]");
    ListAnswersOptions query =
        ListAnswersOptions.builder()
            .where(
                List.of(
                    Where.hiddenField("branch", "=", "12"),
                    Where.participant("age", ">=", 18),
                    Where.participant("email", "IS NOT", null)))
            .build();
    Answer answer = survey.answers().listAnswers("satisfaccion", query).fetch().get(0);
    assertEquals(Collections.singletonMap("branch", "12"), answer.hiddenfields());
    assertEquals(
        List.of(
            "campaign_url=satisfaccion",
            "where[]={\"type\":\"hiddenfields\",\"var\":\"branch\",\"operator\":\"=\","
                + "\"val\":\"12\"}",
            "where[]={\"type\":\"participant\",\"var\":\"age\",\"operator\":\">=\",\"val\":18}",
            "where[]={\"type\":\"participant\",\"var\":\"email\",\"operator\":\"IS NOT\","
                + "\"val\":null}",
            "access_token=t"),
        parameters(server.takeAfterToken()));
  }

  @Test
  void writesTimesInTheFormOfThePage() {
    OffsetDateTime time = OffsetDateTime.parse("2025-01-10T09:56:27.999-03:00");
    assertEquals("2025-01-10T09:56:27-0300", value(time));
    assertEquals("2025-01-10T12:56:27+0000", value(Instant.parse("2025-01-10T12:56:27Z")));
    assertEquals(
        "2025-01-10T09:56:27-0300",
        value(
            LocalDateTime.parse("2025-01-10T09:56:27")
                .atZone(ZoneId.of("America/Argentina/Buenos_Aires"))));
  }

  private static @Nullable Object value(Object time) {
    return Where.of("created_at", "<", time).forAnswers().val();
  }

  @Test
  void quotesWhatAValueHolds() throws Exception {
    server.json("[]");
    survey
        .answers()
        .listAnswers(
            "satisfaccion",
            ListAnswersOptions.builder()
                .where(List.of(Where.hiddenField("name", "=", "\"}&x=1, ñ")))
                .build())
        .fetch();
    assertEquals(
        "where[]={\"type\":\"hiddenfields\",\"var\":\"name\",\"operator\":\"=\","
            + "\"val\":\"\\\"}&x=1, ñ\"}",
        parameters(server.takeAfterToken()).get(1));
  }

  @Test
  void refusesARuleWithoutVariableOrOperator() {
    assertEquals(
        "Expected a variable but it was blank. Pass one such as created_at.",
        assertThrows(IllegalArgumentException.class, () -> Where.of(" ", "=", 1)).getMessage());
    assertEquals(
        "Expected an operator but it was blank. Pass one such as = or <=.",
        assertThrows(IllegalArgumentException.class, () -> Where.hiddenField("branch", "", 1))
            .getMessage());
  }

  // ---- order

  @Test
  void ordersBySeveralVariablesInTurn() throws Exception {
    server.json("[]");
    OrderBy order = OrderBy.ascending("created_at").thenDescending("id").thenAscending("a.b_1");
    survey.campaigns().listCampaigns(ListCampaignsOptions.builder().orderBy(order).build()).fetch();
    assertEquals(
        List.of(
            "order_by[]=created_at,ASC",
            "order_by[]=id,DESC",
            "order_by[]=a.b_1,ASC",
            "access_token=t"),
        parameters(server.takeAfterToken()));
    assertEquals(List.of("created_at,ASC", "id,DESC", "a.b_1,ASC"), order);
  }

  @Test
  void refusesToOrderByWhatIsNoVariable() {
    for (String name : List.of("", "created_at,DESC", "created at", "created_at;", "año")) {
      String message =
          "Expected a variable of letters, digits, _ and . but found \""
              + name
              + "\". Pass the name alone, such as created_at.";
      assertEquals(
          message,
          assertThrows(IllegalArgumentException.class, () -> OrderBy.ascending(name)).getMessage());
      assertEquals(
          message,
          assertThrows(
                  IllegalArgumentException.class,
                  () -> OrderBy.descending("id").thenDescending(name))
              .getMessage());
    }
  }

  // ---- pages

  @Test
  void readsSurveysByPagesOf100() throws Exception {
    server.json(rows(100));
    server.json(rows(3));
    assertEquals(103, survey.allCampaigns().stream().count());
    assertEquals(List.of("limit=100", "access_token=t"), parameters(server.takeAfterToken()));
    assertEquals(List.of("limit=100", "offset=100", "access_token=t"), parameters(server.take()));
    assertEquals(3, server.requests());
  }

  @Test
  void readsAnswersFromAnOffsetByPagesOfTheCallersSize() throws Exception {
    server.json(rows(2));
    server.json(rows(2));
    server.json("[]");
    ListAnswersOptions query = ListAnswersOptions.builder().offset(10).limit(2).build();
    List<@Nullable String> times = new ArrayList<>();
    for (Answer answer : survey.allAnswers("satisfaccion", query)) times.add(answer.createdAt());
    assertEquals(List.of("0", "1", "0", "1"), times);
    server.take();
    for (int offset = 10; offset <= 14; offset += 2) {
      assertEquals(
          Set.of("campaign_url=satisfaccion", "offset=" + offset, "limit=2", "access_token=t"),
          Set.copyOf(parameters(server.take())));
    }
    assertEquals(4, server.requests());
  }

  @Test
  void keepsTheFilterFromPageToPage() throws Exception {
    server.json(rows(1));
    server.json("[]");
    ListAnswersOptions query =
        ListAnswersOptions.builder()
            .limit(1)
            .where(List.of(Where.hiddenField("branch", "=", "12")))
            .build();
    assertEquals(1, survey.allAnswers("satisfaccion", query).stream().count());
    String first = parameters(server.takeAfterToken()).get(2);
    assertTrue(first.startsWith("where[]="), first);
    assertEquals(first, parameters(server.take()).get(2));
  }

  @Test
  void startsAgainWithEachIteration() {
    Pages<Campaign> all = survey.allCampaigns();
    server.json(rows(1));
    assertEquals(1, all.stream().count());
    server.json(rows(2));
    assertEquals(2, all.stream().count());
    Iterator<Answer> untouched = survey.allAnswers("satisfaccion").iterator();
    assertEquals(3, server.requests());
    server.json("[]");
    assertEquals(false, untouched.hasNext());
  }

  private static String rows(int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) rows.add("{\"created_at\":\"" + i + "\"}");
    return rows.toString();
  }

  // ---- limit

  @Test
  void sendsALimitOf1AndOf100() {
    server.json("[]");
    server.json("[]");
    survey.campaigns().listCampaigns(ListCampaignsOptions.builder().limit(1).build()).fetch();
    survey.campaigns().listCampaigns(ListCampaignsOptions.builder().limit(100).build()).fetch();
    assertEquals(3, server.requests());
  }

  @Test
  void refusesALimitOutside1To100() {
    for (int limit : List.of(0, 101, -1, 1000)) {
      RequestRefusedException refused =
          assertThrows(
              RequestRefusedException.class,
              survey
                      .answers()
                      .listAnswers(
                          "satisfaccion", ListAnswersOptions.builder().limit(limit).build())
                  ::fetch);
      assertEquals(
          "listAnswers: GET http://localhost:"
              + server.port()
              + "/v1.0/campaign/answers?campaign_url=satisfaccion&limit="
              + limit
              + " was not sent: Expected "
              + (limit < 1 ? "at least 1" : "at most 100")
              + " in query.limit but found "
              + limit
              + (limit < 1 ? ". Send a larger number." : ". Send a smaller number."),
          refused.getMessage());
    }
    assertEquals(0, server.requests());
  }

  @Test
  void refusesALimitThatIsSetOnTheCallOrReadByPages() {
    ApiCall<List<Campaign>> call = survey.campaigns().listCampaigns().query("limit", "all");
    assertEquals(
        "listCampaigns: GET http://localhost:"
            + server.port()
            + "/v1.0/campaign/list?limit=all was not sent: Expected a whole number in query.limit"
            + " but found \"all\". Send one such as 10.",
        assertThrows(RequestRefusedException.class, call::fetch).getMessage());
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> call.clone().fetchAsync().get());
    assertTrue(failed.getCause() instanceof RequestRefusedException);
    Pages<Campaign> pages = survey.allCampaigns(ListCampaignsOptions.builder().limit(101).build());
    assertThrows(RequestRefusedException.class, () -> pages.stream().count());
    assertThrows(IllegalArgumentException.class, () -> survey.allCampaigns().pageSize(101));
    assertEquals(0, server.requests());
  }

  private static List<String> parameters(RecordedRequest request) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < request.getUrl().querySize(); i++) {
      parameters.add(
          request.getUrl().queryParameterName(i) + "=" + request.getUrl().queryParameterValue(i));
    }
    return parameters;
  }
}
