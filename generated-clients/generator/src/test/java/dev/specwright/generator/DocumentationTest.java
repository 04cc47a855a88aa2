package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
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
        "The field {@code kind}.\n\n<p>Default {@code PetKind.CAT}.",
        commentBefore(" kind()", source));
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
}
