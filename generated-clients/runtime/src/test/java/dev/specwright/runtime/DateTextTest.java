package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DateTextTest {
  private static final List<String> DATES = List.of("yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd");
  private static final List<String> TIMES = List.of("HH:mm:ss", "HHmm", "HH'h'mm", "HH:mm:ss.SSS");
  private static final List<String> OFFSETS = List.of("xx", "xxx", " 'UTC'xx");

  private static void assertAsFormatter(TemporalAccessor value, String pattern) {
    DateText form = new DateText(value.getClass(), pattern);
    assertEquals(DateFormats.text(value, pattern), form.text(value), pattern);
  }

  @Test
  void textIsThatOfTheJdksFormatter() {
    Random random = new Random(20110523);
    for (int i = 0; i < 2_000; i++) {
      LocalDate date = LocalDate.of(random.nextInt(10_000), 1, 1).plusDays(random.nextInt(365));
      if (date.getYear() > 9999) continue;
      LocalTime time = LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L));
      ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081));
      for (String day : DATES) {
        assertAsFormatter(date, day);
        for (String clock : TIMES) {
          assertAsFormatter(time, clock);
          assertAsFormatter(LocalDateTime.of(date, time), day + " " + clock);
          for (String offset : OFFSETS) {
            assertAsFormatter(OffsetDateTime.of(date, time, zone), day + "'T'" + clock + offset);
          }
        }
      }
    }
  }

  @Test
  void offsetsWithSecondsAreRefused() {
    OffsetDateTime old =
        OffsetDateTime.of(1920, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutesSeconds(0, 19, 32));
    DateText form = new DateText(OffsetDateTime.class, "yyyy-MM-dd HH:mm xxx");
    assertEquals(
        "Expected an offset of whole minutes but found +00:19:32. The form yyyy-MM-dd HH:mm xxx"
            + " holds no other.",
        assertThrows(IllegalArgumentException.class, () -> form.text(old)).getMessage());
  }

  @Test
  void yearsOfOtherThanFourDigitsAreRefused() {
    DateText form = new DateText(LocalDate.class, "yyyy-MM-dd");
    assertEquals("0000-01-01", form.text(LocalDate.of(0, 1, 1)));
    assertEquals("9999-12-31", form.text(LocalDate.of(9999, 12, 31)));
    for (int year : new int[] {-1, 10_000}) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> form.text(LocalDate.of(year, 1, 1)));
      assertEquals(
          "Expected a year from 0 to 9999 but found "
              + year
              + ". The form yyyy-MM-dd holds no other.",
          e.getMessage());
    }
  }
}
