package dev.specwright.core;

import dev.specwright.runtime.CallRecord;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Notes that a connection was found, so that a request which found none is known not to have been
 * carried out. A network interceptor: it runs between the connection and the request.
 */
final class SentInterceptor implements Interceptor {
  private static final int UNAVAILABLE = 503;

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallRecord record = chain.request().tag(CallRecord.class);
    if (record != null) record.sent();
    Response response = chain.proceed(chain.request());
    // OkHttp itself repeats a request, a write included, that is answered so.
    return response.code() == UNAVAILABLE && isZero(response.header("Retry-After"))
        ? response.newBuilder().header("Retry-After", "1").build()
        : response;
  }

  private static boolean isZero(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("0+");
  }
}
