package dev.specwright.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of an object's members, or the values of an enum, prepared to be found in bytes. */
public final class JsonNames {
  /** What {@link #find} returns for a name that is not there. */
  static final int NONE = -2;

  private final String[] texts;
  private final byte[][] names;

  /** Made when it is first needed; two threads may both make it, and make the same. */
  private @Nullable Written written;

  /** From the second on one for each name; the others stand nowhere. */
  private final MemberText[] members;

  /** Hash table of indexes with linear probing; its size is a power of two. */
  private final short[] table;

  private JsonNames(String... names) {
    int count = names.length;
    this.texts = names;
    this.names = new byte[count][];
    this.members = new MemberText[count + 2];
    Arrays.fill(members, MemberText.NOWHERE);
    this.table = new short[Integer.highestOneBit(4 * count + 1)];
    Arrays.fill(table, (short) NONE);
    for (int i = 0; i < count; i++) {
      this.names[i] = names[i].getBytes(StandardCharsets.UTF_8);
      members[i + 1] = new MemberText(names[i]);
      add(i);
    }
  }

  private void add(int index) {
    byte[] name = names[index];
    int slot = hash(name, 0, name.length);
    while (table[slot] >= 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = (short) index;
  }

  /** Returns the names, which are told apart by their index. */
  public static JsonNames of(String... names) {
    return new JsonNames(names.clone());
  }

  String name(int index) {
    return texts[index];
  }

  /** Returns {@code "name":} as JSON text. */
  byte[] json(int index) {
    return written().json[index];
  }

  /** Returns the name in brackets, as it is written in a form. */
  byte[] form(int index) {
    return written().forms[index];
  }

  /**
   * Returns the number of bytes of {@code "name":} if it stands at {@code at}, behind which there
   * are sixteen bytes; else 0.
   *
   * @param index of a name, or one less or more
   */
  int lengthOfMemberAt(int index, byte[] bytes, int at) {
    return members[index + 1].lengthAt(bytes, at);
  }

  /** Returns the index of the name in {@code bytes}, or {@link #NONE}. */
  int find(byte[] bytes, int from, int to) {
    int slot = hash(bytes, from, to);
    while (table[slot] >= 0) {
      byte[] name = names[table[slot]];
      if (Arrays.equals(name, 0, name.length, bytes, from, to)) return table[slot];
      slot = (slot + 1) & (table.length - 1);
    }
    return NONE;
  }

  int find(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return find(bytes, 0, bytes.length);
  }

  private int hash(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) hash = 31 * hash + bytes[i];
    return (hash ^ (hash >>> 15)) & (table.length - 1);
  }

  private Written written() {
    Written made = written;
    if (made == null) {
      made = new Written(texts);
      written = made;
    }
    return made;
  }

  /** How the names are written. */
  private static final class Written {
    /** Of each name {@code "name":}. */
    private final byte[][] json;

    /** Of each name, how it is written in a form, in brackets. */
    private final byte[][] forms;

    Written(String[] names) {
      json = new byte[names.length][];
      forms = new byte[names.length][];
      for (int i = 0; i < names.length; i++) {
        json[i] = JsonByteWriter.encodedMember(names[i]);
        forms[i] = FormWriter.bracketed(names[i]);
      }
    }
  }
}
