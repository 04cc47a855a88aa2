package dev.specwright.runtime;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set that keeps its order. */
final class SetJsonAdapter<T extends @Nullable Object> extends ByteJsonAdapter<Set<T>> {
  private final ByteJsonAdapter<T> elements;

  SetJsonAdapter(ByteJsonAdapter<T> elements) {
    this.elements = elements;
  }

  @Override
  public @Nullable Set<T> read(JsonByteReader reader) throws IOException {
    if (reader.nextNull()) return null;
    Set<T> set = new LinkedHashSet<>();
    reader.beginArray();
    while (reader.nextElement()) set.add(elements.read(reader));
    return Collections.unmodifiableSet(set);
  }

  @Override
  public void write(JsonTokenWriter writer, Set<T> set) throws IOException {
    writer.beginArray();
    for (T element : set) elements.writeOrNull(writer, element);
    writer.endArray();
  }
}
