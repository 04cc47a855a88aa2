package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as the fields of a form, as PHP's {@code http_build_query} does: one for each
 * single value, named by where it stands, and none for null.
 */
final class FormWriter extends JsonTokenWriter {
  /** In {@link #indices}, for an object. */
  private static final int NO_INDEX = -1;

  private static final byte[] OPEN = {'%', '5', 'B'};
  private static final byte[] CLOSE = {'%', '5', 'D'};

  /** The members of the whole that are sent as JSON text. */
  private final Set<String> jsonMembers;

  private final boolean hasRoot;
  private final ByteText form = new ByteText(512);

  /** The name of the field that comes next, encoded: {@code ticket%5Bassigned_to%5D%5B0%5D}. */
  private final ByteText path = new ByteText(64);

  /** By depth, the length of the path to the object or array. */
  private int[] lengths = new int[8];

  /** By depth, the index of the next element of an array. */
  private int[] indices = new int[8];

  private @Nullable JsonByteWriter json;
  private boolean serializeNulls;

  /**
   * @param root the one property around the whole, encoded, or nothing
   * @param jsonMembers the members of a whole without a root that are sent as JSON text
   */
  FormWriter(byte[] root, Set<String> jsonMembers) {
    this.hasRoot = root.length > 0;
    this.jsonMembers = jsonMembers;
    path.append(root, 0, root.length);
    indices[0] = NO_INDEX;
  }

  /** Returns the form of what was written. */
  EncodedForm form() {
    return new EncodedForm(form.bytes(), form.length());
  }

  @Override
  public void beginObject() {
    element();
    open(NO_INDEX);
  }

  @Override
  public JsonTokenWriter member(JsonNames names, int index) {
    byte[] bracketed = names.form(index);
    beginMember();
    if (isBracketed()) {
      path.append(bracketed, 0, bracketed.length);
      return this;
    }
    path.append(bracketed, OPEN.length, bracketed.length - CLOSE.length);
    return outermost(names.name(index));
  }

  @Override
  public JsonTokenWriter member(String name) {
    beginMember();
    if (isBracketed()) {
      appendBracketed(path, name);
      return this;
    }
    FormEncoding.append(path, name);
    return outermost(name);
  }

  /** Returns a name in brackets, encoded. */
  static byte[] bracketed(String name) {
    ByteText text = new ByteText(name.length() + OPEN.length + CLOSE.length);
    appendBracketed(text, name);
    return text.copy();
  }

  private static void appendBracketed(ByteText text, String name) {
    text.append(OPEN, 0, OPEN.length);
    FormEncoding.append(text, name);
    text.append(CLOSE, 0, CLOSE.length);
  }

  private void beginMember() {
    endJson();
    path.end(lengths[depth]);
  }

  private boolean isBracketed() {
    return hasRoot || depth > 1;
  }

  /** Returns what takes the value of a member of the form itself. */
  private JsonTokenWriter outermost(String name) {
    if (!jsonMembers.contains(name)) return this;
    if (json == null) json = new JsonByteWriter(128);
    json.beginMember();
    json.serializeNulls(serializeNulls);
    return json;
  }

  /** Writes the member that is JSON text, if the last one was. */
  private void endJson() {
    if (json == null || json.text().length() == 0) return;
    field();
    FormEncoding.append(form, json.text().bytes(), json.text().length());
    json.text().end(0);
  }

  @Override
  public void endObject() {
    endJson();
    depth--;
  }

  @Override
  public void beginArray() {
    requireName();
    element();
    open(0);
  }

  @Override
  public void endArray() {
    depth--;
  }

  private void open(int firstIndex) {
    enter();
    if (depth == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * depth);
      indices = Arrays.copyOf(indices, 2 * depth);
    }
    lengths[depth] = path.length();
    indices[depth] = firstIndex;
  }

  /** Moves to the next element, if an array is open. */
  private void element() {
    int index = indices[depth];
    if (index == NO_INDEX) return;
    path.end(lengths[depth]);
    path.append(OPEN, 0, OPEN.length);
    path.append(index);
    path.append(CLOSE, 0, CLOSE.length);
    indices[depth]++;
  }

  private void requireName() {
    if (depth > 0 || hasRoot) return;
    throw new IllegalArgumentException(
        "Expected an object as a form but found something else. Send an object, or say what a form"
            + " of it is called.");
  }

  private void field() {
    requireName();
    if (form.length() > 0) form.append('&');
    form.append(path.bytes(), 0, path.length());
    form.append('=');
  }

  @Override
  public void value(String text) {
    element();
    field();
    FormEncoding.append(form, text);
  }

  @Override
  public void value(long number) {
    element();
    field();
    form.append(number);
  }

  @Override
  public void value(Number number) {
    // A float is written as the double that it is.
    Number exact = number instanceof Float ? (Number) number.doubleValue() : number;
    value(JsonByteWriter.finite(Scalars.text(exact)));
  }

  @Override
  public void value(boolean flag) {
    value(flag ? "true" : "false");
  }

  @Override
  public void nullValue() {
    element();
  }

  @Override
  <T> void foreign(JsonAdapter<T> adapter, T value) throws IOException {
    Object tree = (serializeNulls ? adapter.serializeNulls() : adapter).toJsonValue(value);
    StandardAdapters.ANY.writeOrNull(this, tree);
  }

  @Override
  boolean serializeNulls(boolean now) {
    boolean before = serializeNulls;
    serializeNulls = now;
    return before;
  }
}
