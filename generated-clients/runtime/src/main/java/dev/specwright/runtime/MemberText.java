package dev.specwright.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A name as it stands in front of its value, {@code "name":}. Its first sixteen bytes are compared
 * as two numbers.
 */
final class MemberText {
  /** Reads eight bytes of an array at once. */
  static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A name that stands nowhere. */
  static final MemberText NOWHERE = new MemberText("\"");

  private final int length;
  private final byte[] text;
  private final long first;
  private final long firstMask;
  private final long second;
  private final long secondMask;

  MemberText(String name) {
    text = ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
    length = isEscaped(name) ? 0 : text.length;
    byte[] padded = Arrays.copyOf(text, 16);
    first = (long) EIGHT_BYTES.get(padded, 0);
    firstMask = mask(text.length);
    second = (long) EIGHT_BYTES.get(padded, 8);
    secondMask = mask(text.length - 8);
  }

  /**
   * Whether JSON has to escape the name, which it may do in several ways, or half a character may
   * be in it, which UTF-8 does not have: it is not looked for.
   */
  private static boolean isEscaped(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) return true;
    }
    return false;
  }

  private static long mask(int bytes) {
    if (bytes <= 0) return 0;
    return bytes >= 8 ? -1 : (1L << (8 * bytes)) - 1;
  }

  /**
   * Returns the number of bytes of {@code "name":} if it stands at {@code at}, behind which there
   * are sixteen bytes; else 0.
   */
  int lengthAt(byte[] bytes, int at) {
    boolean standsThere =
        (((long) EIGHT_BYTES.get(bytes, at) ^ first) & firstMask) == 0
            && (((long) EIGHT_BYTES.get(bytes, at + 8) ^ second) & secondMask) == 0
            && (length <= 16 || restStandsAt(bytes, at));
    return standsThere ? length : 0;
  }

  private boolean restStandsAt(byte[] bytes, int at) {
    return at + length <= bytes.length
        && Arrays.equals(text, 16, length, bytes, at + 16, at + length);
  }
}
