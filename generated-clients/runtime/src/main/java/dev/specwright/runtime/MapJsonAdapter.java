package dev.specwright.runtime;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map by name; it says null where the map holds null, and of two members of a name takes the
 * last.
 */
final class MapJsonAdapter<T extends @Nullable Object> extends ByteJsonAdapter<Map<String, T>> {
  private final ByteJsonAdapter<T> values;

  MapJsonAdapter(ByteJsonAdapter<T> values) {
    this.values = values;
  }

  @Override
  public @Nullable Map<String, T> read(JsonByteReader reader) throws IOException {
    if (reader.nextNull()) return null;
    int before = reader.collected();
    reader.beginObject();
    for (String name; (name = reader.nextName()) != null; ) {
      T value = values.read(reader);
      reader.collect(name);
      reader.collect(value);
    }
    return DecodedMap.of(reader.collectedSince(before));
  }

  @Override
  public void write(JsonTokenWriter writer, Map<String, T> map) throws IOException {
    boolean before = writer.serializeNulls(true);
    writer.beginObject();
    for (Map.Entry<String, T> entry : map.entrySet()) {
      values.writeOrNull(writer.member(entry.getKey()), entry.getValue());
    }
    writer.endObject();
    writer.serializeNulls(before);
  }
}
