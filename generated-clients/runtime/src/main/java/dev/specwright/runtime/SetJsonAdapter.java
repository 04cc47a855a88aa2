package dev.specwright.runtime;

import com.squareup.moshi.JsonWriter;
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
  protected void writeValue(JsonWriter writer, Set<T> set) throws IOException {
    writer.beginArray();
    for (T element : set) elements.toJson(writer, element);
    writer.endArray();
  }
}
