package dev.specwright.probe;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.probe.ExampleService.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
                  new Difference(
                      "listAnswers", Difference.Kind.ANSWER, "Response body must be array"),
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

  private static UnaryOperator<Answer> without(String name) {
    return answer -> {
      Map<String, Object> body = body(answer);
      body.remove(name);
      return new Answer(answer.status(), answer.mediaType(), body);
    };
  }

  private static Map<String, Object> body(Answer answer) {
    Map<String, Object> body = new LinkedHashMap<>();
    requireNonNull((Map<?, ?>) answer.body())
        .forEach((name, value) -> body.put(name.toString(), value));
    return body;
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
