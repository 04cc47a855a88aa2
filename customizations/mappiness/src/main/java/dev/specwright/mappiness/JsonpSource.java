package dev.specwright.mappiness;

import dev.specwright.runtime.MalformedAnswerException;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Source;
import okio.Timeout;

/**
 * What stands between the parentheses of {@code (...);}, behind the first one. It hands on what it
 * reads, except for a closing parenthesis and what may follow it, which it holds until it knows
 * whether it was the last.
 */
final class JsonpSource implements Source {
  private static final long PIECE = 8 * 1024;

  /** Longer than any text of blanks that somebody would write behind a parenthesis. */
  private static final long LONGEST_HELD = 64 * 1024;

  private final BufferedSource wrapped;

  /** Empty, or a parenthesis and blanks and semicolons behind it. */
  private final Buffer held = new Buffer();

  private final Buffer ready = new Buffer();

  JsonpSource(BufferedSource wrapped) {
    this.wrapped = wrapped;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    while (ready.exhausted()) {
      if (!wrapped.request(1)) {
        checkEnd();
        return -1;
      }
      take(Math.min(PIECE, wrapped.getBuffer().size()));
    }
    return ready.read(sink, byteCount);
  }

  private void take(long count) throws IOException {
    Buffer source = wrapped.getBuffer();
    long end = count;
    while (end > 0 && mayFollow(source.getByte(end - 1))) end--;
    if (end == 0 && !held.exhausted()) {
      held.write(source, count);
    } else {
      boolean closes = end > 0 && source.getByte(end - 1) == ')';
      ready.writeAll(held);
      ready.write(source, closes ? end - 1 : count);
      if (closes) held.write(source, count - end + 1);
    }
    if (held.size() > LONGEST_HELD) throw notClosed();
  }

  private static boolean mayFollow(byte found) {
    return found == ';' || JsonpInterceptor.isSpace(found);
  }

  private void checkEnd() throws IOException {
    int semicolons = 0;
    for (long i = 1; i < held.size(); i++) {
      if (held.getByte(i) == ';') semicolons++;
    }
    if (held.exhausted() || semicolons > 1) throw notClosed();
  }

  private static MalformedAnswerException notClosed() {
    return new MalformedAnswerException(
        "Expected \");\" at the end of the function that was asked for but found something else");
  }

  @Override
  public Timeout timeout() {
    return wrapped.timeout();
  }

  @Override
  public void close() throws IOException {
    wrapped.close();
  }
}
