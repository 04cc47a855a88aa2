package dev.specwright.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Has Moshi's reader and ours read the same text, and compares what they say of it. */
final class ReaderComparison {
  private ReaderComparison() {}

  private interface Reading {
    @Nullable Object result() throws IOException;
  }

  /** Compares what {@code text} as a whole is: the value, or the kind of exception. */
  static void assertSameValue(byte[] text, int chunk) {
    assertSame(
        text,
        () -> {
          JsonReader reader = JsonReader.of(new Buffer().write(text));
          Object value = value(reader);
          if (reader.peek() != JsonReader.Token.END_DOCUMENT) throw new JsonDataException("more");
          return value;
        },
        () -> {
          JsonByteReader reader = JsonByteReader.of(source(text, chunk));
          Object value = StandardAdapters.ANY.read(reader);
          // Moshi says so too, although it is no JSON.
          if (!reader.isAtEnd()) throw new com.squareup.moshi.JsonEncodingException("more");
          return value;
        });
  }

  /** Compares what the text is when it is skipped. */
  static void assertSameSkipped(byte[] text, int chunk) {
    assertSame(
        text,
        () -> {
          JsonReader reader = JsonReader.of(new Buffer().write(text));
          reader.skipValue();
          return reader.peek();
        },
        () -> {
          JsonByteReader reader = JsonByteReader.of(source(text, chunk));
          reader.skipValue();
          if (!reader.isAtEnd()) throw new com.squareup.moshi.JsonEncodingException("more");
          return JsonReader.Token.END_DOCUMENT;
        });
  }

  /** Compares what a single value is when it is read as each of the types. */
  static void assertSameSingles(byte[] value, int chunk) {
    byte[] text = ("[" + new String(value, UTF_8) + ",1]").getBytes(UTF_8);
    assertSame(text, () -> moshi(text).nextLong(), () -> ours(text, chunk).nextLong());
    assertSame(text, () -> moshi(text).nextInt(), () -> ours(text, chunk).nextInt());
    assertSame(text, () -> moshi(text).nextDouble(), () -> ours(text, chunk).nextDouble());
    assertSame(text, () -> moshi(text).nextBoolean(), () -> ours(text, chunk).nextBoolean());
    assertSame(text, () -> moshi(text).nextString(), () -> ours(text, chunk).nextString());
  }

  private static JsonReader moshi(byte[] text) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(text));
    reader.beginArray();
    return reader;
  }

  private static JsonByteReader ours(byte[] text, int chunk) throws IOException {
    JsonByteReader reader = JsonByteReader.of(source(text, chunk));
    reader.beginArray();
    if (!reader.nextElement()) reader.nextByte();
    return reader;
  }

  private static void assertSame(byte[] text, Reading moshi, Reading ours) {
    assertEquals(
        said(moshi), said(ours), () -> new String(text, 0, Math.min(text.length, 400), UTF_8));
  }

  private static Object said(Reading reading) {
    try {
      Object result = reading.result();
      return result == null ? "null" : result;
    } catch (IOException | JsonDataException e) {
      return e instanceof TruncatedJsonException ? java.io.EOFException.class : e.getClass();
    }
  }

  /** As {@link AnyJsonAdapter}, with Moshi's reader. */
  private static @Nullable Object value(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) list.add(value(reader));
        reader.endArray();
        yield list;
      }
      case BEGIN_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) map.put(reader.nextName(), value(reader));
        reader.endObject();
        yield map;
      }
      case STRING -> reader.nextString();
      case BOOLEAN -> reader.nextBoolean();
      case NUMBER -> number(reader.nextString());
      default -> reader.nextNull();
    };
  }

  private static Object number(String text) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new JsonDataException("an exponent of more than 32 bits");
    }
    if (exact.scale() > 0 || exact.precision() - exact.scale() > 19) return exact;
    try {
      return exact.longValueExact();
    } catch (ArithmeticException e) {
      return exact;
    }
  }

  /** Returns a source that gives at most {@code chunk} bytes at once; 0 for all. */
  static BufferedSource source(byte[] text, int chunk) {
    Buffer all = new Buffer().write(text);
    if (chunk == 0) return all;
    return Okio.buffer(
        new ForwardingSource(all) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            return super.read(sink, Math.min(byteCount, chunk));
          }
        });
  }
}
