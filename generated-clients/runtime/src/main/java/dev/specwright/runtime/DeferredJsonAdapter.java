package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** An adapter that is not there yet, or one that knows Moshi's reader only. */
final class DeferredJsonAdapter<T> extends ByteJsonAdapter<T> {
  private final Moshi moshi;
  private final Type type;
  private @Nullable JsonAdapter<T> found;

  DeferredJsonAdapter(Moshi moshi, Type type) {
    this.moshi = moshi;
    this.type = type;
  }

  /** Two threads may both look it up; they find the same. */
  private JsonAdapter<T> adapter() {
    JsonAdapter<T> adapter = found;
    if (adapter == null) {
      adapter = moshi.adapter(type);
      found = adapter;
    }
    return adapter;
  }

  @Override
  public @Nullable T read(JsonByteReader reader) throws IOException {
    JsonAdapter<T> adapter = adapter();
    if (adapter instanceof ByteJsonAdapter<T> bytes) return bytes.read(reader);
    try {
      return adapter.fromJson(JsonReader.of(reader.nextValue()));
    } catch (JsonEncodingException | JsonDataException e) {
      // Without its message, which may quote the value
      throw reader.unexpectedForm();
    }
  }

  @Override
  public void write(JsonTokenWriter writer, T value) throws IOException {
    JsonAdapter<T> adapter = adapter();
    if (adapter instanceof ByteJsonAdapter<T> bytes) bytes.write(writer, value);
    else writer.foreign(adapter, value);
  }
}
