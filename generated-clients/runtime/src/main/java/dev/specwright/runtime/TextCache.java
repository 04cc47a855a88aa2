package dev.specwright.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that came before: objects of a list mostly have the same names, and often the same
 * values, so that each text is made once. A text is kept when it comes the second time, which
 * leaves out those that never come again.
 */
final class TextCache {
  private static final int SLOTS = 256;
  private static final int MAX_LENGTH = 64;

  private final long[] hashes = new long[SLOTS];
  private final byte[][] bytes = new byte[SLOTS][];
  private final @Nullable String[] texts = new String[SLOTS];

  /** The slot that {@link #find} looked at, for {@link #add}; negative for a text too long. */
  private int slot;

  /** Whether the text that {@link #find} did not find came before. */
  private boolean isSecond;

  /**
   * Returns the text of these bytes, or null if it is not there; there are eight bytes behind them.
   */
  @Nullable String find(byte[] text, int from, int length) {
    slot = -1;
    if (length > MAX_LENGTH) return null;
    long hash = hash(text, from, length);
    slot = (int) (hash >>> 56) & (SLOTS - 1);
    isSecond = hashes[slot] == hash;
    if (isSecond) {
      String found = texts[slot];
      byte[] its = bytes[slot];
      return found != null && Arrays.equals(its, 0, its.length, text, from, from + length)
          ? found
          : null;
    }
    hashes[slot] = hash;
    texts[slot] = null;
    return null;
  }

  /** Keeps the text of the bytes that {@link #find} did not find, if they came before. */
  void add(byte[] text, int from, int length, String made) {
    if (slot < 0 || !isSecond) return;
    bytes[slot] = Arrays.copyOfRange(text, from, from + length);
    texts[slot] = made;
  }

  /** Of the length, the first eight and the last eight bytes; the bytes decide. */
  private static long hash(byte[] text, int from, int length) {
    long first = (long) MemberText.EIGHT_BYTES.get(text, from);
    long last;
    if (length < 8) {
      first &= (1L << (8 * length)) - 1;
      last = length;
    } else {
      last = (long) MemberText.EIGHT_BYTES.get(text, from + length - 8) + length;
    }
    long mixed = (first ^ Long.rotateLeft(last, 29)) * 0x9E3779B97F4A7C15L;
    return (mixed ^ (mixed >>> 32)) * 0x9E3779B97F4A7C15L;
  }
}
