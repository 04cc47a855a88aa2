package dev.specwright.runtime;

import java.io.IOException;
import java.util.Arrays;
import okio.Buffer;
import okio.BufferedSource;

/**
 * The bytes of a JSON text around the place where it is read: one array that slides over a source.
 *
 * <p>Behind the last byte stand zeros, which no token contains, so that a token is read without a
 * look at the end. One that stops there may go on: then {@link #more} is asked, which keeps
 * everything from {@link #next} on. Nothing is read from the source before it is needed, so a value
 * is complete as soon as its last byte is there.
 */
abstract class JsonWindow {
  /**
   * Room behind the last byte to look at two times eight bytes at once, from one byte behind it.
   */
  private static final int ZEROS = 24;

  private static final int SIZE = 8192;

  byte[] bytes = new byte[SIZE + ZEROS];

  /** Index of the next byte to read. */
  int next;

  /** Index behind the last byte that is there. */
  int end;

  private final BufferedSource source;
  private boolean exhausted;

  /** From here everything is kept, to be read again; negative if nothing is. */
  private int kept = -1;

  JsonWindow(BufferedSource source) {
    this.source = source;
  }

  /**
   * Gets more bytes behind those that are there, which moves all indexes.
   *
   * @return whether there are more
   */
  final boolean more() throws IOException {
    if (exhausted) return false;
    int from = kept < 0 ? next : kept;
    if (from > 0) {
      end -= from;
      next -= from;
      System.arraycopy(bytes, from, bytes, 0, end);
      if (kept > 0) kept = 0;
    }
    if (end + ZEROS == bytes.length) bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    int count = source.read(bytes, end, bytes.length - ZEROS - end);
    exhausted = count < 0;
    if (!exhausted) end += count;
    Arrays.fill(bytes, end, end + ZEROS, (byte) 0);
    return !exhausted;
  }

  /**
   * Moves to the next byte that is no whitespace, and returns it.
   *
   * @throws TruncatedJsonException if there is none
   */
  final int nextByte() throws IOException {
    int found = bytes[next];
    return found > ' ' ? found : afterWhitespace();
  }

  private int afterWhitespace() throws IOException {
    if (isAtEnd()) throw ended();
    return bytes[next];
  }

  /** Returns the exception for a text that ends too early. */
  abstract TruncatedJsonException ended();

  private static boolean isWhitespace(int found) {
    return found == ' ' || found == '\n' || found == '\r' || found == '\t';
  }

  /** Whether nothing but whitespace is left. */
  final boolean isAtEnd() throws IOException {
    while (true) {
      int found = bytes[next];
      if (isWhitespace(found)) next++;
      else if (found != 0 || next < end) return false;
      else if (!more()) return true;
    }
  }

  /** Starts to keep what is read from here on. */
  final void keep() {
    kept = next;
  }

  /** Index of the first byte that is kept. */
  final int kept() {
    return kept;
  }

  /** Keeps no longer. */
  final void release() {
    kept = -1;
  }

  /** Puts a byte that was already taken from the source in front of it. */
  final void putBack(int taken) {
    bytes[end++] = (byte) taken;
  }

  /** Gives the source back what was taken from it but not read, from {@code from} on. */
  final void giveBack(int from) {
    Buffer buffer = source.getBuffer();
    Buffer all = new Buffer();
    all.write(bytes, from, end - from);
    all.write(buffer, buffer.size());
    buffer.write(all, all.size());
    end = from;
    next = from;
  }
}
