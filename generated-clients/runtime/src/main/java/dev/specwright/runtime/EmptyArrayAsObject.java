package dev.specwright.runtime;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Also takes {@code []} where PHP has an empty object to write. */
final class EmptyArrayAsObject<T> extends ByteJsonAdapter<T> {
  private final ByteJsonAdapter<T> adapter;

  EmptyArrayAsObject(ByteJsonAdapter<T> adapter) {
    this.adapter = adapter;
  }

  @Override
  public @Nullable T read(JsonByteReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) return adapter.read(reader);
    String path = reader.path();
    reader.beginArray();
    if (reader.nextElement()) {
      throw new JsonDataException("Expected an object but found a filled array at " + path);
    }
    return adapter.fromJson("{}");
  }

  @Override
  public void write(JsonTokenWriter writer, T value) throws IOException {
    adapter.write(writer, value);
  }
}
