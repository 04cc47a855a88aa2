package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Adapters for the JDK types that generated models use. */
public final class StandardAdapters implements JsonAdapter.Factory {
  /** Takes the JSON that the document describes. */
  static final StandardAdapters STRICT = new StandardAdapters(false);

  /** Takes PHP's looser forms as well: {@code x-lenient}. */
  static final StandardAdapters LENIENT = new StandardAdapters(true);

  /** A boolean written as 1 and 0: {@code x-boolean}. */
  public static final JsonAdapter<Boolean> ZERO_OR_ONE = new ZeroOrOneJsonAdapter().nullSafe();

  private static final JsonAdapter<Boolean> LENIENT_ZERO_OR_ONE =
      new LenientZeroOrOneJsonAdapter().nullSafe();

  /**
   * Any JSON, as maps, lists, strings, booleans and numbers. A number is a Long where it fits, else
   * a BigDecimal; Moshi's own adapter would make it a Double and lose digits.
   */
  static final JsonAdapter<Object> ANY = new AnyJsonAdapter().serializeNulls();

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
    if (raw == Object.class) return ANY;
    if (type == ZeroOrOne.TYPE) return lenient ? LENIENT_ZERO_OR_ONE : ZERO_OR_ONE;
    if (raw == Map.class && type instanceof ParameterizedType mapType) {
      JsonAdapter<Object> values = moshi.adapter(mapType.getActualTypeArguments()[1]);
      JsonAdapter<?> map = new MapJsonAdapter<>(values).nullSafe().serializeNulls();
      return lenient ? emptyArrayAsObject(map) : map;
    }
    if (raw == Instant.class) return number(JsonReader::nextLong, Instant::ofEpochSecond, UNIX);
    if (raw == BigDecimal.class) return number(JsonReader::nextString, BigDecimal::new, PLAIN);
    if (raw == OffsetDateTime.class) {
      return text(OffsetDateTime::parse, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);
    }
    if (raw == LocalDate.class) return text(LocalDate::parse, LocalDate::toString);
    if (raw == UUID.class) return text(UUID::fromString, UUID::toString);
    if (raw == URI.class) return text(URI::create, URI::toString);
    if (raw == ByteString.class) return text(StandardAdapters::base64, ByteString::base64);
    // Moshi's own adapters quote the value that is no number.
    if (raw == Long.class) return number(JsonReader::nextLong, value -> value, JsonWriter::value);
    if (raw == Integer.class) return number(JsonReader::nextInt, value -> value, JsonWriter::value);
    if (raw == Double.class) {
      return number(JsonReader::nextDouble, value -> value, JsonWriter::value);
    }
    if (lenient && raw == Boolean.class) return new LenientBoolean().nullSafe();
    return null;
  }

  private static final Write<Instant> UNIX = (writer, time) -> writer.value(time.getEpochSecond());
  private static final Write<BigDecimal> PLAIN = JsonWriter::value;

  /** Returns an adapter that also takes {@code []} where PHP has an empty object to write. */
  public static <T> JsonAdapter<T> emptyArrayAsObject(JsonAdapter<T> adapter) {
    return new JsonAdapter<>() {
      @Override
      public @Nullable T fromJson(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) return adapter.fromJson(reader);
        String path = reader.getPath();
        reader.beginArray();
        if (reader.hasNext()) {
          throw new JsonDataException("Expected an object but found a filled array at " + path);
        }
        reader.endArray();
        return adapter.fromJson("{}");
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        adapter.toJson(writer, value);
      }
    };
  }

  private interface Read<R> {
    R from(JsonReader reader) throws IOException;
  }

  private interface Write<T> {
    void to(JsonWriter writer, T value) throws IOException;
  }

  /** An adapter whose values are never null; {@code nullSafe} goes around it. */
  private abstract static class Scalar<T> extends JsonAdapter<T> {
    abstract @Nullable T read(JsonReader reader) throws IOException;

    abstract void write(JsonWriter writer, T value) throws IOException;

    @Override
    public final @Nullable T fromJson(JsonReader reader) throws IOException {
      try {
        return read(reader);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw unexpected(reader);
      }
    }

    @Override
    public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      if (value == null) writer.nullValue();
      else write(writer, value);
    }
  }

  /** Leaves out the value, and the cause that quotes it: it may be one that must not be shown. */
  private static JsonDataException unexpected(JsonReader reader) {
    return new JsonDataException("Unexpected form of a value at " + reader.getPath());
  }

  private <R, T> JsonAdapter<T> number(Read<R> read, Function<R, T> make, Write<T> write) {
    return new Scalar<T>() {
      @Override
      @Nullable T read(JsonReader reader) throws IOException {
        if (lenient && isEmptyText(reader)) {
          reader.skipValue();
          return null;
        }
        return make.apply(raw(reader));
      }

      private R raw(JsonReader reader) throws IOException {
        JsonReader.Token token = reader.peek();
        try {
          return read.from(reader);
        } catch (JsonDataException e) {
          boolean quoted = token == JsonReader.Token.STRING || token == JsonReader.Token.NUMBER;
          throw quoted ? unexpected(reader) : e;
        }
      }

      @Override
      void write(JsonWriter writer, T value) throws IOException {
        write.to(writer, value);
      }
    }.nullSafe();
  }

  private static <T> JsonAdapter<T> text(Function<String, T> parse, Function<T, String> print) {
    return new Scalar<T>() {
      @Override
      T read(JsonReader reader) throws IOException {
        return parse.apply(reader.nextString());
      }

      @Override
      void write(JsonWriter writer, T value) throws IOException {
        writer.value(print.apply(value));
      }
    }.nullSafe();
  }

  private static boolean isEmptyText(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.STRING) return false;
    try (JsonReader ahead = reader.peekJson()) {
      return ahead.nextString().isEmpty();
    }
  }

  private static ByteString base64(String text) {
    ByteString bytes = ByteString.decodeBase64(text);
    if (bytes == null) throw new IllegalArgumentException("Not base64");
    return bytes;
  }

  private static boolean lenientBoolean(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.BOOLEAN) return reader.nextBoolean();
    String path = reader.getPath();
    return switch (reader.nextString()) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw new JsonDataException("Expected true, false, 1 or 0 at " + path);
    };
  }

  private static final class LenientBoolean extends Scalar<Boolean> {
    @Override
    @Nullable Boolean read(JsonReader reader) throws IOException {
      if (isEmptyText(reader)) {
        reader.skipValue();
        return null;
      }
      return lenientBoolean(reader);
    }

    @Override
    void write(JsonWriter writer, Boolean value) throws IOException {
      writer.value(value);
    }
  }

  private static class ZeroOrOneJsonAdapter extends Scalar<Boolean> {
    @Override
    @Nullable Boolean read(JsonReader reader) throws IOException {
      return lenientBoolean(reader);
    }

    @Override
    final void write(JsonWriter writer, Boolean value) throws IOException {
      writer.value(value ? 1 : 0);
    }
  }

  private static final class LenientZeroOrOneJsonAdapter extends ZeroOrOneJsonAdapter {
    @Override
    @Nullable Boolean read(JsonReader reader) throws IOException {
      if (!isEmptyText(reader)) return super.read(reader);
      reader.skipValue();
      return null;
    }
  }

  /**
   * Unlike Moshi's own adapter it says null where the map holds null, and takes the last of two
   * members of one name instead of quoting both in an exception.
   */
  private static final class MapJsonAdapter<V> extends JsonAdapter<Map<String, V>> {
    private final JsonAdapter<V> values;

    MapJsonAdapter(JsonAdapter<V> values) {
      this.values = values;
    }

    @Override
    public Map<String, V> fromJson(JsonReader reader) throws IOException {
      Map<String, V> map = new LinkedHashMap<>();
      reader.beginObject();
      while (reader.hasNext()) map.put(reader.nextName(), values.fromJson(reader));
      reader.endObject();
      return map;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Map<String, V> map) throws IOException {
      if (map == null) {
        writer.nullValue();
        return;
      }
      writer.beginObject();
      for (Map.Entry<String, V> entry : map.entrySet()) {
        writer.name(entry.getKey());
        values.toJson(writer, entry.getValue());
      }
      writer.endObject();
    }
  }

  private static final class AnyJsonAdapter extends JsonAdapter<Object> {
    @Override
    public @Nullable Object fromJson(JsonReader reader) throws IOException {
      return switch (reader.peek()) {
        case BEGIN_ARRAY -> {
          List<@Nullable Object> list = new ArrayList<>();
          reader.beginArray();
          while (reader.hasNext()) list.add(fromJson(reader));
          reader.endArray();
          yield list;
        }
        case BEGIN_OBJECT -> {
          Map<String, @Nullable Object> map = new LinkedHashMap<>();
          reader.beginObject();
          while (reader.hasNext()) map.put(reader.nextName(), fromJson(reader));
          reader.endObject();
          yield map;
        }
        case STRING -> reader.nextString();
        case BOOLEAN -> reader.nextBoolean();
        case NULL -> reader.nextNull();
        case NUMBER -> number(reader);
        default ->
            throw new JsonDataException(
                "Expected a value but found " + reader.peek() + " at " + reader.getPath());
      };
    }

    private static Number number(JsonReader reader) throws IOException {
      BigDecimal exact;
      try {
        exact = new BigDecimal(reader.nextString());
      } catch (NumberFormatException e) {
        // An exponent of more than 32 bits
        throw unexpected(reader);
      }
      // 1E+400000000 as a long would first be written out in full
      if (exact.scale() > 0 || exact.precision() - exact.scale() > 19) return exact;
      try {
        return exact.longValueExact();
      } catch (ArithmeticException tooLarge) {
        return exact;
      }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
      if (value == null) {
        writer.nullValue();
      } else if (value instanceof Map<?, ?> map) {
        writer.beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          writer.name(String.valueOf(entry.getKey()));
          toJson(writer, entry.getValue());
        }
        writer.endObject();
      } else if (value instanceof Iterable<?> list) {
        writer.beginArray();
        for (Object element : list) toJson(writer, element);
        writer.endArray();
      } else if (value instanceof Number number) {
        writer.value(number);
      } else if (value instanceof Boolean bool) {
        writer.value(bool);
      } else {
        writer.value(Scalars.text(value));
      }
    }
  }
}
