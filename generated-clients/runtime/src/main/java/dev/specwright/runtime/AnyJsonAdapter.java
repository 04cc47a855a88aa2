package dev.specwright.runtime;

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
    return switch (reader.nextByte()) {
      case '"' -> reader.nextString();
      case '[' -> lists.read(reader);
      case '{' -> maps.read(reader);
      case 't', 'T', 'f', 'F' -> reader.nextBoolean();
      case 'n', 'N' -> {
        reader.nextNull();
        yield null;
      }
      default -> reader.nextNumber();
    };
  }

  @Override
  public void write(JsonTokenWriter writer, Object value) throws IOException {
    // Classes first: whether an object is of an interface takes longer to find out.
    if (value instanceof String text) {
      writer.value(text);
    } else if (value instanceof Long || value instanceof Integer) {
      writer.value(((Number) value).longValue());
    } else if (value instanceof Boolean flag) {
      writer.value(flag);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else if (value instanceof Map<?, ?> map) {
      writer.beginObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        writeOrNull(writer.member(String.valueOf(entry.getKey())), entry.getValue());
      }
      writer.endObject();
    } else if (value instanceof Iterable<?> list) {
      writer.beginArray();
      for (Object element : list) writeOrNull(writer, element);
      writer.endArray();
    } else {
      writer.value(Scalars.text(value));
    }
  }
}
