package dev.specwright.core;

import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.MalformedAnswerException;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Notes how an answer begins, for the exception if it cannot be used, and that it is complete. Ends
 * one that is too long: what is decoded as a whole would take all memory.
 */
final class ObservedBody extends ResponseBody {
  /** More than is shown, so that a secret at the end of that is still a whole one. */
  static final long KEPT = 4096;

  private final ResponseBody delegate;
  private final BufferedSource source;

  ObservedBody(ResponseBody delegate, CallRecord record, boolean keepStart, long limit) {
    this.delegate = delegate;
    Buffer start = new Buffer();
    if (keepStart) record.answerStart(() -> start.copy().readUtf8());
    source = Okio.buffer(new Observer(delegate.source(), record, keepStart ? start : null, limit));
  }

  @Override
  public @Nullable MediaType contentType() {
    return delegate.contentType();
  }

  @Override
  public long contentLength() {
    return delegate.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  private static final class Observer extends ForwardingSource {
    private final CallRecord record;
    private final @Nullable Buffer start;
    private final long limit;
    private long length;

    Observer(Source delegate, CallRecord record, @Nullable Buffer start, long limit) {
      super(delegate);
      this.record = record;
      this.start = start;
      this.limit = limit;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = readShown(sink, byteCount);
      if (read == -1) {
        record.complete();
        return read;
      }
      length += read;
      if (length > limit) {
        throw new MalformedAnswerException(
            "Expected an answer of at most "
                + limit
                + " bytes but found more. Set builder().answerLimit(...), or read it as a stream");
      }
      if (start != null && start.size() < KEPT) {
        sink.copyTo(start, sink.size() - read, Math.min(read, KEPT - start.size()));
      }
      return read;
    }

    /** What breaks here may reach whoever reads a stream, past every call. */
    private long readShown(Buffer sink, long byteCount) throws IOException {
      try {
        return super.read(sink, byteCount);
      } catch (IOException e) {
        throw record.shown(e);
      }
    }
  }
}
