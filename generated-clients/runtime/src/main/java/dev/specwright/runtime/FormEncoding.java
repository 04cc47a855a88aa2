package dev.specwright.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in forms, the same as OkHttp's {@link okhttp3.FormBody}. */
final class FormEncoding {
  private static final String HEXADECIMAL = "0123456789ABCDEF";
  private static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /**
   * What is sent for each byte: one byte or three, the first of them lowest, and their number in
   * the highest byte. So every byte is encoded by the same steps, whatever it is.
   */
  private static final int[] SENT = sent();

  private FormEncoding() {}

  private static int[] sent() {
    int[] sent = new int[256];
    for (int b = 0; b < 256; b++) {
      sent[b] =
          (3 << 24) | (HEXADECIMAL.charAt(b & 15) << 16) | (HEXADECIMAL.charAt(b >> 4) << 8) | '%';
      boolean isPlain = b < 128 && (Character.isLetterOrDigit(b) || "*-._".indexOf(b) >= 0);
      if (isPlain) sent[b] = (1 << 24) | b;
    }
    sent[' '] = (1 << 24) | '+';
    return sent;
  }

  /** Appends a text. */
  static void append(ByteText form, String text) {
    int length = text.length();
    byte[] to = form.room(3 * length + 1);
    int at = form.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        form.end(at);
        byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
        append(form, rest, rest.length);
        return;
      }
      at = put(to, at, c);
    }
    form.end(at);
  }

  /** Appends a text that is there as UTF-8. */
  static void append(ByteText form, byte[] utf8, int length) {
    byte[] to = form.room(3 * length + 1);
    int at = form.length();
    for (int i = 0; i < length; i++) at = put(to, at, utf8[i] & 0xFF);
    form.end(at);
  }

  /** Puts a byte where there is room for four, and returns where the next one goes. */
  private static int put(byte[] to, int at, int unsigned) {
    int sent = SENT[unsigned];
    FOUR_BYTES.set(to, at, sent);
    return at + (sent >> 24);
  }

  /** Returns a text encoded. */
  static byte[] bytes(String text) {
    ByteText form = new ByteText(3 * text.length() + 1);
    append(form, text);
    return form.copy();
  }
}
