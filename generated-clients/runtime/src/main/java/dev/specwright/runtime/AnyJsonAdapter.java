package dev.specwright.runtime;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON, as maps, lists, strings, booleans and numbers. A number is a Long where it fits, else a
 * BigDecimal; Moshi's own adapter would make it a Double and lose digits.
 */
final class AnyJsonAdapter extends ByteJsonAdapter<Object> {
  private final ListJsonAdapter<Object> lists = new ListJsonAdapter<>(this);
  private final MapJsonAdapter<Object> maps = new MapJsonAdapter<>(this);

  @Override
  public @Nullable Object read(JsonByteReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_ARRAY -> lists.read(reader);
      case BEGIN_OBJECT -> maps.read(reader);
      case BOOLEAN -> reader.nextBoolean();
      case NUMBER -> reader.nextNumber();
      case NULL -> {
        reader.nextNull();
        yield null;
      }
      default -> reader.nextString();
    };
  }

  @Override
  protected void writeValue(JsonWriter writer, Object value) throws IOException {
    boolean before = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    write(writer, value);
    writer.setSerializeNulls(before);
  }

  private static void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof Map<?, ?> map) {
      writer.beginObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        writer.name(String.valueOf(entry.getKey()));
        write(writer, entry.getValue());
      }
      writer.endObject();
    } else if (value instanceof Iterable<?> list) {
      writer.beginArray();
      for (Object element : list) write(writer, element);
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
