package dev.specwright.smartq;

import dev.specwright.runtime.CallRecord;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Writes the answer of a call that carries a {@link Download} to its file, and hands on an empty
 * body. An application interceptor, the outermost of this client: it wants answers as the caller
 * would see them.
 */
final class DownloadInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    CallRecord record = chain.request().tag(CallRecord.class);
    Download download = record == null ? null : record.attached(Download.class);
    if (download == null || !response.isSuccessful()) return response;
    try (response) {
      ResponseBody body = response.body();
      download.receive(body.source(), body.contentLength(), chain.request().tag(Progress.class));
    }
    ResponseBody nothing = ResponseBody.create(new byte[0], response.body().contentType());
    return response.newBuilder().body(nothing).build();
  }
}
