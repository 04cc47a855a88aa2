package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.GREETINGS;
import static dev.specwright.prism.Fixtures.PETS;
import static dev.specwright.prism.Fixtures.get;
import static dev.specwright.prism.Fixtures.postJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

@PrismMock("src/test/resources/pets.yaml")
final class ViolationTest {
  private final PrismFront prism;
  private final URI baseUrl;

  ViolationTest(PrismFront prism) {
    this.prism = prism;
    this.baseUrl = prism.baseUrl();
  }

  @Test
  void requestThatFitsTheDocumentViolatesNothing() throws Exception {
    assertEquals(200, get(baseUrl, "/pets?limit=100").statusCode());
    assertEquals(List.of(), prism.violations());
    prism.assertNoViolations();
  }

  @Test
  void everyViolationOfARequestIsListedWithItsPlace() throws Exception {
    assertEquals(422, get(baseUrl, "/pets?limit=101").statusCode());
    assertEquals(422, postJson(baseUrl, "/pets", "{\"name\":7}").statusCode());
    assertEquals(
        List.of(
            new Violation(
                "GET /pets",
                "request.query.limit",
                "maximum",
                "Request query parameter limit must be <= 100"),
            new Violation(
                "POST /pets",
                "request.body",
                "required",
                "Request body must have required property 'mood'"),
            new Violation(
                "POST /pets",
                "request.body.name",
                "type",
                "Request body property name must be string")),
        prism.violations());
  }

  @Test
  void assertionNamesDocumentAndAllViolations() throws Exception {
    get(baseUrl, "/pets?limit=101");
    get(baseUrl, "/dogs?token=secret");
    assertEquals(
        """
        Expected requests and answers that fit %s but found:
          GET /pets: request.query.limit: Request query parameter limit must be <= 100 (maximum)
          GET /dogs: request: Route not resolved, no path matched (NO_PATH_MATCHED_ERROR)\
        """
            .formatted(prism.prism().document()),
        assertThrows(AssertionError.class, prism::assertNoViolations).getMessage());
  }

  @Test
  void whatStandsInThePathIsNotShown() throws Exception {
    get(baseUrl, "/pets/SECRET1/name");
    assertEquals(
        List.of("GET /pets/{secret}/name"),
        prism.violations().stream().map(Violation::operation).toList());
    assertFalse(prism.violations().toString().contains("SECRET1"));
  }

  @Test
  void strictServerListsWhatPlainPrismDoesNotSee() throws Exception {
    assertEquals(200, get(baseUrl, "/pets?unknown=1").statusCode());
    prism.assertNoViolations();
    try (PrismServer strict = PrismServer.mock(PETS).strict(true).start()) {
      assertEquals(422, get(strict, "/pets?unknown=1").statusCode());
      assertEquals(
          List.of("GET /pets request.query.unknown"),
          strict.violations().stream()
              .map(violation -> violation.operation() + " " + violation.location())
              .toList());
    }
  }

  @Test
  void malformedJsonIsAViolation() throws Exception {
    assertEquals(400, postJson(baseUrl, "/pets", "{\"name\":").statusCode());
    assertEquals(
        List.of(new Violation("POST /pets", "request.body", "invalid_json", "Invalid JSON")),
        prism.violations());
  }

  @Test
  void preferenceThatTheDocumentCannotMeetIsAViolation() throws Exception {
    get(baseUrl, "/pets", Prefer.HEADER, Prefer.status(418).toString());
    assertEquals(1, prism.violations().size());
    assertEquals("NOT_FOUND", prism.violations().get(0).code());
  }

  @Test
  void exampleThatDoesNotFitItsSchemaIsAViolationOfTheAnswer() throws Exception {
    try (PrismServer greetings = PrismServer.mock(GREETINGS).start()) {
      get(greetings, "/greeting", Prefer.HEADER, Prefer.named("wrong").toString());
      assertEquals(
          List.of(
              new Violation(
                  "GET /greeting",
                  "response.body.text",
                  "type",
                  "Response body property text must be string")),
          greetings.violations());
    }
  }

  @Test
  void afterAThousandNoMoreAreListedAndThatIsSaid() throws Exception {
    for (int i = 0; i < 1002; i++) get(baseUrl, "/pets?limit=101");
    List<Violation> found = prism.violations();
    assertEquals(1001, found.size());
    assertEquals("more than 1000 violations; the rest is not listed", found.get(1000).message());
  }
}
