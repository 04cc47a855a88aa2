package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

final class AnswerTest extends ServerTest {
  private static final String PET =
      """
      Pet: {type: object, properties: {name: {type: string}}}
      """;

  private static final String FETCH = "return api(PetsApi.class).getPets().fetch();";

  @Test
  void valueComesOutOfItsEnvelope() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                    Documents.get(
                        "/pets",
                        "x-envelope: {data: data}",
                        "{$ref: '#/components/schemas/Reply'}"),
                    PET
                        + """
                        Reply:
                          type: object
                          properties:
                            error: {$ref: '#/components/schemas/Error'}
                            data: {$ref: '#/components/schemas/Pet'}
                        Error: {type: object, properties: {code: {type: string}}}
                        """)
                + "x-error: {code: /error/code, message: /error/message}\n");
    assertEquals(
        "Pet[name=Rex]", call(code, "{\"error\":null,\"data\":{\"name\":\"Rex\"}}", FETCH));
    assertEquals(
        "403",
        call(
            code,
            "{\"error\":{\"code\":403},\"data\":false}",
            "try { api(PetsApi.class).getPets().fetch(); return null; }"
                + " catch (ApiException e) { return e.code(); }"));
    assertTrue(!code.paths().contains("model/Reply.java"), code.paths()::toString);
  }

  @Test
  void envelopeMayHoldANullableReference() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.get(
                    "/pets", "x-envelope: {data: data}", "{$ref: '#/components/schemas/Reply'}"),
                PET
                    + """
                    Reply:
                      type: object
                      properties:
                        data: {nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]}
                    """));
    assertEquals("Pet[name=Rex]", call(code, "{\"data\":{\"name\":\"Rex\"}}", FETCH));
    // The value is nullable since it is null next to an error; without one it has to be there.
    assertEquals(
        "Expected a value in the answer but found null",
        call(
            code,
            "{\"data\":null}",
            "try { return api(PetsApi.class).getPets().fetch(); }"
                + " catch (ApiException e) { return e.getCause().getMessage(); }"));
  }

  @Test
  void jsonWithoutASchemaIsAnything() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /pets",
                    "getPets",
                    "responses: {'200': {description: Any., content: {application/json: {}}}}")));
    assertEquals("{a=[1, null]}", call(code, "{\"a\":[1,null]}", FETCH));
    assertEquals("null", call(code, "null", FETCH));
  }

  @Test
  void unionWithAShapeThatMayBeNullMayBeNull() {
    for (String of : new String[] {"oneOf", "anyOf"}) {
      GeneratedCode code =
          GeneratedCode.of(
              Documents.of(
                  Documents.get(
                      "/pets",
                      "",
                      "{" + of + ": [{type: string, nullable: true}, {type: integer}]}")));
      assertEquals("null", call(code, "null", FETCH), of);
      assertEquals("OfLong[value=7]", call(code, "7", FETCH), of);
    }
  }

  @Test
  void pageHasRowsAndNext() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.get(
                    "/pets",
                    """
                    x-pagination: {style: cursor, parameter: from, limit: limit, items: pets, next: nextPage}
                    parameters:
                      - {name: from, in: query, schema: {type: integer}}
                      - {name: limit, in: query, schema: {type: integer}}
                    """,
                    "{$ref: '#/components/schemas/PetPage'}"),
                PET
                    + """
                    PetPage:
                      type: object
                      properties:
                        pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                        nextPage: {type: integer}
                    """));
    String rows =
        "Page<Pet> page = api(PetsApi.class).getPets().fetch();"
            + " return page.rows() + \" \" + page.next();";
    assertEquals(
        "[Pet[name=Rex]] 7", call(code, "{\"pets\":[{\"name\":\"Rex\"}],\"nextPage\":7}", rows));
    assertEquals("[] null", call(code, "{}", rows));
    assertEquals(
        "CURSOR from limit 0",
        code.run(
            """
            var page = description.operations().get(0).pagination().get();
            return page.style() + " " + page.parameter() + " " + page.limit() + " " + page.size();
            """));
  }

  @Test
  void pageKnowsHowManyRowsItMayHave() {
    String declared =
        Documents.of(
            Documents.get(
                "/pets",
                """
                x-pagination: {style: offset, parameter: from, limit: limit}
                parameters:
                  - {name: from, in: query, schema: {type: integer}}
                  - {name: limit, in: query, schema: %s}
                """,
                "{type: array, items: {type: string}}"),
            "Rows: {type: integer, minimum: 2, maximum: 50}");
    String limits =
        """
        var page = description.operations().get(0).pagination().get();
        return page.least() + " " + page.most() + " " + page.shortPageIsLast();
        """;
    Map.of(
            "{type: integer, format: int32, minimum: 1, maximum: 100}",
            "1 100 true",
            "{type: integer, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum:"
                + " true}",
            "1 8 true",
            "{$ref: '#/components/schemas/Rows'}",
            "2 50 true",
            "{allOf: [{$ref: '#/components/schemas/Rows'}], maximum: 7}",
            "2 7 true",
            "{type: integer, minimum: 0}",
            "0 2147483647 false",
            "{type: integer, format: int64, maximum: 99999999999}",
            "-2147483648 2147483647 false",
            "{type: integer}",
            "-2147483648 2147483647 false")
        .forEach(
            (schema, expected) ->
                assertEquals(
                    expected, GeneratedCode.of(declared.formatted(schema)).run(limits), schema));
  }

  @Test
  void pageMayBeInAnEnvelope() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.get(
                    "/pets",
                    """
                    x-envelope: {data: data}
                    x-pagination: {style: offset, parameter: offset, items: items, size: 50}
                    parameters:
                      - {name: offset, in: query, required: true, schema: {type: integer}}
                    """,
                    "{$ref: '#/components/schemas/Reply'}"),
                """
                Reply:
                  type: object
                  properties:
                    data: {$ref: '#/components/schemas/PetPage'}
                PetPage:
                  type: object
                  required: [items]
                  properties:
                    items: {type: array, items: {type: string}}
                """));
    assertEquals(
        "[Rex]",
        call(
            code,
            "{\"data\":{\"items\":[\"Rex\"]}}",
            "Page<String> page = api(PetsApi.class).getPets(0).fetch(); return page.rows();"));
  }

  @Test
  void binaryAnswerIsAStream() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /photo",
                    "getPhoto",
                    """
                    responses:
                      '200':
                        description: The photo.
                        content:
                          image/jpeg: {schema: {type: string, format: binary}}
                    """)));
    assertEquals(
        "3 true",
        call(
            code,
            "abc",
            """
            try (ResponseBody body = api(PetsApi.class).getPhoto().fetch()) {
              return body.bytes().length + " " + description.operations().get(0).raw();
            }
            """));
  }

  @Test
  void textAnswerIsAStream() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /pets.csv",
                    "getCsv",
                    """
                    responses:
                      '200':
                        description: The pets.
                        content:
                          text/csv: {schema: {type: string}}
                    """)));
    assertEquals(
        "name\nRex",
        call(
            code,
            "name\nRex",
            "try (ResponseBody body = api(PetsApi.class).getCsv().fetch())"
                + " { return body.string(); }"));
  }

  @Test
  void jsonMayHaveAnyOfItsMediaTypes() {
    for (String type :
        new String[] {
          "'application/json; charset=utf-8'", "application/hal+json", "Application/JSON"
        }) {
      GeneratedCode code =
          GeneratedCode.of(
              Documents.of(
                  Documents.operation(
                      "get /pets",
                      "getPets",
                      """
                      responses:
                        '200':
                          description: The pets.
                          content:
                            %s: {schema: {type: array, items: {type: integer}}}
                      """
                          .formatted(type))));
      assertEquals("[1, 2]", call(code, "[1,2]", FETCH), type);
    }
  }

  @Test
  void textThatLooksLikeJsonStaysText() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                    Documents.operation(
                        "get /pets",
                        "getPets",
                        """
                        responses:
                          '200':
                            description: The pets.
                            content:
                              text/plain: {schema: {$ref: '#/components/schemas/Pet'}}
                              application/xml: {schema: {$ref: '#/components/schemas/Pet'}}
                        """),
                    PET)
                + "x-error: {code: /error/code}\n");
    assertEquals(
        "\"1\" [] {",
        call(
            code,
            "\"1\" [] {",
            "try (ResponseBody body = api(PetsApi.class).getPets().fetch())"
                + " { return body.string(); }"));
  }

  @Test
  void answerOfBytesIsNotCollected() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /photo",
                    "getPhoto",
                    """
                    responses:
                      '200':
                        description: The photo.
                        content: {image/jpeg: {schema: {type: string, format: binary}}}
                    """)));
    // A connection that breaks in the middle does no harm to a reader of the beginning.
    server.enqueue(
        new MockResponse.Builder()
            .body("abc" + "d".repeat(1_000_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    assertEquals(
        "abc",
        code.run(
            server.url("/"),
            "try (ResponseBody body = api(PetsApi.class).getPhoto().fetch())"
                + " { return body.source().readUtf8(3); }"));
  }

  @Test
  void documentedHeadersOfTheAnswerAreTyped() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                    Documents.operation(
                        "get /photo",
                        "getPhoto",
                        """
                        responses:
                          '200':
                            description: The photo.
                            headers:
                              Content-Disposition: {description: The `name`., schema: {type: string}}
                              X-Left: {$ref: '#/components/headers/Left'}
                            content: {image/jpeg: {schema: {type: string, format: binary}}}
                        """),
                    PET)
                + "  headers: {Left: {schema: {type: integer}}}\n");
    String headers =
        """
        var headers = PetsApi.GetPhotoHeaders.of(api(PetsApi.class).getPhoto().execute());
        String name = headers.contentDisposition();
        try {
          Long left = headers.xLeft();
          return name + " " + left;
        } catch (IllegalStateException e) {
          return e.getMessage();
        }
        """;
    for (String left : new String[] {"7", "seven"}) {
      server.enqueue(
          new MockResponse.Builder()
              .addHeader("content-disposition", "attachment")
              .addHeader("X-Left", left)
              .build());
    }
    assertEquals("attachment 7", code.run(server.url("/"), headers));
    assertEquals(
        "Expected a whole number in the header X-Left but found something else. Read it from"
            + " response.headers().",
        code.run(server.url("/"), headers));
    assertEquals("null null", call(code, "", headers));
    assertTrue(
        code.source("api/PetsApi.java").contains("/** The {@code name}. */"),
        code.source("api/PetsApi.java"));
  }

  @Test
  void errorsOfAnAnswerAreTold() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /pets",
                    "getPets",
                    """
                    responses:
                      '200':
                        description: The pets.
                        content:
                          application/json: {schema: {type: array, items: {type: integer}}}
                      '400': {description: "Bad. `limit` is <0.\\n\\nMore."}
                    """)));
    assertEquals("[1, 2]", call(code, "[1,2]", FETCH));
    String source = code.source("api/PetsApi.java");
    assertTrue(source.contains("<li>400: Bad. {@code limit} is &lt;0.\n"), source);
  }

  @Test
  void singleValuesAndMapsAreAnswers() {
    assertEquals("true", call(answer("{type: boolean}"), "true", FETCH));
    assertEquals("9007199254740993", call(answer("{type: integer}"), "9007199254740993", FETCH));
    assertEquals(
        "{a=1}",
        call(answer("{type: object, additionalProperties: {type: integer}}"), "{\"a\":1}", FETCH));
    assertEquals("{a=[1, 2.50]}", call(answer("{}"), "{\"a\":[1,2.50]}", FETCH));
  }

  private static GeneratedCode answer(String schema) {
    return GeneratedCode.of(Documents.of(Documents.get("/pets", "", schema)));
  }

  @Test
  void headIsCalledWithoutAnAnswer() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(Documents.operation("head /pets", "headPets", Documents.NO_CONTENT)));
    call(code, "return api(PetsApi.class).headPets().fetch();");
    assertEquals("HEAD /pets", sent());
  }

  @Test
  void headersOfTheAnswerHaveTheTypesOfTheirSchemas() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /pets",
                    "getPets",
                    """
                    responses:
                      '204':
                        description: Done.
                        headers:
                          X-Left: {schema: {$ref: '#/components/schemas/Left'}}
                          X-Cost: {schema: {type: number}}
                          X-Last: {schema: {type: boolean}}
                          X-Reset: {schema: {type: integer, format: unix-time}}
                          X-Seen: {schema: {type: string, format: date-time}}
                          X-Tags: {schema: {type: array, items: {type: string}}}
                    """),
                "Left: {type: integer}"));
    String headers =
        """
        var headers = PetsApi.GetPetsHeaders.of(api(PetsApi.class).getPets().execute());
        Long left = headers.xLeft();
        BigDecimal cost = headers.xCost();
        Boolean last = headers.xLast();
        Instant reset = headers.xReset();
        OffsetDateTime seen = headers.xSeen();
        String tags = headers.xTags();
        return left + " " + cost + " " + last + " " + reset + " " + seen + " " + tags;
        """;
    server.enqueue(
        new MockResponse.Builder()
            .code(204)
            .addHeader("X-Left", "7")
            .addHeader("X-Cost", "1.50")
            .addHeader("X-Last", "true")
            .addHeader("X-Reset", "60")
            .addHeader("X-Seen", "2020-01-02T03:04:05Z")
            .addHeader("X-Tags", "a, b")
            .build());
    assertEquals(
        "7 1.50 true 1970-01-01T00:01:00Z 2020-01-02T03:04:05Z a, b",
        code.run(server.url("/"), headers));
    server.enqueue(new MockResponse.Builder().code(204).addHeader("X-Last", "yes").build());
    assertEquals(
        "Expected true or false in the header X-Last but found something else. Read it from"
            + " response.headers().",
        assertThrows(IllegalStateException.class, () -> code.run(server.url("/"), headers))
            .getMessage());
  }
}
