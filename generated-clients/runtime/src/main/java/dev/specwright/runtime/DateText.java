package dev.specwright.runtime;

import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes texts of the form of one pattern, whose fields all have a fixed width. It gives
 * what a strict {@link java.time.format.DateTimeFormatter} gives, for a fraction of the time and
 * memory, which counts in an export of thousands of rows.
 */
final class DateText {
  private static final Set<Class<?>> TYPES =
      Set.of(LocalDate.class, LocalTime.class, LocalDateTime.class, OffsetDateTime.class);

  private final Type type;
  private final String pattern;

  /** A text of this form: {@code 0} stands for any digit, {@code +} of an offset for a sign. */
  private final String shape;

  private final int year;
  private final int month;
  private final int day;
  private final int hour;
  private final int minute;
  private final int second;
  private final int millis;
  private final int offset;
  private final int offsetMinutes;

  /** Of the characters of {@link #shape}, those that stand for themselves. */
  private final boolean[] literal;

  DateText(Class<?> type, String pattern) {
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("Expected one of " + TYPES + " but found " + type);
    }
    this.type = type;
    this.pattern = pattern;
    StringBuilder fields = new StringBuilder();
    boolean quoted = false;
    StringBuilder marks = new StringBuilder();
    String wide = pattern.replace("xxx", "x00:00").replace("xx", "x0000");
    for (int i = 0; i < wide.length(); i++) {
      char c = wide.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else {
        fields.append(quoted ? '\0' : c);
        marks.append(c);
      }
    }
    String where = fields.toString();
    year = where.indexOf('y');
    month = where.indexOf('M');
    day = where.indexOf('d');
    hour = where.indexOf('H');
    minute = where.indexOf('m');
    second = where.indexOf('s');
    millis = where.indexOf('S');
    offset = where.indexOf('x');
    offsetMinutes = pattern.contains("xxx") ? offset + 4 : offset + 3;
    literal = new boolean[where.length()];
    StringBuilder text = new StringBuilder(marks);
    for (int i = 0; i < literal.length; i++) {
      boolean isField = "yMdHmsS0".indexOf(where.charAt(i)) >= 0;
      literal[i] = !isField && where.charAt(i) != 'x';
      if (isField) text.setCharAt(i, '0');
      if (where.charAt(i) == 'x') text.setCharAt(i, '+');
    }
    shape = text.toString();
  }

  /** The text of this form with zeros only. */
  String zeros() {
    return shape;
  }

  /** Returns what {@code text} says, or null if it is not of this form or no such day or time. */
  @Nullable TemporalAccessor parse(String text) {
    if (!fits(text)) return null;
    try {
      if (type == LocalDate.class) return date(text);
      if (type == LocalTime.class) return time(text);
      LocalDateTime local = LocalDateTime.of(date(text), time(text));
      return offset < 0 ? local : OffsetDateTime.of(local, zone(text));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private boolean fits(String text) {
    if (text.length() != literal.length) return false;
    for (int i = 0; i < literal.length; i++) {
      char c = text.charAt(i);
      boolean fits =
          literal[i]
              ? c == shape.charAt(i)
              : i == offset ? c == '+' || c == '-' : c >= '0' && c <= '9';
      if (!fits) return false;
    }
    return true;
  }

  /**
   * Returns {@code value} in this form; what the form does not hold is left out.
   *
   * @throws IllegalArgumentException if its year does not have four digits
   */
  String text(TemporalAccessor value) {
    DateFormats.requireFit(value, pattern);
    char[] text = shape.toCharArray();
    put(text, year, 4, value, ChronoField.YEAR);
    put(text, month, 2, value, ChronoField.MONTH_OF_YEAR);
    put(text, day, 2, value, ChronoField.DAY_OF_MONTH);
    put(text, hour, 2, value, ChronoField.HOUR_OF_DAY);
    put(text, minute, 2, value, ChronoField.MINUTE_OF_HOUR);
    put(text, second, 2, value, ChronoField.SECOND_OF_MINUTE);
    put(text, millis, 3, value, ChronoField.MILLI_OF_SECOND);
    if (offset >= 0) {
      int minutes = value.get(ChronoField.OFFSET_SECONDS) / 60;
      text[offset] = minutes < 0 ? '-' : '+';
      put(text, offset + 1, 2, Math.abs(minutes) / 60);
      put(text, offsetMinutes, 2, Math.abs(minutes) % 60);
    }
    return new String(text);
  }

  private static void put(
      char[] text, int from, int length, TemporalAccessor value, ChronoField field) {
    if (from >= 0) put(text, from, length, value.get(field));
  }

  private static void put(char[] text, int from, int length, int number) {
    int rest = number;
    for (int i = from + length - 1; i >= from; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private LocalDate date(String text) {
    return LocalDate.of(number(text, year, 4), number(text, month, 2), number(text, day, 2));
  }

  private LocalTime time(String text) {
    return LocalTime.of(
        number(text, hour, 2),
        number(text, minute, 2),
        number(text, second, 2),
        1_000_000 * number(text, millis, 3));
  }

  private ZoneOffset zone(String text) {
    int hours = number(text, offset + 1, 2);
    int minutes = number(text, offsetMinutes, 2);
    if (hours == 0 && minutes == 0) return ZoneOffset.UTC;
    int sign = text.charAt(offset) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  /** Returns the digits as a number; 0 for a field that the pattern does not have. */
  private static int number(String text, int from, int length) {
    if (from < 0) return 0;
    int number = 0;
    for (int i = from; i < from + length; i++) number = 10 * number + text.charAt(i) - '0';
    return number;
  }
}
