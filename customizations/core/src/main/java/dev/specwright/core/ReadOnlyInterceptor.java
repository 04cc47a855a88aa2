package dev.specwright.core;

import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Refuses every operation that may write, except those that need no credentials: token requests.
 */
final class ReadOnlyInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Operation operation = Operation.of(chain.request());
    boolean reads = chain.request().method().equals("GET");
    if (reads || (operation != null && operation.security().isEmpty())) {
      return chain.proceed(chain.request());
    }
    throw new NotSentException(
        "Expected an operation that reads but found "
            + chain.request().method()
            + ", and this client is read-only. Build it without readOnly() to write.");
  }
}
