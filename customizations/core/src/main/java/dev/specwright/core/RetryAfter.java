package dev.specwright.core;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header with which a service says when to come back. */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("[0-9]+");

  /** More digits than any pause that makes sense; such a number still means: not soon. */
  private static final int MOST_DIGITS = 9;

  private static final Duration NOT_SOON = Duration.ofSeconds(999_999_999);

  private RetryAfter() {}

  /**
   * Returns how long to wait from {@code now} on: seconds, or the time until an HTTP date, zero if
   * that has passed. Null if there is no header or none that can be read.
   */
  static @Nullable Duration read(@Nullable String header, Instant now) {
    if (header == null) return null;
    String value = header.trim();
    if (SECONDS.matcher(value).matches()) {
      String digits = value.replaceFirst("^0+(?=.)", "");
      return digits.length() > MOST_DIGITS ? NOT_SOON : Duration.ofSeconds(Long.parseLong(digits));
    }
    try {
      Instant time = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(now, time);
      if (left.isNegative()) return Duration.ZERO;
      return left.compareTo(NOT_SOON) > 0 ? NOT_SOON : left;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }
}
