package dev.specwright.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The names of an object's members, or the values of an enum, prepared to be found in bytes. */
public final class JsonNames {
  /** Reads eight bytes of an array at once. */
  static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** What {@link #find} returns for a name that is not there. */
  static final int NONE = -2;

  private final byte[][] names;

  /** Of each name {@code "name":} in eights of bytes. */
  private final long[][] members;

  /** Which bits of the last eight belong to the name. */
  private final long[] lastMasks;

  /** Hash table of indexes with linear probing; its size is a power of two. */
  private final short[] table;

  private JsonNames(String... names) {
    int count = names.length;
    this.names = new byte[count][];
    this.members = new long[count][];
    this.lastMasks = new long[count];
    this.table = new short[Integer.highestOneBit(4 * count + 1)];
    Arrays.fill(table, (short) NONE);
    for (int i = 0; i < count; i++) {
      this.names[i] = names[i].getBytes(StandardCharsets.UTF_8);
      // A name that JSON has to escape is found by find(String) only.
      boolean plain = names[i].chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
      byte[] member =
          plain ? ('"' + names[i] + "\":").getBytes(StandardCharsets.UTF_8) : new byte[0];
      members[i] = eights(member);
      lastMasks[i] = -1L >>> (8 * (8 * members[i].length - member.length));
      add(i);
    }
  }

  private static long[] eights(byte[] bytes) {
    long[] eights = new long[(bytes.length + 7) / 8];
    byte[] padded = Arrays.copyOf(bytes, 8 * eights.length);
    for (int i = 0; i < eights.length; i++) eights[i] = (long) EIGHT_BYTES.get(padded, 8 * i);
    return eights;
  }

  private void add(int index) {
    byte[] name = names[index];
    int slot = hash(name, 0, name.length);
    while (table[slot] >= 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = (short) index;
  }

  /** Returns the names, which are told apart by their index. */
  public static JsonNames of(String... names) {
    return new JsonNames(names);
  }

  int size() {
    return names.length;
  }

  String name(int index) {
    return new String(names[index], StandardCharsets.UTF_8);
  }

  /** Number of bytes of {@code "name":}. */
  int memberLength(int index) {
    return names[index].length + 3;
  }

  /** Whether {@code "name":} stands at {@code at}; there are eight bytes behind the end. */
  boolean isMemberAt(int index, byte[] bytes, int at) {
    long[] member = members[index];
    int last = member.length - 1;
    if (last < 0 || at + 8 * last + 8 > bytes.length) return false;
    for (int i = 0; i < last; i++) {
      if ((long) EIGHT_BYTES.get(bytes, at + 8 * i) != member[i]) return false;
    }
    return (((long) EIGHT_BYTES.get(bytes, at + 8 * last) ^ member[last]) & lastMasks[index]) == 0;
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
}
