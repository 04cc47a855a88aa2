package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.CallReport;
import dev.specwright.runtime.EncodedForm;
import dev.specwright.runtime.Operation;
import dev.specwright.runtime.SafeUrl;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Counts, times and reports the requests as they are sent, and notes what their answers were. The
 * last of the application interceptors: only here is a request complete.
 */
final class AttemptInterceptor implements Interceptor {
  /** More than any error needs; the rest of one without end is left to the service. */
  private static final long LARGEST_ERROR = 64 * 1024;

  /** The names under which services, and the proxies in front of them, report a request's id. */
  private static final List<String> REQUEST_IDS =
      List.of(
          "X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Trace-Id", "X-Amz-Cf-Id", "CF-Ray");

  private final ApiDescription api;
  private final Clock clock;
  private final @Nullable Consumer<String> log;
  private final long answerLimit;

  AttemptInterceptor(
      ApiDescription api, Clock clock, @Nullable Consumer<String> log, long answerLimit) {
    this.api = api;
    this.clock = clock;
    this.log = log;
    this.answerLimit = answerLimit;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    CallRecord record = request.tag(CallRecord.class);
    if (record != null) {
      record.countAttempt();
      record.curl(() -> SafeText.curl(request, api));
      noteSecrets(request, record);
    }
    if (log != null) log.accept(SafeText.of(request, api));
    Instant start = clock.instant();
    Response response;
    try {
      response = chain.proceed(request);
    } catch (IOException e) {
      note(record, start, e.getClass().getSimpleName());
      if (log != null) log.accept("no answer: " + e.getClass().getSimpleName());
      throw e;
    }
    note(record, start, Integer.toString(response.code()));
    if (log != null) log.accept(SafeText.of(response));
    if (record == null) return response;
    // Noted here as well as around the whole chain: an interceptor may refuse the answer.
    record.status(response.code());
    Headers headers = response.headers();
    record.requestId(() -> requestId(headers));
    return response.isSuccessful() ? observed(response, record) : bounded(response, record, chain);
  }

  private void note(@Nullable CallRecord record, Instant start, String outcome) {
    if (record == null) return;
    Duration took = Duration.between(start, clock.instant());
    record.attempt(new CallReport.Attempt(start, took, outcome));
  }

  private static @Nullable String requestId(Headers headers) {
    for (String name : REQUEST_IDS) {
      String id = headers.get(name);
      if (id != null) return id;
    }
    return null;
  }

  /** Retrofit keeps the whole body of what is no success, however long it is. */
  private static Response bounded(Response response, CallRecord record, Chain chain)
      throws IOException {
    Buffer start = new Buffer();
    try (ResponseBody body = response.body()) {
      while (start.size() < LARGEST_ERROR) {
        if (body.source().read(start, LARGEST_ERROR - start.size()) == -1) break;
      }
    } catch (IOException e) {
      // The status is known; only the end of the call ends the reading of what it means.
      if (chain.call().isCanceled()) throw e;
    }
    if (isOpen(response.request())) {
      ByteString first = start.snapshot((int) Math.min(start.size(), ObservedBody.KEPT));
      record.answerStart(first::utf8);
    }
    return response
        .newBuilder()
        .body(ResponseBody.create(start, response.body().contentType(), start.size()))
        .build();
  }

  private Response observed(Response response, CallRecord record) {
    Request request = response.request();
    Operation operation = Operation.of(request);
    if (operation == null) return response;
    boolean streams = operation.raw() || request.tag(StreamedAnswer.class) != null;
    return response
        .newBuilder()
        .body(
            new ObservedBody(
                response.body(),
                record,
                isOpen(request) && !operation.raw(),
                streams ? Long.MAX_VALUE : answerLimit))
        .build();
  }

  /** Whether the document has nothing in this operation that must not be shown. */
  private static boolean isOpen(Request request) {
    Operation operation = Operation.of(request);
    return operation != null && operation.sensitive().isEmpty();
  }

  /** Sensitive values, such as the secret of a token request, which the service may repeat. */
  private static void noteSecrets(Request request, CallRecord record) {
    Operation operation = Operation.of(request);
    if (operation == null) return;
    for (String name : operation.sensitive()) {
      for (String value : request.url().queryParameterValues(name)) {
        if (value != null) record.secret(value);
      }
    }
    if (operation.sensitive().isEmpty()) return;
    FormBody form = EncodedForm.fieldsOf(request.body());
    if (form == null) return;
    for (int i = 0; i < form.size(); i++) {
      if (SafeUrl.isSensitive(form.name(i), operation.sensitive())) record.secret(form.value(i));
    }
  }
}
