package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.FormBody;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Counts and reports the requests as they are sent, and notes the status of their answers. The last
 * of the application interceptors: only here is a request complete.
 */
final class AttemptInterceptor implements Interceptor {
  private final ApiDescription api;
  private final @Nullable Consumer<String> log;

  AttemptInterceptor(ApiDescription api, @Nullable Consumer<String> log) {
    this.api = api;
    this.log = log;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    CallRecord record = request.tag(CallRecord.class);
    if (record != null) {
      record.countAttempt();
      noteSecrets(request, record);
    }
    if (log != null) log.accept(SafeText.of(request, api));
    Response response = chain.proceed(request);
    // Noted here as well as around the whole chain: an interceptor may refuse the answer.
    if (record != null) record.status(response.code());
    if (log != null) log.accept(SafeText.of(response));
    return response;
  }

  /** Sensitive fields, such as the secret of a token request, which the service may repeat. */
  private static void noteSecrets(Request request, CallRecord record) {
    Operation operation = Operation.of(request);
    if (operation == null || !(request.body() instanceof FormBody form)) return;
    for (int i = 0; i < form.size(); i++) {
      if (operation.sensitive().contains(form.name(i))) record.secret(form.value(i));
    }
  }
}
