package dev.specwright.runtime;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets an adapter that reads bytes read from Moshi's reader: it takes over the reader's source for
 * the length of an object or array. Moshi has no way to ask for the source, so it is read from a
 * private field; where that is not possible, the value is copied, which is slower and gives the
 * same.
 */
final class MoshiBridge {
  private static final Class<?> READER = JsonReader.of(new Buffer()).getClass();
  private static final @Nullable VarHandle SOURCE = source();

  private MoshiBridge() {}

  private static @Nullable VarHandle source() {
    try {
      return MethodHandles.privateLookupIn(READER, MethodHandles.lookup())
          .findVarHandle(READER, "source", BufferedSource.class);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /** Whether sources can be taken over. */
  static boolean takesOver() {
    return SOURCE != null;
  }

  static <T> @Nullable T read(JsonReader reader, ByteJsonAdapter<T> adapter) throws IOException {
    String path = reader.getPath();
    JsonReader.Token token = reader.peek();
    boolean isObject = token == JsonReader.Token.BEGIN_OBJECT;
    boolean isOpen = isObject || token == JsonReader.Token.BEGIN_ARRAY;
    if (!isOpen || SOURCE == null || reader.getClass() != READER || reader.isLenient()) {
      return adapter.read(JsonByteReader.at(path, copy(reader)));
    }
    BufferedSource source = (BufferedSource) SOURCE.get(reader);
    if (isObject) reader.beginObject();
    else reader.beginArray();
    JsonByteReader bytes = JsonByteReader.at(path, source);
    bytes.putBack(isObject ? '{' : '[');
    T value = adapter.read(bytes);
    // Moshi's reader reads the closing bracket itself.
    bytes.giveBack(bytes.next - 1);
    if (isObject) reader.endObject();
    else reader.endArray();
    return value;
  }

  private static Buffer copy(JsonReader reader) throws IOException {
    Buffer copy = new Buffer();
    JsonWriter writer = JsonWriter.of(copy);
    writer.setLenient(true);
    writer.setSerializeNulls(true);
    copy(reader, writer);
    return copy;
  }

  private static void copy(JsonReader reader, JsonWriter writer) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        reader.beginObject();
        writer.beginObject();
        while (reader.hasNext()) {
          writer.name(reader.nextName());
          copy(reader, writer);
        }
        reader.endObject();
        writer.endObject();
      }
      case BEGIN_ARRAY -> {
        reader.beginArray();
        writer.beginArray();
        while (reader.hasNext()) copy(reader, writer);
        reader.endArray();
        writer.endArray();
      }
      case STRING -> writer.value(reader.nextString());
      case NUMBER -> {
        // As it is written, with all its digits
        try (BufferedSink number = writer.valueSink()) {
          number.writeUtf8(reader.nextString());
        }
      }
      case BOOLEAN -> writer.value(reader.nextBoolean());
      default -> {
        reader.nextNull();
        writer.nullValue();
      }
    }
  }
}
