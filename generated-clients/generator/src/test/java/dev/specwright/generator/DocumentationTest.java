package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the document says stands in the Javadoc. */
final class DocumentationTest {
  /** The first comment that stands before a line with {@code code}, without its stars. */
  private static String commentBefore(String code, String source) {
    int end = source.lastIndexOf("*/", source.indexOf(code));
    int start = source.lastIndexOf("/**", end);
    return Arrays.stream(source.substring(start + 3, end).split("\n"))
        .map(line -> line.strip().replaceFirst("^\\* ?", "").stripTrailing())
        .collect(Collectors.joining("\n"))
        .strip();
  }

  @Test
  void operationTellsRequestSectionErrorsAndParameters() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                """
                /pets/{id}:
                  get:
                    operationId: getPet
                    tags: [Pets]
                    summary: Get a pet
                    description: Answers one pet.
                    x-section: '3.1 Pets'
                    parameters:
                    - {name: id, in: path, required: true, description: Id of the pet., schema: {type: integer, minimum: 1}}
                    - {name: lang, in: query, required: true, description: Language, schema: {type: string, default: en}}
                    responses:
                      '204': {description: Done.}
                      '404': {description: There is no such pet.}
                      default: {description: Any other error.}
                """));
    assertEquals(
        """
        Get a pet.

        <p>Answers one pet.

        <p>Request: {@code GET /pets/{id}}; vendor's page: 3.1 Pets.

        <p>Answer: Done.

        <p>Errors:

        <ul>
          <li>404: There is no such pet.
          <li>default: Any other error.
        </ul>

        @param id Id of the pet. At least 1.
        @param lang Language. Default {@code en}.\
        """,
        commentBefore("@ApiOperation", code.source("api/PetsApi.java")));
  }

  @Test
  void propertyTellsLimitsAndDefaultAndModelItsSection() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.ofSchemas(
                "Pet",
                """
                Pet:
                  type: object
                  description: A pet.
                  x-section: '3.1 Pets'
                  properties:
                    age: {type: integer, description: Age in years., minimum: 0, maximum: 40, default: 1}
                    tame: {type: boolean, description: Whether it bites., readOnly: true, default: true}
                    barks: {type: integer, enum: [0, 1], default: 1, x-boolean: true}
                    kind: {type: string, enum: [cat, dog], default: cat}
                """));
    String source = code.source("model/Pet.java");
    assertEquals(
        "A pet.\n\n<p>Vendor's page: 3.1 Pets.", commentBefore("public final class", source));
    assertEquals(
        "Age in years.\n\n<p>At least 0, at most 40, default {@code 1}.",
        commentBefore("Long age()", source));
    assertEquals(
        "Whether it bites.\n\n<p>Read only, default {@code true}.",
        commentBefore("Boolean tame()", source));
    assertEquals(
        "The field {@code barks}.\n\n<p>Default {@code true}.",
        commentBefore("Boolean barks()", source));
    assertEquals(
        "The field {@code kind}.\n\n<p>Default {@code cat}.", commentBefore(" kind()", source));
  }

  @Test
  void optionalQueryParameterTellsItsDefault() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /pets",
                    "listPets",
                    """
                    parameters:
                    - {name: limit, in: query, description: Rows of a page., schema: {type: integer, maximum: 100, default: 10}}
                    """
                        + Documents.NO_CONTENT)));
    assertEquals(
        "Rows of a page.\n\n<p>At most 100, default {@code 10}.",
        commentBefore("limit(long", code.source("api/PetsApi.java")));
  }

  @Test
  void defaultIsTheSameInEveryTimeZone() throws Exception {
    String document =
        Documents.ofSchemas(
            "Pet",
            """
            Pet:
              type: object
              properties:
                born: {type: string, format: date, default: '2020-01-02'}
                seen: {type: string, format: date-time, default: '2020-01-02T03:04:00Z'}
            """);
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Map<String, String> east = GeneratedCode.sources(document);
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
      assertEquals(east, GeneratedCode.sources(document));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void defaultStandsAsInTheDocument() {
    String source =
        GeneratedCode.of(
                Documents.ofSchemas(
                    "Pet",
                    """
                    Pet:
                      type: object
                      properties:
                        born: {type: string, format: date, default: '2020-01-02'}
                        seen: {type: string, format: date-time, default: '2020-01-02T03:04:00Z'}
                        photo: {type: string, format: byte, default: aGVsbG8=}
                        id: {type: string, format: uuid, default: 123e4567-e89b-12d3-a456-426614174000}
                    """))
            .source("model/Pet.java");
    for (String[] each :
        new String[][] {
          {"born", "2020-01-02"},
          {"seen", "2020-01-02T03:04:00Z"},
          {"photo", "aGVsbG8="},
          {"id", "123e4567-e89b-12d3-a456-426614174000"}
        }) {
      assertEquals(
          "The field {@code %s}.\n\n<p>Default {@code %s}.".formatted((Object[]) each),
          commentBefore(" " + each[0] + "()", source));
    }
  }

  @Test
  void limitsBehindAReferenceAndOfElementsAreTold() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.get(
                    "/pets",
                    """
                    parameters:
                    - {name: n, in: query, schema: {allOf: [{$ref: '#/components/schemas/Count'}]}}
                    """,
                    "{$ref: '#/components/schemas/Pet'}"),
                """
                Count: {type: integer, minimum: 1, maximum: 9, default: 3}
                Pet:
                  type: object
                  properties:
                    toys: {allOf: [{$ref: '#/components/schemas/Count'}], description: Toys.}
                    names: {type: array, maxItems: 3, items: {type: string, maxLength: 5}}
                    days: {type: object, additionalProperties: {type: array, items: {$ref: '#/components/schemas/Count'}}}
                    pin: {type: string, writeOnly: true}
                """));
    assertEquals(
        "n\n\n<p>At least 1, at most 9, default {@code 3}.",
        commentBefore("n(long", code.source("api/PetsApi.java")));
    String source = code.source("model/Pet.java");
    assertEquals(
        "Toys.\n\n<p>At least 1, at most 9, default {@code 3}.", commentBefore(" toys()", source));
    assertEquals(
        "The field {@code names}.\n\n<p>At most 3 elements. Each element: at most 5 characters.",
        commentBefore(" names()", source));
    assertEquals(
        "The field {@code days}.\n\n<p>Each element of each value: at least 1, at most 9.",
        commentBefore(" days()", source));
    assertEquals("The field {@code pin}.\n\n<p>Write only.", commentBefore(" pin()", source));
  }

  @Test
  void operationTellsBodyAnswerAndSections() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                """
                /pets:
                  post:
                    operationId: addPet
                    tags: [Pets]
                    summary: Add a pet.
                    parameters:
                    - {name: lang, in: header, required: true, description: Language, x-section: '2.1', schema: {type: string}}
                    requestBody:
                      description: 'The `pet` to add.'
                      content: {application/json: {schema: {type: array, maxItems: 2, items: {type: string}}}}
                    responses:
                      '201':
                        description: The rows, in UTF-8.
                        x-section: '3 Rows'
                        content: {text/csv: {}}
                      '404': {description: There is no such pet., x-section: '4'}
                """));
    assertEquals(
        """
        Add a pet.

        <p>Request: {@code POST /pets}.

        <p>Answer: The rows, in UTF-8.

        <p>Vendor's page: 3 Rows.

        <p>Errors:

        <ul>
          <li>404: There is no such pet. Vendor's page: 4.
        </ul>

        @param lang Language. Vendor's page: 2.1.
        @param requestBody The {@code pet} to add. At most 2 elements.\
        """,
        commentBefore("@ApiOperation", code.source("api/PetsApi.java")));
  }

  @Test
  void bodyOfBytesTellsWhatItIs() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "put /pets",
                    "putPets",
                    "requestBody: {description: All pets., content: {text/csv: {}}}\n"
                        + Documents.NO_CONTENT)));
    String doc = commentBefore("@ApiOperation", code.source("api/PetsApi.java"));
    assertEquals(
        "@param body All pets. Sent as {@code text/csv}.", doc.substring(doc.indexOf("@param")));
  }
}
