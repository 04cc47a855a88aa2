package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
  void otherPatternsAreRefused(String pattern) {
    assertEquals(
        "The x-date-format \""
            + pattern
            + "\": is no date, time or both of yyyy, MM, dd, HH, mm, ss, SSS, xx and xxx."
            + " Write it with these, each once; other letters in single quotes.",
        assertThrows(UnsupportedDocumentException.class, () -> DatePattern.javaType(pattern))
            .getMessage());
  }
}
