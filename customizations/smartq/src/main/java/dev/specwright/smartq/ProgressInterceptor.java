package dev.specwright.smartq;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Tells the {@link Progress} of a call how much of its body was sent. {@link Download} tells of
 * answers. An application interceptor.
 */
final class ProgressInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Progress progress = request.tag(Progress.class);
    RequestBody body = request.body();
    if (progress == null || body == null) return chain.proceed(request);
    return chain.proceed(
        request.newBuilder().method(request.method(), new Observed(body, progress)).build());
  }

  private static final class Observed extends RequestBody {
    private final RequestBody body;
    private final Progress progress;

    Observed(RequestBody body, Progress progress) {
      this.body = body;
      this.progress = progress;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      long total = contentLength();
      BufferedSink counted =
          Okio.buffer(
              new ForwardingSink(sink) {
                private long sent;

                @Override
                public void write(Buffer source, long byteCount) throws IOException {
                  super.write(source, byteCount);
                  sent += byteCount;
                  progress.at(sent, total);
                }
              });
      body.writeTo(counted);
      counted.emit();
    }
  }
}
