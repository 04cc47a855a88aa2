package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Dates and times in a form of the vendor's own: {@code x-date-format}. */
public final class DateFormats {
  private static final Map<Class<?>, TemporalQuery<? extends TemporalAccessor>> QUERIES =
      Map.of(
          LocalDate.class, LocalDate::from,
          LocalTime.class, LocalTime::from,
          LocalDateTime.class, LocalDateTime::from,
          OffsetDateTime.class, OffsetDateTime::from);

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
   * @throws IllegalArgumentException if its year does not have four digits
   */
  public static String text(TemporalAccessor value, String pattern) {
    if (!hasYearOfFourDigits(value)) {
      throw new IllegalArgumentException(
          "Expected a year from 0 to 9999 but found "
              + value.get(ChronoField.YEAR)
              + ". The form "
              + pattern
              + " holds no other.");
    }
    return formatter(pattern).format(value);
  }

  /** Returns {@code values} as texts of the form {@code pattern}; see {@link #text}. */
  public static List<String> texts(Collection<? extends TemporalAccessor> values, String pattern) {
    return values.stream().map(value -> text(value, pattern)).toList();
  }

  /** Returns the adapter of a {@link #type}, or null for any other. */
  static @Nullable JsonAdapter<?> adapter(Type type, boolean lenient) {
    return type instanceof Formatted formatted
        ? new FormattedJsonAdapter(formatted, lenient).nullSafe()
        : null;
  }

  private static boolean hasYearOfFourDigits(TemporalAccessor value) {
    if (!value.isSupported(ChronoField.YEAR)) return true;
    int year = value.get(ChronoField.YEAR);
    return year >= 0 && year <= 9999;
  }

  private static DateTimeFormatter formatter(String pattern) {
    return FORMATTERS.computeIfAbsent(
        pattern,
        key ->
            // In strict resolution y is a year of an era, which no date here names.
            DateTimeFormatter.ofPattern(key.replace("yyyy", "uuuu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT));
  }

  private static TemporalQuery<? extends TemporalAccessor> query(Class<?> type) {
    TemporalQuery<? extends TemporalAccessor> query = QUERIES.get(type);
    if (query != null) return query;
    throw new IllegalArgumentException(
        "Expected one of " + QUERIES.keySet() + " but found " + type);
  }

  private record Formatted(Class<? extends TemporalAccessor> type, String pattern)
      implements Type {}

  private static final class FormattedJsonAdapter extends JsonAdapter<TemporalAccessor> {
    private final String pattern;
    private final DateTimeFormatter formatter;
    private final TemporalQuery<? extends TemporalAccessor> query;

    /** What PHP and its databases write where there is no date. */
    private final Set<String> nothing;

    FormattedJsonAdapter(Formatted type, boolean lenient) {
      pattern = type.pattern();
      formatter = formatter(pattern);
      query = query(type.type());
      nothing = lenient ? nothing(type) : Set.of();
    }

    /** Midnight is a time, but there is no month 0. */
    private static Set<String> nothing(Formatted type) {
      if (type.type() == LocalTime.class) return Set.of("");
      String zeros =
          type.pattern()
              .replace("xxx", "+00:00")
              .replace("xx", "+0000")
              .replaceAll("[yMdHmsS]", "0")
              .replace("'", "");
      return Set.copyOf(List.of("", "0000-00-00", "0000-00-00 00:00:00", zeros));
    }

    @Override
    public @Nullable TemporalAccessor fromJson(JsonReader reader) throws IOException {
      String text = reader.nextString();
      if (nothing.contains(text)) return null;
      try {
        TemporalAccessor value = formatter.parse(text, query);
        if (hasYearOfFourDigits(value)) return value;
      } catch (DateTimeException e) {
        // As below: the cause would quote the value, which may be one that must not be shown.
      }
      throw new JsonDataException(
          "Expected a text of the form " + pattern + " at " + Models.lastPath(reader));
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable TemporalAccessor value) throws IOException {
      if (value == null) writer.nullValue();
      else writer.value(text(value, pattern));
    }
  }
}
