package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.NotSentException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Ends a write, described instead of sent. An application interceptor behind the API's own, so that
 * what they refuse is refused, and in front of retries and credentials.
 */
final class DryRunInterceptor implements Interceptor {
  private final ApiDescription api;

  DryRunInterceptor(ApiDescription api) {
    this.api = api;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!GuardInterceptor.isWrite(request)) return chain.proceed(request);
    CallRecord record = request.tag(CallRecord.class);
    if (record != null) record.curl(() -> SafeText.curl(request, api));
    throw new DescribedException();
  }

  static NotSentException why() {
    return new NotSentException(
        "This client describes writes and sends none. Build it without dryRun() to write.");
  }
}
