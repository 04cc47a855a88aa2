package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** {@code x-sensitive}, wherever it stands. */
final class SensitiveTest {
  private static final String PET =
      """
      Pet:
        type: object
        properties:
          name: {type: string}
          a: {$ref: '#/components/schemas/Secret'}
          b: {nullable: true, allOf: [{$ref: '#/components/schemas/Secret'}]}
          c: {type: array, items: {$ref: '#/components/schemas/Secret'}}
          d: {type: array, items: {type: string, maxLength: 3, x-sensitive: true}}
          e: {type: object, additionalProperties: {type: string, maxLength: 3, x-sensitive: true}}
          f: {$ref: '#/components/schemas/Either'}
          g: {$ref: '#/components/schemas/Kind'}
          h: {$ref: '#/components/schemas/Hidden'}
      Secret: {type: string, maxLength: 3, x-sensitive: true}
      Either: {oneOf: [{type: string, maxLength: 3, x-sensitive: true}, {type: integer}]}
      Kind: {type: string, enum: [dog], x-sensitive: true}
      Hidden: {type: object, x-sensitive: true, properties: {x: {type: string, maxLength: 3}}}
      """;

  private static String body(String type, String schema, String encoding, String schemas) {
    return Documents.of(
        Documents.operation(
            "post /pets",
            "addPet",
            """
            requestBody:
              content:
                %s: {schema: %s, encoding: %s}
            """
                    .formatted(type, schema, encoding)
                + Documents.NO_CONTENT),
        schemas);
  }

  private static String namesIn(String document) {
    return String.valueOf(
        GeneratedCode.of(document)
            .run(
                "return String.valueOf("
                    + "new TreeSet<>(description.operations().get(0).sensitive()));"));
  }

  private static final GeneratedCode CODE =
      GeneratedCode.of(body("application/json", "{$ref: '#/components/schemas/Pet'}", "{}", PET));

  private static final String SECRETS =
      """
      Pet pet =
          Pet.builder()
              .name("Rex")
              .a("SECRET")
              .b("SECRET")
              .c(List.of("SECRET"))
              .d(List.of("SECRET"))
              .e(Map.of("SECRET", "SECRET"))
              .f(Either.of("SECRET"))
              .g(Kind.of("SECRET"))
              .h(Hidden.builder().x("SECRET").build())
              .build();
      """;

  @Test
  void textOfAModelDoesNotShowThem() {
    assertEquals(
        "Pet[name=Rex, a=\u2588\u2588, b=\u2588\u2588, c=\u2588\u2588, d=\u2588\u2588,"
            + " e=\u2588\u2588, f=\u2588\u2588, g=\u2588\u2588, h=\u2588\u2588]"
            + " OfString[\u2588\u2588] OfLong[value=1] Hidden[x=\u2588\u2588]",
        CODE.run(
            SECRETS + "return pet + \" \" + pet.f() + \" \" + Either.of(1L) + \" \" + pet.h();"));
  }

  @Test
  void refusalOfARequestDoesNotShowThem() {
    assertEquals(
        """
        body.a: 6 characters
        body.b: 6 characters
        body.c[0]: 6 characters
        body.d[0]: 6 characters
        body.e.\u2588\u2588: 6 characters
        body.f: 6 characters
        body.g: another value
        body.h.x: 6 characters
        """,
        CODE.run(
            SECRETS
                + """
                try {
                  api(PetsApi.class).addPet(pet).execute();
                  return "sent";
                } catch (InvalidRequestException e) {
                  return e.violations().stream()
                      .map(each -> each.place() + ": " + each.found() + "\\n")
                      .collect(java.util.stream.Collectors.joining());
                }
                """));
  }

  @Test
  void bodyOfASensitiveSchemaIsSensitive() {
    String document =
        body(
            "application/json",
            "{type: array, items: {$ref: '#/components/schemas/Secret'}}",
            "{}",
            "Secret: {type: string, maxLength: 3, x-sensitive: true}");
    assertEquals(
        "Expected at most 3 characters in body[0] but found 6 characters. Shorten it.",
        GeneratedCode.of(document)
            .run(
                """
                try {
                  api(PetsApi.class).addPet(List.of("SECRET")).execute();
                  return "sent";
                } catch (InvalidRequestException e) {
                  return e.getMessage();
                }
                """));
    assertEquals(
        "[x]",
        namesIn(
            body(
                "application/json",
                "{$ref: '#/components/schemas/Hidden'}",
                "{}",
                "Hidden: {type: object, x-sensitive: true, properties: {x: {type: string}}}")));
  }

  @Test
  void namesComeFromAllPartsOfABody() {
    assertEquals(
        "[pin, ref, single]",
        namesIn(
            body(
                "application/json",
                """
                {allOf: [
                  {$ref: '#/components/schemas/Base'},
                  {type: object, properties: {pin: {type: string, x-sensitive: true}}}]}\
                """,
                "{}",
                """
                Base:
                  type: object
                  properties:
                    ref: {$ref: '#/components/schemas/Secret'}
                    single: {allOf: [{$ref: '#/components/schemas/Secret'}]}
                    name: {type: string}
                Secret: {type: string, x-sensitive: true}
                """)));
  }

  @Test
  void fieldsOfAFormHaveTheirWholeName() {
    assertEquals(
        "[a[b][c], again[next], again[pin], either[pin], items[pin], json, json[pin], map]",
        namesIn(
            body(
                "application/x-www-form-urlencoded",
                "{$ref: '#/components/schemas/Form'}",
                """
                {a: {style: deepObject}, items: {style: deepObject}, map: {style: deepObject},
                  either: {style: deepObject}, again: {style: deepObject},
                  json: {contentType: application/json}, open: {contentType: application/json}}\
                """,
                """
                Form:
                  type: object
                  properties:
                    a: {type: object, properties: {b: {type: object, properties: {c: {$ref: '#/components/schemas/Secret'}}}}}
                    items: {type: array, items: {$ref: '#/components/schemas/Item'}}
                    map: {type: object, additionalProperties: {$ref: '#/components/schemas/Item'}}
                    either: {oneOf: [{$ref: '#/components/schemas/Item'}, {type: string}]}
                    again: {$ref: '#/components/schemas/Again'}
                    json: {$ref: '#/components/schemas/Item'}
                    open: {type: object, properties: {name: {type: string}}}
                Item: {type: object, properties: {pin: {$ref: '#/components/schemas/Secret'}}}
                Again: {type: object, properties: {pin: {$ref: '#/components/schemas/Secret'}, next: {$ref: '#/components/schemas/Again'}}}
                Secret: {type: string, x-sensitive: true}
                """)));
  }

  @Test
  void headerThatCannotBeSentIsNotShown() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /pets",
                    "getPets",
                    """
                    parameters:
                      - {name: X-Token, in: header, required: true, x-sensitive: true, schema: {type: string}}
                      - name: X-Json
                        in: header
                        required: true
                        content: {application/json: {schema: {type: object, additionalProperties: {type: string}}}}
                    """
                        + Documents.NO_CONTENT)));
    for (String arguments : new String[] {"\"s\u00e9cret\", Map.of()", "\"s\\ncret\", Map.of()"}) {
      assertEquals(
          "Expected printable ASCII as the header X-Token but found another character. Encode the"
              + " value, or remove line breaks.",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> code.run("return api(PetsApi.class).getPets(" + arguments + ").fetch();"))
              .getMessage());
    }
    assertEquals(
        "Expected printable ASCII as the header X-Json but found another character. Encode the"
            + " value, or remove line breaks.",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    code.run(
                        "return api(PetsApi.class)"
                            + ".getPets(\"a\", Map.of(\"k\", \"s\u00e9cret\")).fetch();"))
            .getMessage());
  }

  @Test
  void parameterThatHoldsOneIsSensitive() {
    assertEquals(
        "[X-Ref, filter]",
        namesIn(
            Documents.of(
                Documents.operation(
                    "get /pets",
                    "getPets",
                    """
                    parameters:
                      - {name: X-Ref, in: header, schema: {$ref: '#/components/schemas/Secret'}}
                      - name: filter
                        in: query
                        content: {application/json: {schema: {$ref: '#/components/schemas/Filter'}}}
                      - {name: limit, in: query, schema: {type: integer}}
                    """
                        + Documents.NO_CONTENT),
                """
                Filter: {type: object, properties: {pin: {$ref: '#/components/schemas/Secret'}}}
                Secret: {type: string, x-sensitive: true}
                """)));
  }
}
