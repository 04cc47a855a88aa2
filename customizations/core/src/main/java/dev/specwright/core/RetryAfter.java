package dev.specwright.core;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header with which a service says when to come back. */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("[0-9]+");

  /** More digits than any pause that makes sense; such a number still means: not soon. */
  private static final int MOST_DIGITS = 9;

  private static final Duration NOT_SOON = Duration.ofSeconds(999_999_999);

  /** As C's asctime prints it: a day below ten has one more space in front. */
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private RetryAfter() {}

  /**
   * Returns how long to wait from {@code now} on: seconds, or the time until an HTTP date in one of
   * its three forms (RFC 9110, section 5.6.7), zero if that has passed. Null if there is no header
   * or none that can be read.
   */
  static @Nullable Duration read(@Nullable String header, Instant now) {
    if (header == null) return null;
    String value = header.trim();
    if (SECONDS.matcher(value).matches()) {
      String digits = value.replaceFirst("^0+(?=.)", "");
      return digits.length() > MOST_DIGITS ? NOT_SOON : Duration.ofSeconds(Long.parseLong(digits));
    }
    for (DateTimeFormatter form : List.of(RFC_1123_DATE_TIME, rfc850(now), ASCTIME)) {
      try {
        return until(form.parse(value, Instant::from), now);
      } catch (DateTimeException | ArithmeticException e) {
        // Another form, or none.
      }
    }
    return null;
  }

  private static Duration until(Instant time, Instant now) {
    Duration left = Duration.between(now, time);
    if (left.isNegative()) return Duration.ZERO;
    return left.compareTo(NOT_SOON) > 0 ? NOT_SOON : left;
  }

  /**
   * Returns the form {@code Sunday, 06-Nov-94 08:49:37 GMT}, of whose years none is more than 50
   * ahead.
   */
  private static DateTimeFormatter rfc850(Instant now) {
    LocalDate firstYear = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(49);
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }
}
