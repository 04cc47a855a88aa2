package dev.specwright.runtime;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** A Retrofit call with options, whose failures become the API's exceptions. */
final class RealApiCall<T extends @Nullable Object> implements ApiCall<T> {
  private static final Pattern RETRY_AFTER =
      Pattern.compile(
          "[0-9]+"
              + "|[A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT"
              + "|[A-Z][a-z]{5,8}, [0-9]{2}-[A-Z][a-z]{2}-[0-9]{2} [0-9:]{8} GMT"
              + "|[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} [0-9]{4}");

  private final Call<T> delegate;
  private final Operation operation;
  private final boolean hasContent;
  private final CallOptions options;
  private final CallRecord record;
  private final Failures failures;

  private RealApiCall(
      Call<T> delegate,
      Operation operation,
      boolean hasContent,
      CallOptions options,
      CallRecord record,
      Failures failures) {
    this.delegate = delegate;
    this.operation = operation;
    this.hasContent = hasContent;
    this.options = options;
    this.record = record;
    this.failures = failures;
  }

  /**
   * Returns a call without options. The request is made at once: that finds wrong arguments where
   * they are given, and tells the operation.
   *
   * @param returnType of the method that made {@code call}, for messages
   * @param hasContent whether an answer without content is not what the document describes;
   *     Retrofit does not convert one, but makes it null
   */
  static <T extends @Nullable Object> RealApiCall<T> of(
      Call<T> call, Type returnType, boolean hasContent, Failures failures) {
    CallRecord record = new CallRecord();
    Request request = OptionsCallFactory.with(CallOptions.NONE, record, call::request);
    Operation operation = Operation.of(request);
    if (operation == null) {
      throw new IllegalArgumentException(
          "Expected @ApiOperation on the method that makes "
              + returnType
              + " but found none. Only generated interfaces can return ApiCall.");
    }
    return new RealApiCall<>(call, operation, hasContent, CallOptions.NONE, record, failures);
  }

  @Override
  public T fetch() {
    Response<T> response;
    try {
      response = executed();
    } catch (IOException | JsonDataException e) {
      throw failures.caught(this, record, e);
    }
    return value(response);
  }

  @Override
  public CompletableFuture<T> fetchAsync() {
    CompletableFuture<T> future =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterrupt) {
            // The future first: the call's failure would otherwise end it, as a failure.
            boolean cancelled = super.cancel(mayInterrupt);
            if (cancelled) RealApiCall.this.cancel();
            return cancelled;
          }
        };
    enqueued(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> call, Response<T> response) {
            end(() -> future.complete(value(response)));
          }

          @Override
          public void onFailure(Call<T> call, Throwable t) {
            end(
                () ->
                    future.completeExceptionally(
                        t instanceof IOException || t instanceof JsonDataException
                            ? failures.caught(RealApiCall.this, record, t)
                            : t));
          }

          /** Also when a mapper fails; the future would never end. */
          private void end(Runnable complete) {
            try {
              complete.run();
            } catch (RuntimeException e) {
              future.completeExceptionally(e);
            }
          }
        });
    return future;
  }

  private T value(Response<T> response) {
    if (!response.isSuccessful()) throw failures.refused(this, record, response);
    boolean empty = response.code() == 204 || response.code() == 205;
    if (empty && hasContent) {
      throw failures.caught(this, record, AnswerConverter.nothing());
    }
    return response.body();
  }

  @Override
  public ApiException exception(Exception cause) {
    return failures.caught(this, record, cause);
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public ApiCall<T> timeout(Duration limit) {
    return with(options.withTimeout(limit));
  }

  @Override
  public ApiCall<T> header(String name, String value) {
    return with(options.withHeader(name, value));
  }

  @Override
  public ApiCall<T> query(String name, String value) {
    return with(options.withQuery(name, value));
  }

  @Override
  public <S> ApiCall<T> tag(Class<S> type, S value) {
    return with(options.withTag(type, value));
  }

  @Override
  public ApiCall<T> clone() {
    return with(options);
  }

  private ApiCall<T> with(CallOptions changed) {
    return new RealApiCall<>(
        delegate.clone(), operation, hasContent, changed, new CallRecord(), failures);
  }

  @Override
  public Response<T> execute() throws IOException {
    try {
      return executed();
    } catch (IOException e) {
      throw record.shown(e);
    }
  }

  private Response<T> executed() throws IOException {
    request();
    return delegate.execute();
  }

  @Override
  public void enqueue(Callback<T> callback) {
    enqueued(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> call, Response<T> response) {
            callback.onResponse(call, response);
          }

          @Override
          public void onFailure(Call<T> call, Throwable t) {
            callback.onFailure(call, record.shown(t));
          }
        });
  }

  private void enqueued(Callback<T> callback) {
    request();
    delegate.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> call, Response<T> response) {
            callback.onResponse(RealApiCall.this, response);
          }

          @Override
          public void onFailure(Call<T> call, Throwable t) {
            callback.onFailure(RealApiCall.this, t);
          }
        });
  }

  @Override
  public Request request() {
    return made(delegate::request);
  }

  @Override
  public Timeout timeout() {
    return made(delegate::timeout);
  }

  /** Has Retrofit make the OkHttp call, unless it did already, while the options are in place. */
  private <R> R made(Supplier<R> makeCall) {
    return OptionsCallFactory.with(options, record, makeCall);
  }

  @Override
  public boolean isExecuted() {
    return delegate.isExecuted();
  }

  @Override
  public void cancel() {
    delegate.cancel();
  }

  @Override
  public boolean isCanceled() {
    return delegate.isCanceled();
  }

  /** Says which operation, not which URL: that may carry values that must not be shown. */
  @Override
  public String toString() {
    return "ApiCall[" + operation.id() + "]";
  }

  /** Makes the exceptions of one client. */
  record Failures(FailureMapper mapper, @Nullable ErrorShape shape, Set<String> credentialNames) {
    ApiException refused(ApiCall<?> call, CallRecord record, Response<?> response) {
      VendorError error = null;
      try (ResponseBody body = response.errorBody()) {
        if (shape != null && body != null) error = shape.read(body.source());
      } catch (IOException | JsonDataException e) {
        // Not JSON: the status has to speak for the answer.
        error = null;
      }
      return mapper.exception(
          failure(
              Failure.Kind.REFUSED,
              call,
              record,
              response.code(),
              error,
              retryAfter(record, response.headers().get("Retry-After")),
              null));
    }

    /**
     * Anything may stand in a header; what is neither seconds nor one of HTTP's dates is of no use.
     */
    private static @Nullable String retryAfter(CallRecord record, @Nullable String header) {
      return header != null && RETRY_AFTER.matcher(header).matches() ? record.shown(header) : null;
    }

    ApiException caught(ApiCall<?> call, CallRecord record, Throwable caught) {
      if (caught instanceof ErrorAnswerException answer) {
        return mapper.exception(
            failure(
                Failure.Kind.REFUSED, call, record, record.status(), answer.error(), null, null));
      }
      if (caught instanceof NestedCallException nested) return nested.failure();
      boolean malformed =
          caught instanceof JsonDataException
              || caught instanceof JsonEncodingException
              || caught instanceof MalformedAnswerException
              // JSON that ends too early in an answer that does not.
              || (caught instanceof EOFException && record.isComplete());
      Failure.Kind kind =
          malformed
              ? Failure.Kind.MALFORMED
              : caught instanceof NotSentException ? Failure.Kind.NOT_SENT : Failure.Kind.TRANSPORT;
      return mapper.exception(failure(kind, call, record, record.status(), null, null, caught));
    }

    private Failure failure(
        Failure.Kind kind,
        ApiCall<?> call,
        CallRecord record,
        int status,
        @Nullable VendorError error,
        @Nullable String retryAfter,
        @Nullable Throwable cause) {
      Request request = call.request();
      Set<String> sensitive = new HashSet<>(credentialNames);
      sensitive.addAll(call.operation().sensitive());
      return new Failure(
          kind,
          call.operation().id(),
          request.method(),
          SafeUrl.of(request.url(), call.operation(), sensitive),
          status,
          error == null
              ? null
              : new VendorError(record.shown(error.code()), record.shown(error.message())),
          retryAfter,
          record.attempts(),
          cause == null ? null : record.shown(cause),
          record.report(kind == Failure.Kind.REFUSED || kind == Failure.Kind.MALFORMED),
          "");
    }
  }
}
