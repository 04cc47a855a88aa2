package dev.specwright.runtime;

import java.lang.reflect.Type;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Dates and times in a form of the vendor's own: {@code x-date-format}. */
public final class DateFormats {
  /** By pattern; the patterns are those of the documents. */
  private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

  private DateFormats() {}

  /**
   * Returns a type for Moshi: its values are {@code type}, its JSON is text of the form {@code
   * pattern}. Lists and maps can be made of it.
   */
  public static Type type(Class<? extends TemporalAccessor> type, String pattern) {
    return new Formatted(type, pattern);
  }

  /**
   * Returns {@code value} as text of the form {@code pattern}; what the pattern does not hold, such
   * as a fraction of a second, is left out.
   *
   * @throws IllegalArgumentException if its year does not have four digits, or its offset has
   *     seconds
   */
  public static String text(TemporalAccessor value, String pattern) {
    requireFit(value, pattern);
    return formatter(pattern).format(value);
  }

  /** Returns {@code values} as texts of the form {@code pattern}; see {@link #text}. */
  public static List<String> texts(Collection<? extends TemporalAccessor> values, String pattern) {
    return values.stream().map(value -> text(value, pattern)).toList();
  }

  /** Returns the adapter of a {@link #type}, or null for any other. */
  static @Nullable ByteJsonAdapter<?> adapter(Type type, boolean lenient) {
    if (!(type instanceof Formatted formatted)) return null;
    DateText form = new DateText(formatted.type(), formatted.pattern());
    return new DateJsonAdapter(
        form, formatted.pattern(), lenient ? nothing(formatted, form) : Set.of());
  }

  /** What PHP and its databases write where there is no date. */
  private static Set<String> nothing(Formatted type, DateText form) {
    // Midnight is a time, but there is no month 0.
    return type.type() == LocalTime.class
        ? Set.of("")
        : Set.copyOf(List.of("", "0000-00-00", "0000-00-00 00:00:00", form.zeros()));
  }

  /** Refuses what the form would make another day or moment of. */
  static void requireFit(TemporalAccessor value, String pattern) {
    if (value.isSupported(ChronoField.YEAR)) {
      int year = value.get(ChronoField.YEAR);
      if (year < 0 || year > 9999) throw misfit("a year from 0 to 9999", year, pattern);
    }
    if (value.isSupported(ChronoField.OFFSET_SECONDS)) {
      int offset = value.get(ChronoField.OFFSET_SECONDS);
      if (offset % 60 != 0) {
        throw misfit("an offset of whole minutes", ZoneOffset.ofTotalSeconds(offset), pattern);
      }
    }
  }

  private static IllegalArgumentException misfit(String expected, Object found, String pattern) {
    return new IllegalArgumentException(
        "Expected "
            + expected
            + " but found "
            + found
            + ". The form "
            + pattern
            + " holds no other.");
  }

  private static DateTimeFormatter formatter(String pattern) {
    return FORMATTERS.computeIfAbsent(
        pattern,
        key ->
            // In strict resolution y is a year of an era, which no date here names.
            DateTimeFormatter.ofPattern(key.replace("yyyy", "uuuu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT));
  }

  private record Formatted(Class<? extends TemporalAccessor> type, String pattern)
      implements Type {}
}
