package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

final class QueryTest extends ServerTest {
  private static GeneratedCode withParameters(String parameters) {
    return GeneratedCode.of(
        Documents.of(
            Documents.operation(
                "get /pets",
                "listPets",
                "parameters:\n" + parameters.indent(2) + Documents.NO_CONTENT),
            """
            Filter:
              type: object
              required: [field]
              properties:
                field: {type: string}
                value: {type: integer}
            Size: {type: string, enum: [small, large]}
            """));
  }

  @Test
  void optionalParametersGoIntoOptions() throws Exception {
    GeneratedCode code =
        withParameters(
            """
            - {name: limit, in: query, schema: {type: integer}}
            - {name: size, in: query, schema: {$ref: '#/components/schemas/Size'}}
            """);
    call(
        code,
        """
        return api(PetsApi.class)
            .listPets(PetsApi.ListPetsOptions.builder().limit(2).limit(3).size(Size.LARGE).build())
            .fetch();
        """);
    assertEquals("GET /pets?limit=3&size=large", sent());
    call(code, "return api(PetsApi.class).listPets().fetch();");
    assertEquals("GET /pets", sent());
  }

  @Test
  void requiredParametersAreArguments() throws Exception {
    GeneratedCode code =
        withParameters(
            """
            - {name: page, in: query, required: true, schema: {type: integer}}
            - {name: X-Lang, in: header, required: true, schema: {type: string}}
            - {name: ids, in: query, required: true, schema: {type: array, items: {type: integer}}}
            - {name: limit, in: query, schema: {type: integer}}
            """);
    call(code, "return api(PetsApi.class).listPets(1, List.of(2L, 3L), \"en\").fetch();");
    assertEquals("GET /pets?page=1&ids=2&ids=3", sent());
    assertTrue(
        code.source("api/PetsApi.java")
            .contains("listPets(long page, List<Long> ids, String xLang) {"),
        code.source("api/PetsApi.java"));
  }

  @Test
  void optionalHeadersGoIntoTheSameOptions() throws Exception {
    GeneratedCode code =
        withParameters(
            """
            - {name: limit, in: query, schema: {type: integer}}
            - {name: Limit, in: header, x-java-name: most, schema: {type: integer}}
            - {name: X-Flag, in: header, schema: {type: integer, enum: [0, 1], x-boolean: true}}
            - {name: X-Ids, in: header, schema: {type: array, items: {type: integer}}}
            - name: X-Filter
              in: header
              content: {application/json: {schema: {$ref: '#/components/schemas/Filter'}}}
            """);
    call(
        code,
        """
        return api(PetsApi.class)
            .listPets(
                PetsApi.ListPetsOptions.builder()
                    .limit(1)
                    .most(2)
                    .xFlag(true)
                    .xIds(List.of(3L, 4L))
                    .xFilter(Filter.builder().field("a").build())
                    .build())
            .fetch();
        """);
    RecordedRequest request = server.takeRequest();
    assertEquals("/pets?limit=1", request.getTarget());
    assertEquals("2", request.getHeaders().get("Limit"));
    assertEquals("1", request.getHeaders().get("X-Flag"));
    assertEquals("3,4", request.getHeaders().get("X-Ids"));
    assertEquals("{\"field\":\"a\"}", request.getHeaders().get("X-Filter"));
    call(code, "return api(PetsApi.class).listPets().fetch();");
    assertEquals(null, server.takeRequest().getHeaders().get("Limit"));
  }

  @Test
  void addingAnOptionalParameterKeepsTheMethodsThatWereThere() {
    String before = "- {name: page, in: query, required: true, schema: {type: integer}}\n";
    for (String place : new String[] {"query", "header"}) {
      String more = before + "- {name: X-Lang, in: " + place + ", schema: {type: string}}\n";
      String source = withParameters(more).source("api/PetsApi.java");
      assertTrue(source.contains("default ApiCall<Void> listPets(long page) {"), source);
    }
  }

  @Test
  void argumentMayBeNamedOptionsWhereThereAreNone() throws Exception {
    GeneratedCode code =
        withParameters("- {name: options, in: query, required: true, schema: {type: string}}\n");
    call(code, "return api(PetsApi.class).listPets(\"a\").fetch();");
    assertEquals("GET /pets?options=a", sent());
  }

  @Test
  void listsAreRepeatedOrJoined() throws Exception {
    GeneratedCode code =
        withParameters(
            """
            - {name: 'order_by[]', in: query, schema: {type: array, items: {type: string}}}
            - name: include
              in: query
              explode: false
              schema: {type: array, items: {type: string}}
            - name: sizes
              in: query
              required: true
              explode: false
              schema: {type: array, items: {$ref: '#/components/schemas/Size'}}
            """);
    call(
        code,
        """
        return api(PetsApi.class)
            .listPets(
                CommaSeparated.copyOf(List.of(Size.SMALL, Size.LARGE)),
                PetsApi.ListPetsOptions.builder()
                    .orderBy(List.of("name,ASC", "age,DESC"))
                    .include(List.of("happy", "do_*"))
                    .build())
            .fetch();
        """);
    assertEquals(
        "GET /pets?sizes=small%2Clarge&order_by%5B%5D=name%2CASC&order_by%5B%5D=age%2CDESC"
            + "&include=happy%2Cdo_*",
        sent());
  }

  @Test
  void jsonContentIsSentAsJsonText() throws Exception {
    GeneratedCode code =
        withParameters(
            """
            - name: page
              in: query
              content: {application/json: {schema: {type: integer}}}
            - name: name
              in: query
              required: true
              content: {application/json: {schema: {type: string}}}
            - name: filter
              in: query
              content: {application/json: {schema: {$ref: '#/components/schemas/Filter'}}}
            """);
    call(
        code,
        """
        return api(PetsApi.class)
            .listPets(
                "R\\"ex",
                PetsApi.ListPetsOptions.builder()
                    .page(2)
                    .filter(Filter.builder().field("age").value(3L).build())
                    .build())
            .fetch();
        """);
    assertEquals(
        "GET /pets?name=\"R\\\"ex\"&page=2&filter={\"field\":\"age\",\"value\":3}",
        java.net.URLDecoder.decode(sent(), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void jsonContentOfAListOrMapIsOneValue() throws Exception {
    GeneratedCode code =
        withParameters(
            """
            - name: ids
              in: query
              content: {application/json: {schema: {type: array, items: {type: integer}}}}
            - name: map
              in: query
              content:
                application/json: {schema: {type: object, additionalProperties: {type: integer}}}
            """);
    call(
        code,
        """
        return api(PetsApi.class)
            .listPets(
                PetsApi.ListPetsOptions.builder().ids(List.of(1L, 2L)).map(Map.of("a", 1L)).build())
            .fetch();
        """);
    assertEquals(
        "GET /pets?ids=[1,2]&map={\"a\":1}",
        java.net.URLDecoder.decode(sent(), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void listsOfJsonTextAreRepeated() throws Exception {
    GeneratedCode code =
        withParameters(
            """
            - name: 'where[]'
              in: query
              schema: {type: array, items: {type: string, x-json-text: Filter}}
            - name: only
              in: query
              schema: {type: string, x-json-text: Filter}
            """);
    call(
        code,
        """
        Filter filter = Filter.builder().field("age").build();
        return api(PetsApi.class)
            .listPets(
                PetsApi.ListPetsOptions.builder()
                    .where(List.of(filter, filter.toBuilder().value(3L).build()))
                    .only(filter)
                    .build())
            .fetch();
        """);
    assertEquals(
        "GET /pets?where[]={\"field\":\"age\"}&where[]={\"field\":\"age\",\"value\":3}"
            + "&only={\"field\":\"age\"}",
        java.net.URLDecoder.decode(sent(), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void scalarsHaveTheTextOfTheDocument() throws Exception {
    GeneratedCode code =
        withParameters(
            """
            - {name: a, in: query, schema: {type: integer, enum: [0, 1], x-boolean: true}}
            - {name: b, in: query, schema: {type: boolean}}
            - {name: c, in: query, schema: {type: integer, format: unix-time}}
            - {name: d, in: query, schema: {type: string, format: date-time}}
            - {name: e, in: query, schema: {type: string, format: date}}
            - {name: f, in: query, schema: {type: number}}
            - {name: g, in: query, schema: {type: string, format: byte}}
            - {name: h, in: query, schema: {type: number, format: float}}
            - name: i
              in: query
              required: true
              schema: {type: integer, enum: [0, 1], x-boolean: true}
            """);
    call(
        code,
        """
        return api(PetsApi.class)
            .listPets(
                true,
                PetsApi.ListPetsOptions.builder()
                    .a(false)
                    .b(true)
                    .c(Instant.ofEpochSecond(4102444800L))
                    .d(OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                    .e(LocalDate.of(2020, 1, 2))
                    .f(new BigDecimal("1E+3"))
                    .g(okio.ByteString.encodeUtf8("hello"))
                    .h(0.1)
                    .build())
            .fetch();
        """);
    assertEquals(
        "GET /pets?i=1&a=0&b=true&c=4102444800&d=2020-01-01T00%3A00%3A00Z&e=2020-01-02&f=1000"
            + "&g=aGVsbG8%3D&h=0.1",
        sent());
  }

  @Test
  void parametersOfThePathItemAreKeptOnce() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                """
                /pets/{id}:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: lang, in: query, schema: {type: string}}
                  get:
                    operationId: getPet
                    tags: [Pets]
                    parameters:
                      - {name: id, in: path, required: true, schema: {type: integer}}
                    responses: {'204': {description: Done.}}
                """));
    call(code, "return api(PetsApi.class).getPet(7L).fetch();");
    assertEquals("GET /pets/7", sent());
  }

  @Test
  void deprecatedParameterIsDeprecatedInJava() {
    String source =
        withParameters("- {name: limit, in: query, deprecated: true, schema: {type: integer}}")
            .source("api/PetsApi.java");
    assertTrue(source.contains("      @Deprecated\n      public Builder limit("), source);
  }
}
