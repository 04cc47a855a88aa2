package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Adapters for the JDK types that generated models use. */
public final class StandardAdapters implements JsonAdapter.Factory {
  /** Takes the JSON that the document describes. */
  static final StandardAdapters STRICT = new StandardAdapters(false);

  /** Takes PHP's looser forms as well: {@code x-lenient}. */
  static final StandardAdapters LENIENT = new StandardAdapters(true);

  /** A boolean written as 1 and 0: {@code x-boolean}. */
  public static final ByteJsonAdapter<Boolean> ZERO_OR_ONE = new ScalarAdapters.OfZeroOrOne(false);

  static final ByteJsonAdapter<Object> ANY = new AnyJsonAdapter();

  private final boolean lenient;

  private StandardAdapters(boolean lenient) {
    this.lenient = lenient;
  }

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (!annotations.isEmpty()) return null;
    JsonAdapter<?> date = DateFormats.adapter(type, lenient);
    if (date != null) return date;
    Class<?> raw = Types.getRawType(type);
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      ByteJsonAdapter<Object> elements = ByteJsonAdapter.of(moshi, arguments[arguments.length - 1]);
      if (raw == List.class || raw == Collection.class) return new ListJsonAdapter<>(elements);
      if (raw == Set.class) return new SetJsonAdapter<>(elements);
      if (raw != Map.class) return null;
      ByteJsonAdapter<?> map = new MapJsonAdapter<>(elements);
      return lenient ? emptyArrayAsObject(map) : map;
    }
    if (raw == Object.class) return ANY;
    if (type == ZeroOrOne.TYPE) return new ScalarAdapters.OfZeroOrOne(lenient);
    if (raw == String.class) return new ScalarAdapters.OfString();
    if (raw == Boolean.class) return new ScalarAdapters.OfBoolean(lenient);
    if (raw == Long.class) return new ScalarAdapters.OfLong(lenient);
    if (raw == Integer.class) return new ScalarAdapters.OfInteger(lenient);
    if (raw == Double.class) return new ScalarAdapters.OfDouble(lenient);
    if (raw == BigDecimal.class) return new ScalarAdapters.OfDecimal(lenient);
    if (raw == Instant.class) return new ScalarAdapters.OfInstant(lenient);
    if (raw == OffsetDateTime.class) {
      return new ScalarAdapters.OfText<>(
          OffsetDateTime::parse, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);
    }
    if (raw == LocalDate.class)
      return new ScalarAdapters.OfText<>(LocalDate::parse, LocalDate::toString);
    if (raw == UUID.class) return new ScalarAdapters.OfText<>(UUID::fromString, UUID::toString);
    if (raw == URI.class) return new ScalarAdapters.OfText<>(URI::create, URI::toString);
    if (raw == ByteString.class)
      return new ScalarAdapters.OfText<>(StandardAdapters::base64, ByteString::base64);
    return null;
  }

  /** Returns an adapter that also takes {@code []} where PHP has an empty object to write. */
  public static <T> ByteJsonAdapter<T> emptyArrayAsObject(ByteJsonAdapter<T> adapter) {
    return new EmptyArrayAsObject<>(adapter);
  }

  private static ByteString base64(String text) {
    ByteString bytes = ByteString.decodeBase64(text);
    if (bytes == null) throw new IllegalArgumentException("Not base64");
    return bytes;
  }
}
