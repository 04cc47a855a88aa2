package dev.specwright.runtime;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list, which may hold null where an answer does. */
final class ListJsonAdapter<T extends @Nullable Object> extends ByteJsonAdapter<List<T>> {
  private final ByteJsonAdapter<T> elements;

  ListJsonAdapter(ByteJsonAdapter<T> elements) {
    this.elements = elements;
  }

  @Override
  public @Nullable List<T> read(JsonByteReader reader) throws IOException {
    if (reader.nextNull()) return null;
    int before = reader.collected();
    reader.beginArray();
    while (reader.nextElement()) reader.collect(elements.read(reader));
    return new DecodedList<>(reader.collectedSince(before));
  }

  @Override
  public void write(JsonTokenWriter writer, List<T> list) throws IOException {
    writer.beginArray();
    for (T element : list) elements.writeOrNull(writer, element);
    writer.endArray();
  }
}
