package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class DateFormatTest extends ServerTest {
  private static final String PET =
      """
      Pet:
        type: object
        required: [born]
        properties:
          born: {type: string, x-date-format: dd/MM/yyyy}
          seen: {type: string, nullable: true, x-date-format: 'yyyy-MM-dd HH:mm:ss'}
          fed: {type: string, x-date-format: 'HH:mm'}
          sold: {type: string, x-date-format: 'yyyy/MM/dd HH:mm:ss xx'}
          walks: {type: array, items: {type: string, x-date-format: dd/MM/yyyy}}
          shots: {type: object, additionalProperties: {type: string, x-date-format: dd.MM.yyyy}}
          iso: {type: string, format: date}
      """;
  private static final String ALL =
      "{\"born\":\"18/02/1964\",\"seen\":\"2013-11-21 10:15:00\",\"fed\":\"07:30\","
          + "\"sold\":\"2011/03/13 12:11:26 +0000\",\"walks\":[\"01/02/2003\"],"
          + "\"shots\":{\"first\":\"04.05.2006\"},\"iso\":\"2020-01-02\"}";

  private static final GeneratedCode CODE = GeneratedCode.of(Documents.ofSchemas("Pet", PET));

  private static String quoted(String json) {
    return "\"" + json.replace("\"", "\\\"") + "\"";
  }

  @Test
  void typeIsWhatThePatternHolds() {
    assertEquals(
        "1964-02-18 2013-11-21T10:15 07:30 2011-03-13T12:11:26Z [2003-02-01] {first=2006-05-04}",
        CODE.run(
            """
            Pet pet = read(Pet.class, %s);
            LocalDate born = pet.born();
            LocalDateTime seen = pet.seen();
            LocalTime fed = pet.fed();
            OffsetDateTime sold = pet.sold();
            List<LocalDate> walks = pet.walks();
            Map<String, LocalDate> shots = pet.shots();
            return born + " " + seen + " " + fed + " " + sold + " " + walks + " " + shots;
            """
                .formatted(quoted(ALL))));
  }

  @Test
  void valuesAreWrittenInTheirForm() {
    assertEquals(ALL, CODE.run("return roundTrip(Pet.class, " + quoted(ALL) + ");"));
    assertEquals(
        "{\"born\":\"18/02/1964\",\"seen\":null}",
        CODE.run(
            "return roundTrip(Pet.class, "
                + quoted("{\"born\":\"18/02/1964\",\"seen\":null}")
                + ");"));
  }

  @Test
  void anotherFormIsRefusedWithoutTheValue() {
    for (String json :
        new String[] {
          "{\"born\":\"18-02-1964\"}",
          "{\"born\":\"31/02/1964\"}",
          "{\"born\":\"\"}",
          "{\"born\":\"00/00/0000\"}",
          "{\"born\":1}"
        }) {
      assertEquals(
          "Expected a text of the form dd/MM/yyyy at $.born null",
          CODE.run(
              """
              try {
                return read(Pet.class, %s);
              } catch (JsonDataException e) {
                return e.getMessage() + " " + e.getCause();
              }
              """
                  .formatted(quoted(json))),
          json);
    }
  }

  @Test
  void lenientDocumentTakesWhatPhpWritesForNoDate() {
    GeneratedCode code = GeneratedCode.of(Documents.ofSchemas("Pet", PET) + "x-lenient: true\n");
    assertEquals(
        "null null null [null, null]",
        code.run(
            """
            Pet pet = read(Pet.class, %s);
            return pet.seen() + " " + pet.fed() + " " + pet.sold() + " " + pet.walks();
            """
                .formatted(
                    quoted(
                        "{\"born\":\"18/02/1964\",\"seen\":\"0000-00-00 00:00:00\",\"fed\":\"\","
                            + "\"sold\":\"0000/00/00 00:00:00 +0000\","
                            + "\"walks\":[\"0000-00-00\",\"00/00/0000\"]}"))));
    assertEquals(
        "00:00",
        String.valueOf(
            code.run(
                "return read(Pet.class, "
                    + quoted("{\"born\":\"18/02/1964\",\"fed\":\"00:00\"}")
                    + ").fed();")));
    assertEquals(
        "Expected the property \"born\" in the object at $",
        code.run(
            "try { return read(Pet.class, \"{\\\"born\\\":\\\"\\\"}\"); }"
                + " catch (JsonDataException e) { return e.getMessage(); }"));
  }

  @Test
  void parametersHaveTheirForm() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /pets/{day}",
                    "listPets",
                    """
                    parameters:
                      - {name: day, in: path, required: true, schema: {type: string, x-date-format: yyyyMMdd}}
                      - {name: X-At, in: header, schema: {type: string, x-date-format: 'HH:mm'}}
                      - {name: since, in: query, schema: {type: string, x-date-format: dd.MM.yyyy}}
                      - name: days
                        in: query
                        schema: {type: array, items: {type: string, x-date-format: dd.MM.yyyy}}
                      - name: some
                        in: query
                        explode: false
                        schema: {type: array, items: {type: string, x-date-format: dd.MM.yyyy}}
                      - name: must
                        in: query
                        required: true
                        explode: false
                        schema: {type: array, items: {type: string, x-date-format: dd.MM.yyyy}}
                      - name: json
                        in: query
                        content: {application/json: {schema: {type: string, x-date-format: dd.MM.yyyy}}}
                      - name: text
                        in: query
                        required: true
                        content: {application/json: {schema: {type: string, x-date-format: dd.MM.yyyy}}}
                    responses:
                      '200':
                        description: Days.
                        content:
                          application/json:
                            schema: {type: array, items: {type: string, x-date-format: dd.MM.yyyy}}
                    """)));
    assertEquals(
        "[2003-02-01]",
        call(
            code,
            "[\"01.02.2003\"]",
            """
            LocalDate day = LocalDate.of(2020, 1, 2);
            List<LocalDate> answer = api(PetsApi.class)
                .listPets(
                    day,
                    CommaSeparated.copyOf(List.of(day, day)),
                    day,
                    PetsApi.ListPetsOptions.builder()
                        .xAt(LocalTime.of(7, 30))
                        .since(day)
                        .days(List.of(day, day.plusDays(1)))
                        .some(List.of(day, day))
                        .json(day)
                        .build())
                .fetch();
            return answer;
            """));
    var request = server.takeRequest();
    assertEquals("07:30", request.getHeaders().get("X-At"));
    assertEquals(
        "/pets/20200102?must=02.01.2020,02.01.2020&text=\"02.01.2020\"&since=02.01.2020"
            + "&days=02.01.2020&days=03.01.2020&some=02.01.2020,02.01.2020&json=\"02.01.2020\"",
        URLDecoder.decode(request.getTarget(), StandardCharsets.UTF_8));
  }

  @Test
  void bodiesHaveTheirForm() throws Exception {
    String day = "{type: string, x-date-format: dd/MM/yyyy}";
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                        "post /form",
                        "form",
                        """
                        requestBody:
                          required: true
                          content:
                            application/x-www-form-urlencoded:
                              schema: {type: object, properties: {a: %s, b: %s}}
                              encoding: {b: {contentType: application/json}}
                        """
                                .formatted(day, day)
                            + Documents.NO_CONTENT)
                    + Documents.operation(
                        "post /parts",
                        "parts",
                        """
                        requestBody:
                          required: true
                          content:
                            multipart/form-data: {schema: {type: object, properties: {a: %s}}}
                        """
                                .formatted(day)
                            + Documents.NO_CONTENT)
                    + Documents.operation(
                        "post /json",
                        "json",
                        """
                        requestBody:
                          required: true
                          content: {application/json: {schema: {type: array, items: %s}}}
                        """
                                .formatted(day)
                            + Documents.NO_CONTENT)));
    call(
        code,
        """
        LocalDate day = LocalDate.of(1964, 2, 18);
        return api(PetsApi.class).form(FormRequest.builder().a(day).b(day).build()).fetch();
        """);
    assertEquals(
        "POST /form\na=18/02/1964&b=\"18/02/1964\"",
        URLDecoder.decode(sent(), StandardCharsets.UTF_8));
    call(
        code,
        "return api(PetsApi.class).parts(PetsApi.PartsOptions.builder().a(LocalDate.of(1964, 2, 18)).build()).fetch();");
    assertTrue(sent().contains("\r\n\r\n18/02/1964\r\n"));
    call(code, "return api(PetsApi.class).json(List.of(LocalDate.of(1964, 2, 18))).fetch();");
    assertEquals("POST /json\n[\"18/02/1964\"]", sent());
  }

  @Test
  void yearOfFiveDigitsIsRefusedBeforeItIsSent() {
    assertEquals(
        "Expected a year from 0 to 9999 but found 10000. The form dd/MM/yyyy holds no other.",
        CODE.run(
            """
            try {
              return json(Pet.class, Pet.builder().born(LocalDate.of(10000, 1, 1)).build());
            } catch (IllegalArgumentException e) {
              return e.getMessage();
            }
            """));
  }
}
