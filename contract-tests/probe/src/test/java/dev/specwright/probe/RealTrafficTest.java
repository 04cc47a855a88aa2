package dev.specwright.probe;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.probe.ExampleService.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run against a service on this machine, which keeps to its document or does not. */
class RealTrafficTest {
  private static final Map<String, String> GIVEN =
      Map.of("campaign_url", "satisfaccion", "id", "1842");

  @ParameterizedTest
  @EnumSource
  void faithfulServiceShowsNoDifferenceAndIsOnlyRead(Api api) throws Exception {
    Document document = Setup.document(api);
    try (ExampleService service = new ExampleService(api, document)) {
      TrafficReport report = run(api, service, false);

      assertEquals(List.of(), report.differences());
      for (DocumentOperation operation : document.operations()) {
        if (!operation.method().equals("GET")) continue;
        assertEquals("answered", report.outcomes().get(operation.id()), operation.id());
      }
      for (String request : service.requests()) {
        boolean token = request.equals("POST createToken") || request.equals("POST requestToken");
        assertTrue(token || request.startsWith("GET "), request);
      }
    }
  }

  @Test
  void onlyWhatTheRunHasCreatedIsChangedAndDeleted() throws Exception {
    Document document = Setup.document(Api.SMARTQ);
    try (ExampleService service = new ExampleService(Api.SMARTQ, document)) {
      TrafficReport report = run(Api.SMARTQ, service, true);

      assertEquals(List.of(), report.differences());
      List<String> requests = service.requests();
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
    Document document = Setup.document(Api.ICOMMKT_SURVEY);
    try (ExampleService service = new ExampleService(Api.ICOMMKT_SURVEY, document)) {
      service.deviate("requestToken", with("scope", "everything"));
      service.deviate("listCampaigns", answer -> new Answer(418, "application/json", Map.of()));
      service.deviate("listAnswers", answer -> new Answer(200, "text/html", "<p>Hello</p>"));
      service.deviate("getQuestion", with("position", "first"));

      TrafficReport report = run(Api.ICOMMKT_SURVEY, service, false);

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
    Document document = Setup.document(Api.SMARTQ);
    try (ExampleService service = new ExampleService(Api.SMARTQ, document)) {
      service.deviate("getMe", without("error"));

      assertEquals(
          List.of(new Difference("getMe", Difference.Kind.ANSWER, "error is missing")),
          run(Api.SMARTQ, service, false).differences());
    }
  }

  @Test
  void textsThatAreNotListedAreInTheReport() throws Exception {
    Document document = Setup.document(Api.MAPPINESS);
    try (ExampleService service = new ExampleService(Api.MAPPINESS, document)) {
      service.deviate(
          "listResponses",
          answer -> new Answer(200, "application/json", List.of(Map.of("in_out", "underwater"))));

      List<Difference> differences = run(Api.MAPPINESS, service, false).differences();

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
    Document document = Setup.document(Api.SMARTQ);
    try (ExampleService service = new ExampleService(Api.SMARTQ, document)) {
      service.deviate("listProjects", RealTrafficTest::withNamedRow);

      TrafficReport report = run(Api.SMARTQ, service, true);

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
          "not called: the client does not take the values that are known,"
              + " IllegalArgumentException",
          report.outcomes().get("getProject"));
      assertEquals("answered", report.outcomes().get("listUsers"));
      assertTrue(
          report.created().contains("createProject: project_id 99999"), report.created()::toString);
    }
  }

  @Test
  void answerWithoutContentTypeIsReportedAndCompared() throws Exception {
    Document document = Setup.document(Api.ICOMMKT_SURVEY);
    try (ExampleService service = new ExampleService(Api.ICOMMKT_SURVEY, document)) {
      service.deviate("getQuestion", with("position", "first").andThen(typed(""))::apply);

      assertEquals(
          List.of(
              new Difference("getQuestion", Difference.Kind.ANSWER, "no Content-Type"),
              new Difference(
                  "getQuestion", Difference.Kind.ANSWER, "position is string, not integer"),
              new Difference(
                  "getQuestion",
                  Difference.Kind.CLIENT,
                  "the client could not use the answer: BadAnswerException")),
          run(Api.ICOMMKT_SURVEY, service, false).differences());
    }
  }

  @Test
  void malformedContentTypesAreReportedAndTheRestIsCompared() throws Exception {
    Document document = Setup.document(Api.SMARTQ);
    Map<String, String> types = new TreeMap<>();
    types.put("getCustomField", "json");
    types.put("getDefaultRole", "application/");
    types.put("getFile", "application/json; charset");
    types.put("getNote", ";");
    types.put("getRole", "a b/c");
    try (ExampleService service = new ExampleService(Api.SMARTQ, document)) {
      types.forEach((operation, type) -> service.deviate(operation, typed(type)));
      service.deviate("getStep", with("colour", "red"));

      TrafficReport report = run(Api.SMARTQ, service, false);

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
    Document document = Setup.document(Api.ICOMMKT_SURVEY);
    try (ExampleService service = new ExampleService(Api.ICOMMKT_SURVEY, document)) {
      service.deviate("getQuestion", with("colour", "red").andThen(typed("text/html"))::apply);

      assertEquals(
          List.of(
              new Difference(
                  "getQuestion",
                  Difference.Kind.ANSWER,
                  "media type text/html is not in the document"),
              new Difference(
                  "getQuestion", Difference.Kind.FIELD, "colour is not in the document")),
          run(Api.ICOMMKT_SURVEY, service, false).differences());
    }
  }

  @Test
  void statusesOfAnyKindLeaveAReport() throws Exception {
    Document document = Setup.document(Api.SMARTQ);
    Map<String, Integer> statuses = new TreeMap<>();
    statuses.put("getCustomField", 204);
    statuses.put("getDefaultRole", 205);
    statuses.put("getFile", 304);
    statuses.put("getMe", 418);
    statuses.put("getNote", 501);
    statuses.put("getRole", 599);
    statuses.put("getStep", 999);
    try (ExampleService service = new ExampleService(Api.SMARTQ, document)) {
      statuses.forEach(
          (operation, status) -> service.deviate(operation, answer -> new Answer(status, "", "")));

      TrafficReport report = run(Api.SMARTQ, service, false);

      assertEquals(
          List.copyOf(statuses.keySet()),
          report.differences().stream()
              .filter(each -> each.text().equals("no Content-Type"))
              .map(Difference::operation)
              .toList());
      assertEquals(List.of(), report.remarks());
    }
  }

  @Test
  void noSecretIsInTheReport(@TempDir Path folder) throws Exception {
    Document document = Setup.document(Api.ICOMMKT_SURVEY);
    String token = "planted-token-of-a-test";
    String secret = requireNonNull(Setup.VARIABLES.get("ICOMMKT_SURVEY_CLIENT_SECRET"));
    try (ExampleService service = new ExampleService(Api.ICOMMKT_SURVEY, document)) {
      service.deviate("requestToken", with("access_token", token));
      // As field names they would be quoted.
      service.deviate("getQuestion", with(token, 1).andThen(with(secret, 1))::apply);

      TrafficReport report = run(Api.ICOMMKT_SURVEY, service, false);
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

  private static Map<String, String> variables(Api api, String server) {
    Map<String, String> variables = new HashMap<>(Setup.VARIABLES);
    variables.put(api.variable("SERVER"), server);
    return variables;
  }

  private static TrafficReport run(Api api, ExampleService service, boolean write)
      throws Exception {
    return new RealTraffic(api, variables(api, service.url()), Setup.SPECS, write, GIVEN).run();
  }
}
