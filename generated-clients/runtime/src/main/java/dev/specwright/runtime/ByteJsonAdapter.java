package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A JSON adapter that reads with a {@link JsonByteReader} and writes with a {@link
 * JsonTokenWriter}. To its users it is Moshi's {@link JsonAdapter}: given a {@link JsonReader} it
 * reads from the source behind it, and given a {@link JsonWriter} it writes there.
 */
public abstract class ByteJsonAdapter<T> extends JsonAdapter<T> {
  /** For adapters of one type. */
  protected ByteJsonAdapter() {}

  /**
   * Returns the adapter of {@code type} from {@code moshi}. It is looked up again when it is first
   * used if it is not complete yet, as that of a model which contains itself.
   */
  public static <T> ByteJsonAdapter<T> of(Moshi moshi, Type type) {
    JsonAdapter<T> adapter = moshi.adapter(type);
    return adapter instanceof ByteJsonAdapter<T> bytes
        ? bytes
        : new DeferredJsonAdapter<>(moshi, type);
  }

  /** Reads a value, or null. */
  public abstract @Nullable T read(JsonByteReader reader) throws IOException;

  /** Writes a value that is not null. */
  public abstract void write(JsonTokenWriter writer, T value) throws IOException;

  /** Writes a value, or null. */
  public final void writeOrNull(JsonTokenWriter writer, @Nullable T value) throws IOException {
    if (value == null) writer.nullValue();
    else write(writer, value);
  }

  @Override
  public final @Nullable T fromJson(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL
        ? reader.nextNull()
        : MoshiBridge.read(reader, this);
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) writer.nullValue();
    else write(new MoshiTokenWriter(writer), value);
  }
}
