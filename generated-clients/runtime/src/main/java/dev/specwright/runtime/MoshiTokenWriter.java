package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/**
 * Hands everything on to Moshi's writer, so that its settings count: indents, or that it makes maps
 * and lists.
 */
final class MoshiTokenWriter extends JsonTokenWriter {
  private final JsonWriter writer;

  MoshiTokenWriter(JsonWriter writer) {
    this.writer = writer;
  }

  @Override
  public void beginObject() throws IOException {
    writer.beginObject();
  }

  @Override
  public JsonTokenWriter member(JsonNames names, int index) throws IOException {
    return member(names.name(index));
  }

  @Override
  public JsonTokenWriter member(String name) throws IOException {
    writer.name(name);
    return this;
  }

  @Override
  public void endObject() throws IOException {
    writer.endObject();
  }

  @Override
  public void beginArray() throws IOException {
    writer.beginArray();
  }

  @Override
  public void endArray() throws IOException {
    writer.endArray();
  }

  @Override
  public void value(String text) throws IOException {
    writer.value(text);
  }

  @Override
  public void value(long number) throws IOException {
    writer.value(number);
  }

  @Override
  public void value(Number number) throws IOException {
    writer.value(number);
  }

  @Override
  public void value(boolean flag) throws IOException {
    writer.value(flag);
  }

  @Override
  public void nullValue() throws IOException {
    boolean before = serializeNulls(true);
    writer.nullValue();
    serializeNulls(before);
  }

  @Override
  <T> void foreign(JsonAdapter<T> adapter, T value) throws IOException {
    adapter.toJson(writer, value);
  }

  @Override
  boolean serializeNulls(boolean now) {
    boolean before = writer.getSerializeNulls();
    writer.setSerializeNulls(now);
    return before;
  }
}
