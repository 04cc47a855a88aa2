package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

/** Documents that are refused, for tests of what is wrong with them. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(String message, String document) throws IOException {
    assertEquals(message, GeneratedCode.refusalOf(document));
  }

  static String parameter(String parameter) {
    return Documents.of(
        Documents.operation(
            "get /pets",
            "listPets",
            "parameters:\n" + ("- " + parameter).indent(2) + Documents.NO_CONTENT),
        "Filter: {type: object, properties: {a: {type: string}}}");
  }

  static String operation(String rest) {
    return Documents.of(Documents.operation("post /pets", "createPet", rest));
  }

  static String body(String mediaType, String schema) {
    return operation(
        """
        requestBody:
          content:
            %s: {schema: %s}
        %s
        """
            .formatted(mediaType, schema, Documents.NO_CONTENT));
  }

  static String schemas(String schemas) {
    return Documents.ofSchemas("Pet", schemas);
  }
}
