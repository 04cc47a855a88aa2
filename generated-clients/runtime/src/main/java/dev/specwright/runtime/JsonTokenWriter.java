package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import java.io.IOException;

/**
 * Takes the value of a request, as the tokens of its JSON, in the order in which they stand in a
 * JSON text. What becomes of them is up to the writer: JSON text, the fields of a form, or calls of
 * Moshi's own writer. So an adapter says once how its type is written.
 */
public abstract class JsonTokenWriter {
  /** Moshi's limit. */
  private static final int MAX_DEPTH = 255;

  /** Number of the objects and arrays that are open. */
  int depth;

  JsonTokenWriter() {}

  /** Opens an object. */
  public abstract void beginObject() throws IOException;

  /**
   * Begins a member of an object: its name.
   *
   * @return the writer that takes its value, which may be another one
   */
  public abstract JsonTokenWriter member(JsonNames names, int index) throws IOException;

  /**
   * Begins a member of an object: its name.
   *
   * @return the writer that takes its value, which may be another one
   */
  public abstract JsonTokenWriter member(String name) throws IOException;

  /** Closes an object. */
  public abstract void endObject() throws IOException;

  /** Opens an array. */
  public abstract void beginArray() throws IOException;

  /** Closes an array. */
  public abstract void endArray() throws IOException;

  /** Writes a text. */
  public abstract void value(String text) throws IOException;

  /** Writes a whole number. */
  public abstract void value(long number) throws IOException;

  /**
   * Writes a number with all its digits.
   *
   * @throws IllegalArgumentException if it is infinite or none, which JSON cannot say
   */
  public abstract void value(Number number) throws IOException;

  /** Writes true or false. */
  public abstract void value(boolean flag) throws IOException;

  /** Writes null; a member that is null is written too. */
  public abstract void nullValue() throws IOException;

  /** Writes a value with an adapter that knows Moshi's writer only. */
  abstract <T> void foreign(JsonAdapter<T> adapter, T value) throws IOException;

  /**
   * Says whether an adapter that knows Moshi's writer only writes the members that are null.
   *
   * @return whether it did so before
   */
  abstract boolean serializeNulls(boolean serializeNulls);

  /** Counts an object or array that is opened. */
  final void enter() {
    if (depth == MAX_DEPTH) {
      throw new JsonDataException(
          "Expected at most "
              + MAX_DEPTH
              + " objects and arrays in each other but found more. Look for one that contains"
              + " itself.");
    }
    depth++;
  }
}
