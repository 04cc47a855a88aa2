package dev.specwright.probe;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.Json;
import dev.specwright.contract.driver.Reply;
import dev.specwright.contract.driver.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run against a service on this machine, which keeps to its document or does not. */
class RealTrafficTest {
  private static final Map<String, String> GIVEN =
      Map.of("campaign_url", "satisfaccion", "id", "1842");

  private static final Api SMARTQ = Setup.api("smartq");
  private static final Api MAPPINESS = Setup.api("mappiness");
  private static final Api ICOMMKT_SURVEY = Setup.api("icommkt-survey");

  /**
   * What is answered.
   *
   * @param mediaType the header, or nothing for an answer without
   */
  private record Answer(int status, String mediaType, @Nullable Object body) {
    Reply reply() {
      String text =
          body instanceof String given && !mediaType.contains("json") ? given : Json.text(body);
      String header = mediaType.isEmpty() ? "" : "Content-Type";
      return new Reply(status, header, mediaType, ByteString.encodeUtf8(text));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.specwright.contract.driver.ClientSetups#apis")
  void faithfulServiceShowsNoDifferenceAndIsOnlyRead(String name) throws Exception {
    Api api = Setup.api(name);
    try (ScriptedServer service = service(api)) {
      TrafficReport report = run(api, service, false);

      assertEquals(List.of(), report.differences());
      for (DocumentedOperation operation : api.document().operations()) {
        if (!operation.method().equals("GET")) continue;
        assertEquals("answered", report.outcomes().get(operation.id()), operation.id());
      }
      for (String request : requests(service)) {
        boolean token = request.equals("POST createToken") || request.equals("POST requestToken");
        assertTrue(token || request.startsWith("GET "), request);
      }
    }
  }

  @Test
  void onlyWhatTheRunHasCreatedIsChangedAndDeleted() throws Exception {
    try (ScriptedServer service = service(SMARTQ)) {
      TrafficReport report = run(SMARTQ, service, true);

      assertEquals(List.of(), report.differences());
      List<String> requests = requests(service);
      assertTrue(requests.contains("POST createProject"), requests::toString);
      assertTrue(requests.contains("PUT updateTicket"), requests::toString);
      assertTrue(requests.contains("POST uploadFile"), requests::toString);
      assertTrue(
          requests.indexOf("DELETE deleteTicket") < requests.indexOf("DELETE deleteProject"),
          requests::toString);
      assertFalse(requests.contains("PUT updateMe"), requests::toString);
      assertEquals(
          "not called: it changes what this run has not created",
          report.outcomes().get("updateMe"));
    }
  }

  @Test
  void eachDeviationOfTheServiceIsInTheReport(@TempDir Path folder) throws Exception {
    try (ScriptedServer service = service(ICOMMKT_SURVEY)) {
      deviate(service, ICOMMKT_SURVEY, "requestToken", with("scope", "everything"));
      deviate(
          service,
          ICOMMKT_SURVEY,
          "listCampaigns",
          answer -> new Answer(418, "application/json", Map.of()));
      deviate(
          service,
          ICOMMKT_SURVEY,
          "listAnswers",
          answer -> new Answer(200, "text/html", "<p>Hello</p>"));
      deviate(service, ICOMMKT_SURVEY, "getQuestion", with("position", "first"));

      TrafficReport report = run(ICOMMKT_SURVEY, service, false);

      assertEquals(
          new TreeSet<>(
              List.of(
                  new Difference(
                      "getQuestion", Difference.Kind.ANSWER, "position is string, not integer"),
                  new Difference(
                      "getQuestion",
                      Difference.Kind.CLIENT,
                      "the client could not use the answer: BadAnswerException"),
                  new Difference("listAnswers", Difference.Kind.ANSWER, "the answer is no JSON"),
                  new Difference(
                      "listAnswers",
                      Difference.Kind.ANSWER,
                      "media type text/html is not in the document"),
                  new Difference(
                      "listAnswers",
                      Difference.Kind.CLIENT,
                      "the client could not use the answer: BadAnswerException"),
                  new Difference(
                      "listCampaigns", Difference.Kind.STATUS, "status 418 is not in the document"),
                  new Difference(
                      "requestToken", Difference.Kind.FIELD, "scope is not in the document"))),
          new TreeSet<>(report.differences()));
      report.write(folder);
      String markdown = Files.readString(folder.resolve("icommkt-survey.md"));
      String json = Files.readString(folder.resolve("icommkt-survey.json"));
      for (Difference difference : report.differences()) {
        assertTrue(markdown.contains(difference.text()), markdown);
        assertTrue(json.contains(difference.text().replace("'", "\\u0027")), json);
      }
    }
  }

  @Test
  void memberThatIsMissingIsInTheReport() throws Exception {
    try (ScriptedServer service = service(SMARTQ)) {
      deviate(service, SMARTQ, "getMe", without("error"));

      assertEquals(
          List.of(new Difference("getMe", Difference.Kind.ANSWER, "error is missing")),
          run(SMARTQ, service, false).differences());
    }
  }

  @Test
  void textsThatAreNotListedAreInTheReport() throws Exception {
    try (ScriptedServer service = service(MAPPINESS)) {
      deviate(
          service,
          MAPPINESS,
          "listResponses",
          answer -> new Answer(200, "application/json", List.of(Map.of("in_out", "underwater"))));

      List<Difference> differences = run(MAPPINESS, service, false).differences();

      assertTrue(
          differences.contains(
              new Difference(
                  "listResponses",
                  Difference.Kind.VALUE,
                  "[].in_out is \"underwater\", which the document does not list")),
          differences::toString);
    }
  }

  @Test
  void idOfAnotherTypeIsReportedAndEndsNothing() throws Exception {
    try (ScriptedServer service = service(SMARTQ)) {
      deviate(service, SMARTQ, "listProjects", RealTrafficTest::withNamedRow);

      TrafficReport report = run(SMARTQ, service, true);

      assertEquals(
          List.of(
              new Difference(
                  "listProjects", Difference.Kind.ANSWER, "data.items[].id is string, not integer"),
              new Difference(
                  "listProjects",
                  Difference.Kind.CLIENT,
                  "the client could not use the answer: BadAnswerException")),
          report.differences());
      assertEquals(
          "not called: the client does not take the values that are known," + " JsonDataException",
          report.outcomes().get("getProject"));
      assertEquals("answered", report.outcomes().get("listUsers"));
      assertTrue(
          report.created().contains("createProject: project_id 99999"), report.created()::toString);
    }
  }

  @Test
  void answerWithoutContentTypeIsReportedAndCompared() throws Exception {
    try (ScriptedServer service = service(ICOMMKT_SURVEY)) {
      deviate(
          service,
          ICOMMKT_SURVEY,
          "getQuestion",
          with("position", "first").andThen(typed(""))::apply);

      assertEquals(
          List.of(
              new Difference("getQuestion", Difference.Kind.ANSWER, "no Content-Type"),
              new Difference(
                  "getQuestion", Difference.Kind.ANSWER, "position is string, not integer"),
              new Difference(
                  "getQuestion",
                  Difference.Kind.CLIENT,
                  "the client could not use the answer: BadAnswerException")),
          run(ICOMMKT_SURVEY, service, false).differences());
    }
  }

  @Test
  void malformedContentTypesAreReportedAndTheRestIsCompared() throws Exception {
    Map<String, String> types = new TreeMap<>();
    types.put("getCustomField", "json");
    types.put("getDefaultRole", "application/");
    types.put("getFile", "application/json; charset");
    types.put("getNote", ";");
    types.put("getRole", "a b/c");
    try (ScriptedServer service = service(SMARTQ)) {
      types.forEach((operation, type) -> deviate(service, SMARTQ, operation, typed(type)));
      deviate(service, SMARTQ, "getStep", with("colour", "red"));

      TrafficReport report = run(SMARTQ, service, false);

      List<Difference> expected = new ArrayList<>();
      types.forEach(
          (operation, type) ->
              expected.add(
                  new Difference(
                      operation,
                      Difference.Kind.ANSWER,
                      "Content-Type \"" + type + "\" is malformed")));
      expected.add(
          new Difference("getStep", Difference.Kind.FIELD, "colour is not in the document"));
      assertEquals(expected, report.differences());
      assertEquals(List.of(), report.remarks());
    }
  }

  @Test
  void jsonByAnotherNameIsCompared() throws Exception {
    try (ScriptedServer service = service(ICOMMKT_SURVEY)) {
      deviate(
          service,
          ICOMMKT_SURVEY,
          "getQuestion",
          with("colour", "red").andThen(typed("text/html"))::apply);

      assertEquals(
          List.of(
              new Difference(
                  "getQuestion",
                  Difference.Kind.ANSWER,
                  "media type text/html is not in the document"),
              new Difference(
                  "getQuestion", Difference.Kind.FIELD, "colour is not in the document")),
          run(ICOMMKT_SURVEY, service, false).differences());
    }
  }

  @Test
  void statusesOfAnyKindLeaveAReport() throws Exception {
    Map<String, Integer> statuses = new TreeMap<>();
    statuses.put("getCustomField", 204);
    statuses.put("getDefaultRole", 205);
    statuses.put("getFile", 304);
    statuses.put("getMe", 418);
    statuses.put("getNote", 501);
    statuses.put("getRole", 599);
    statuses.put("getStep", 999);
    try (ScriptedServer service = service(SMARTQ)) {
      statuses.forEach(
          (operation, status) ->
              deviate(service, SMARTQ, operation, answer -> new Answer(status, "", "")));

      TrafficReport report = run(SMARTQ, service, false);

      assertEquals(
          List.copyOf(statuses.keySet()),
          report.differences().stream()
              .filter(each -> each.text().equals("no Content-Type"))
              .map(Difference::operation)
              .toList());
      // With 205 Prism sends what is no HTTP.
      assertEquals(
          List.of("Prism gave no answer to an exchange of getDefaultRole."), report.remarks());
    }
  }

  @Test
  void noSecretIsInTheReport(@TempDir Path folder) throws Exception {
    String token = "planted-token-of-a-test";
    String secret = ICOMMKT_SURVEY.setup().variable("ICOMMKT_SURVEY_CLIENT_SECRET");
    try (ScriptedServer service = service(ICOMMKT_SURVEY)) {
      deviate(service, ICOMMKT_SURVEY, "requestToken", with("access_token", token));
      // As field names they would be quoted.
      deviate(
          service, ICOMMKT_SURVEY, "getQuestion", with(token, 1).andThen(with(secret, 1))::apply);

      TrafficReport report = run(ICOMMKT_SURVEY, service, false);
      report.write(folder);

      assertEquals(2, report.differences().size(), () -> report.differences().toString());
      for (String name : List.of("icommkt-survey.md", "icommkt-survey.json")) {
        String text = Files.readString(folder.resolve(name));
        assertFalse(text.contains(token), name);
        assertFalse(text.contains(secret), name);
        assertTrue(text.contains("██ is not in the document"), text);
      }
    }
  }

  private static UnaryOperator<Answer> with(String name, Object value) {
    return answer -> {
      Map<String, Object> body = body(answer);
      body.put(name, value);
      return new Answer(answer.status(), answer.mediaType(), body);
    };
  }

  private static UnaryOperator<Answer> typed(String mediaType) {
    return answer -> new Answer(answer.status(), mediaType, answer.body());
  }

  /** Gives the first row of a list a name in place of its number. */
  private static Answer withNamedRow(Answer answer) {
    Map<String, Object> body = body(answer);
    Map<String, Object> data = members(body.get("data"));
    List<Object> items = new ArrayList<>((List<?>) requireNonNull(data.get("items")));
    Map<String, Object> row = members(items.get(0));
    row.put("id", "p-7");
    items.set(0, row);
    data.put("items", items);
    body.put("data", data);
    return new Answer(answer.status(), answer.mediaType(), body);
  }

  private static UnaryOperator<Answer> without(String name) {
    return answer -> {
      Map<String, Object> body = body(answer);
      body.remove(name);
      return new Answer(answer.status(), answer.mediaType(), body);
    };
  }

  private static Map<String, Object> body(Answer answer) {
    return members(answer.body());
  }

  private static Map<String, Object> members(@Nullable Object object) {
    Map<String, Object> members = new LinkedHashMap<>();
    requireNonNull((Map<?, ?>) object)
        .forEach((name, value) -> members.put(name.toString(), value));
    return members;
  }

  private static ScriptedServer service(Api api) throws IOException {
    return new ScriptedServer(api.document(), api.setup());
  }

  /** Changes the answers of an operation. */
  private static void deviate(
      ScriptedServer service, Api api, String id, UnaryOperator<Answer> change) {
    DocumentedOperation operation = api.document().operation(id);
    Content content = operation.answers(200).get(0).content().orElseThrow();
    Object example = api.setup().answered(content.example(), HttpUrl.get(service.url()));
    Answer answer = new Answer(200, content.mediaType(), example);
    service.answer(operation, change.apply(answer).reply());
  }

  /** Returns method and operationId of each request. */
  private static List<String> requests(ScriptedServer service) {
    return service.received().stream()
        .map(each -> each.raw().getMethod() + " " + each.operation().id())
        .toList();
  }

  private static TrafficReport run(Api api, ScriptedServer service, boolean write) {
    return new RealTraffic(Setup.at(service.url(), api), write, GIVEN).run();
  }
}
