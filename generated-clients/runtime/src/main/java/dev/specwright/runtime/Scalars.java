package dev.specwright.runtime;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import okio.ByteString;

/** The text of a single value outside JSON: in a path, a query, a header, a form. */
final class Scalars {
  /** Above this, a double no longer holds every whole number. */
  private static final double EXACT = 1L << 53;

  private static final int MAX_SCALE = 1000;

  private Scalars() {}

  /**
   * Returns the text of {@code value}.
   *
   * @throws IllegalArgumentException if it is a union that holds no single value
   */
  static String text(Object value) {
    if (value instanceof Union union) return text(single(union));
    if (value instanceof Instant time) return Long.toString(time.getEpochSecond());
    // toString() leaves out seconds that are zero
    if (value instanceof OffsetDateTime t) return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(t);
    if (value instanceof ByteString bytes) return bytes.base64();
    if (value instanceof BigDecimal number) return text(number);
    if (value instanceof Double number && isWhole(number)) {
      return Long.toString(number.longValue());
    }
    return value.toString();
  }

  private static Object single(Union union) {
    Object value = union.value();
    if (value != null && !(value instanceof Map) && !(value instanceof Iterable)) return value;
    throw new IllegalArgumentException(
        "Expected a single value but found a list, an object or null. Send one of the shapes that"
            + " the document lists.");
  }

  /** Written out in full, 1E999999999 would fill the memory. */
  private static String text(BigDecimal number) {
    return Math.abs((long) number.scale()) > MAX_SCALE ? number.toString() : number.toPlainString();
  }

  static String flag(boolean value) {
    return value ? "1" : "0";
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) <= EXACT;
  }
}
