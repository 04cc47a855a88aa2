package dev.specwright.runtime;

import java.util.Arrays;

/** A text that grows as bytes. */
final class ByteText {
  private byte[] bytes;
  private int length;

  ByteText(int capacity) {
    bytes = new byte[capacity];
  }

  /** The bytes, of which the first {@link #length} count. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Returns the bytes that count. */
  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  /** Returns the array that holds the bytes, with room for {@code more} at their end. */
  byte[] room(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
    return bytes;
  }

  /** Sets where the text ends: further on, in the {@link #room}, or further back. */
  void end(int newLength) {
    length = newLength;
  }

  /** Appends a character of ASCII. */
  void append(char ascii) {
    if (length == bytes.length) room(1);
    bytes[length++] = (byte) ascii;
  }

  /** Appends the bytes from {@code from} to before {@code to}. */
  void append(byte[] more, int from, int to) {
    System.arraycopy(more, from, room(to - from), length, to - from);
    length += to - from;
  }

  /** Appends a text of ASCII. */
  void append(String ascii) {
    append(ascii, 0, ALL_ASCII);
  }

  /** The set of characters that contains all of ASCII. */
  static final boolean[] ALL_ASCII = ascii(0);

  /** Returns the set of the ASCII characters from {@code first} on, without {@code others}. */
  static boolean[] ascii(int first, char... others) {
    boolean[] set = new boolean[128];
    Arrays.fill(set, first, 128, true);
    for (char other : others) set[other] = false;
    return set;
  }

  /**
   * Appends the characters from {@code from} up to the first that is not in {@code set}.
   *
   * @return the index of that one, or the length of the text
   */
  int append(String text, int from, boolean[] set) {
    int to = text.length();
    byte[] target = room(to - from);
    int at = length;
    int i = from;
    for (; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 128 || !set[c]) break;
      target[at++] = (byte) c;
    }
    length = at;
    return i;
  }

  /** Appends a character; the half of a pair has no bytes, and becomes a question mark. */
  void appendUtf8(int codePoint) {
    if (codePoint < 0x80) {
      append((char) codePoint);
    } else if (codePoint < 0x800) {
      appendByte(0xC0 | (codePoint >> 6));
      appendSixBits(codePoint);
    } else if (codePoint < 0x10000) {
      if (Character.isSurrogate((char) codePoint)) {
        append('?');
        return;
      }
      appendByte(0xE0 | (codePoint >> 12));
      appendSixBits(codePoint >> 6);
      appendSixBits(codePoint);
    } else {
      appendByte(0xF0 | (codePoint >> 18));
      appendSixBits(codePoint >> 12);
      appendSixBits(codePoint >> 6);
      appendSixBits(codePoint);
    }
  }

  private void appendSixBits(int bits) {
    appendByte(0x80 | (bits & 0x3F));
  }

  private void appendByte(int unsigned) {
    append((char) unsigned);
  }

  private static final int MAX_DIGITS = 19;

  /** Appends a number in decimal. */
  void append(long number) {
    if (number == Long.MIN_VALUE) { // has no positive counterpart
      append(Long.toString(number));
      return;
    }
    byte[] to = room(MAX_DIGITS + 1);
    if (number >= 0 && number <= 9) {
      to[length++] = (byte) ('0' + number);
      return;
    }
    if (number < 0) to[length++] = '-';
    long rest = Math.abs(number);
    int at = length + digits(rest);
    length = at;
    do {
      long tenth = rest / 10;
      to[--at] = (byte) ('0' + rest - 10 * tenth);
      rest = tenth;
    } while (rest != 0);
  }

  private static int digits(long number) {
    int digits = 1;
    for (long limit = 10; digits < MAX_DIGITS && number >= limit; limit *= 10) digits++;
    return digits;
  }

  @Override
  public String toString() {
    // May hold a secret.
    return length + " bytes";
  }
}
