package dev.specwright.runtime;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import retrofit2.Invocation;

/**
 * Refuses requests that the document does not allow. It looks at the arguments of the call, not at
 * the bytes made of them, but for what asks for a page; so it has to stand where each call comes by
 * once, before all retries.
 */
final class ValidationInterceptor implements Interceptor {
  private final RequestValidator validator;

  ValidationInterceptor(RequestValidator validator) {
    this.validator = validator;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Invocation invocation = chain.request().tag(Invocation.class);
    Operation operation = Operation.of(chain.request());
    if (invocation != null && operation != null) {
      RequestArguments request = new RequestArguments(invocation, operation);
      validator.validate(request);
      PageRules.check(chain.request(), operation, request.violations());
      if (!request.violations().found().isEmpty()) {
        throw new InvalidRequestException(request.violations().found());
      }
    }
    return chain.proceed(chain.request());
  }
}
