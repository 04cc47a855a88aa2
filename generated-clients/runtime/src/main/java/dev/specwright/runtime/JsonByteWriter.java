package dev.specwright.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import okio.Buffer;

/** Writes JSON text, byte by byte the same as Moshi's {@link JsonWriter}. */
final class JsonByteWriter extends JsonTokenWriter {
  private static final boolean[] PLAIN = ByteText.ascii(' ', '"', '\\');
  private static final String HEXADECIMAL = "0123456789abcdef";
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final ByteText text;

  /** What stands before the next name or value. */
  private enum Before {
    /** Nothing, or the bracket of its object or array. */
    NOTHING,
    /** Another value. */
    VALUE,
    /** Its name. */
    NAME
  }

  private Before before = Before.NOTHING;

  /** Where the last name begins, with its comma. */
  private int lastMember;

  private boolean serializeNulls;

  /**
   * @param capacity number of bytes that the text probably has
   */
  JsonByteWriter(int capacity) {
    text = new ByteText(capacity);
  }

  /** What was written so far. */
  ByteText text() {
    return text;
  }

  /** Forgets what was written, to begin the value of a member whose name stands elsewhere. */
  void beginMember() {
    text.end(0);
    lastMember = 0;
    before = Before.NAME;
  }

  @Override
  public void beginObject() {
    open('{');
  }

  @Override
  public JsonTokenWriter member(JsonNames names, int index) {
    lastMember = text.length();
    comma();
    append(names.json(index));
    before = Before.NAME;
    return this;
  }

  @Override
  public JsonTokenWriter member(String name) {
    lastMember = text.length();
    comma();
    string(text, name);
    text.append(':');
    before = Before.NAME;
    return this;
  }

  @Override
  public void endObject() {
    close('}');
  }

  @Override
  public void beginArray() {
    open('[');
  }

  @Override
  public void endArray() {
    close(']');
  }

  private void open(char bracket) {
    enter();
    comma();
    text.append(bracket);
    before = Before.NOTHING;
  }

  private void close(char bracket) {
    depth--;
    text.append(bracket);
    before = Before.VALUE;
  }

  private void append(byte[] bytes) {
    text.append(bytes, 0, bytes.length);
  }

  private void comma() {
    if (before == Before.VALUE) text.append(',');
    before = Before.VALUE;
  }

  @Override
  public void value(String value) {
    comma();
    string(text, value);
  }

  @Override
  public void value(long number) {
    comma();
    text.append(number);
  }

  @Override
  public void value(Number number) {
    comma();
    text.append(finite(number.toString()));
  }

  /** Returns {@code digits}, if they are those of a number that JSON has. */
  static String finite(String digits) {
    if (digits.equals("NaN") || digits.equals("Infinity") || digits.equals("-Infinity")) {
      throw new IllegalArgumentException(
          "Expected a finite number but found " + digits + ". JSON has no other.");
    }
    return digits;
  }

  @Override
  public void value(boolean flag) {
    comma();
    append(flag ? TRUE : FALSE);
  }

  @Override
  public void nullValue() {
    comma();
    append(NULL);
  }

  @Override
  <T> void foreign(JsonAdapter<T> adapter, T value) throws IOException {
    Buffer json = new Buffer();
    try (JsonWriter writer = JsonWriter.of(json)) {
      writer.setSerializeNulls(serializeNulls);
      adapter.toJson(writer, value);
    }
    byte[] bytes = json.readByteArray();
    boolean isLeftOut = !serializeNulls && before == Before.NAME && Arrays.equals(bytes, NULL);
    if (isLeftOut) {
      text.end(lastMember);
      boolean isFirst = lastMember == 0 || text.bytes()[lastMember - 1] == '{';
      before = isFirst ? Before.NOTHING : Before.VALUE;
    } else {
      comma();
      append(bytes);
    }
  }

  @Override
  boolean serializeNulls(boolean now) {
    boolean last = serializeNulls;
    serializeNulls = now;
    return last;
  }

  /** Returns {@code "name":}. */
  static byte[] encodedMember(String name) {
    ByteText json = new ByteText(name.length() + 3);
    string(json, name);
    json.append(':');
    return json.copy();
  }

  /** Appends a text in quotes. */
  private static void string(ByteText json, String value) {
    json.append('"');
    for (int i = 0; (i = json.append(value, i, PLAIN)) < value.length(); ) {
      int c = value.codePointAt(i);
      character(json, c);
      i += Character.charCount(c);
    }
    json.append('"');
  }

  /** Appends a character, escaped if it must be or if JavaScript would take it for a line break. */
  private static void character(ByteText json, int c) {
    switch (c) {
      case '"', '\\' -> escape(json, (char) c);
      case '\t' -> escape(json, 't');
      case '\b' -> escape(json, 'b');
      case '\n' -> escape(json, 'n');
      case '\r' -> escape(json, 'r');
      case '\f' -> escape(json, 'f');
      case '\u2028' -> json.append("\\u2028");
      case '\u2029' -> json.append("\\u2029");
      default -> {
        if (c < ' ') {
          json.append(c < 16 ? "\\u000" : "\\u001");
          json.append(HEXADECIMAL.charAt(c & 15));
        } else {
          json.appendUtf8(c);
        }
      }
    }
  }

  private static void escape(ByteText json, char c) {
    json.append('\\');
    json.append(c);
  }
}
