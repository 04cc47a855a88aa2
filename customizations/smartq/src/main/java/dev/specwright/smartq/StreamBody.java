package dev.specwright.smartq;

import dev.specwright.runtime.NotSentException;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** A stream, read while it is sent, and so only once. */
final class StreamBody extends RequestBody {
  private final String name;
  private final InputStream content;
  private volatile boolean sent;

  StreamBody(String name, InputStream content) {
    this.name = name;
    this.content = content;
  }

  @Override
  public MediaType contentType() {
    return FileBody.type(name);
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  /** Asked before anything is sent, which makes it the place to refuse a second time. */
  @Override
  public long contentLength() throws IOException {
    if (!sent) return -1;
    throw new NotSentException(
        "Expected a stream to send but found one that was sent already. Open another one, or pass a"
            + " file.");
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sent = true;
    try (Source source = Okio.source(content)) {
      sink.writeAll(source);
    }
  }
}
