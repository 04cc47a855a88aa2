package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatePatternTest {
  @Test
  void typeHoldsWhatThePatternHolds() {
    assertEquals("LocalDate", DatePattern.javaType("dd.MM.yyyy"));
    assertEquals("LocalTime", DatePattern.javaType("HH:mm"));
    assertEquals("LocalDateTime", DatePattern.javaType("yyyy-MM-dd'T'HH:mm:ss.SSS"));
    assertEquals("OffsetDateTime", DatePattern.javaType("yyyy/MM/dd HH:mm xxx"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "yy/MM/dd",
        "MM/dd",
        "HH",
        "HH:mm xx",
        "yyyy-MM-dd xx",
        "yyyy-MM-ddTHH:mm",
        "[yyyy]-MM-dd",
        "yyyy-MM-dd yyyy",
        "HH:mm:SSS",
        "HH:mm'",
        "yyyy-MM-dd HH:mm z"
      })
  void otherPatternsHaveNoMeaning(String pattern) {
    assertNull(DatePattern.javaType(pattern));
  }

  @Test
  void patternWithoutAMeaningIsRefusedWhereItStands() throws Exception {
    String end =
        ".x-date-format: \"yyyy-QQ\" is no date, time or both of yyyy, MM, dd, HH, mm, ss, SSS, xx"
            + " and xxx. Write it with these, each once; other letters in single quotes.";
    String date = "{type: string, x-date-format: yyyy-QQ}";
    for (String[] each :
        new String[][] {
          {"components.schemas.Pet.born", date},
          {"components.schemas.Pet.born.items", "{type: array, items: " + date + "}"}
        }) {
      assertEquals(
          each[0] + end,
          GeneratedCode.refusalOf(
              Documents.ofSchemas(
                  "Pet", "Pet: {type: object, properties: {born: " + each[1] + "}}")));
    }
    for (String schema :
        new String[] {"schema: " + date, "content: {application/json: {schema: " + date + "}}"}) {
      assertEquals(
          "paths./pets.get.parameters.since" + end,
          GeneratedCode.refusalOf(
              Documents.of(
                  Documents.operation(
                      "get /pets",
                      "getPets",
                      "parameters: [{name: since, in: query, "
                          + schema
                          + "}]\n"
                          + Documents.NO_CONTENT))));
    }
  }
}
