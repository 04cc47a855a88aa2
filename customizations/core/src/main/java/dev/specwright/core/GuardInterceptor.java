package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Names the client and the call, and refuses what this client must not do: anything once it is
 * closed, writing when it is read-only. The outermost application interceptor.
 */
final class GuardInterceptor implements Interceptor {
  private final ApiDescription api;
  private final boolean readOnly;
  private final AtomicBoolean closed;
  private final String userAgent;
  private final @Nullable String idHeader;

  GuardInterceptor(
      ApiDescription api,
      boolean readOnly,
      AtomicBoolean closed,
      String userAgent,
      @Nullable String idHeader) {
    this.api = api;
    this.readOnly = readOnly;
    this.closed = closed;
    this.userAgent = userAgent;
    this.idHeader = idHeader;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = named(chain.request());
    CallRecord record = request.tag(CallRecord.class);
    if (record != null) record.curl(() -> SafeText.curl(request, api));
    if (closed.get()) throw closed();
    if (readOnly && isWrite(request)) {
      throw new NotSentException(
          "Expected an operation that reads but found "
              + request.method()
              + ", and this client is read-only. Build it without readOnly() to write.");
    }
    return chain.proceed(request);
  }

  private Request named(Request request) {
    Request.Builder named = request.newBuilder();
    if (request.header("User-Agent") == null) named.header("User-Agent", userAgent);
    CallRecord record = request.tag(CallRecord.class);
    if (idHeader != null && record != null && request.header(idHeader) == null) {
      named.header(idHeader, record.id());
    }
    return named.build();
  }

  static NotSentException closed() {
    return new NotSentException(
        "Expected an open client but it was closed. Build another one, or close it later.");
  }

  /** Everything but a GET, except operations that need no credentials: token requests. */
  static boolean isWrite(Request request) {
    Operation operation = Operation.of(request);
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    boolean givesToken =
        operation != null && operation.security().isEmpty() && operation.credentials().isEmpty();
    return !reads && !givesToken;
  }
}
