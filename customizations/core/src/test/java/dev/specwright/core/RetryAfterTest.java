package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "7 | PT7S",
        "' 7 ' | PT7S",
        "007 | PT7S",
        "999999999 | PT277777H46M39S",
        "1000000000 | PT277777H46M39S",
        "99999999999999999999999 | PT277777H46M39S",
        "Fri, 02 Jan 2026 03:04:05 GMT | PT0S",
        "Fri, 02 Jan 2026 03:04:06 GMT | PT1S",
        "Fri, 02 Jan 2026 03:04:04 GMT | PT0S",
        "Fri, 02 Jan 2026 04:04:05 +0100 | PT0S",
        "Thu, 01 Jan 1970 00:00:00 GMT | PT0S",
        "Friday, 02-Jan-26 03:04:06 GMT | PT1S",
        "Sunday, 02-Jan-77 03:04:05 GMT | PT0S",
        "Wednesday, 02-Jan-75 03:04:05 GMT | PT277777H46M39S",
        "Fri Jan  2 03:04:06 2026 | PT1S",
        "Mon Jan 12 03:04:05 2026 | PT240H",
        "Fri, 31 Dec 9999 23:59:59 GMT | PT277777H46M39S"
      })
  void readsSecondsAndDates(String header, Duration expected) {
    assertEquals(expected, RetryAfter.read(header, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "1.5",
        "soon",
        "1 s",
        "٣",
        "Fri, 02 Jan 2026",
        "Friday, 02-Jan-26",
        "+7"
      })
  void takesNothingElse(String header) {
    assertNull(RetryAfter.read(header, NOW));
  }

  @Test
  void takesNoHeaderForNone() {
    assertNull(RetryAfter.read(null, NOW));
  }
}
