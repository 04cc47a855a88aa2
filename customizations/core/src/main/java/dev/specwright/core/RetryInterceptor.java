package dev.specwright.core;

import dev.specwright.runtime.CallRecord;
import dev.specwright.runtime.MalformedAnswerException;
import dev.specwright.runtime.NestedCallException;
import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Repeats what is safe to repeat: operations that the document or HTTP calls idempotent, and
 * requests for which no connection came about; never a body that can be read only once. All
 * attempts share the call's timeout, and no pause begins that would outlast it.
 *
 * <p>An application interceptor, in front of the one that adds credentials.
 */
final class RetryInterceptor implements Interceptor {
  private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

  /**
   * How much of an answer is read before it is handed on. A connection that breaks within it makes
   * for another attempt; after it, the decoder has begun to give out values.
   */
  private static final long READ_AHEAD = 256 * 1024;

  private final Retries retries;
  private final Clock clock;
  private final Sleeper sleeper;
  private final DoubleSupplier random;

  RetryInterceptor(Retries retries, Clock clock, Sleeper sleeper, DoubleSupplier random) {
    this.retries = retries;
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Instant start = clock.instant();
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= retries.attempts();
      Duration pause = jittered(retries.pause(attempt));
      try {
        Response response = chain.proceed(request);
        if (last || !isSafe(request)) return response;
        if (!PASSING.contains(response.code())) return readAhead(request, response);
        Duration asked = RetryAfter.read(response.header("Retry-After"), clock.instant());
        if (asked != null && asked.compareTo(retries.longestRetryAfter()) > 0) return response;
        if (asked != null) pause = asked;
        if (!fits(pause, start, chain.call())) return response;
        response.close();
      } catch (IOException e) {
        if (last || chain.call().isCanceled() || !isRepeatable(request, e)) throw e;
        if (!fits(pause, start, chain.call())) throw e;
      }
      sleeper.sleep(pause, chain.call());
    }
  }

  /** Whoever waits beyond the limit learns nothing but that the time is over. */
  private boolean fits(Duration pause, Instant start, Call call) {
    long limit = call.timeout().timeoutNanos();
    if (limit == 0) return true;
    Duration passed = Duration.between(start, clock.instant());
    return passed.plus(pause).compareTo(Duration.ofNanos(limit)) < 0;
  }

  private static Response readAhead(Request request, Response response) throws IOException {
    Operation operation = Operation.of(request);
    boolean streams =
        operation == null || operation.raw() || request.tag(StreamedAnswer.class) != null;
    if (streams) return response;
    try {
      response.body().source().request(READ_AHEAD);
      return response;
    } catch (IOException e) {
      response.close();
      throw e;
    }
  }

  private static boolean isSafe(Request request) {
    Operation operation = Operation.of(request);
    return operation != null && operation.idempotent() && !isOneShot(request);
  }

  private static boolean isOneShot(Request request) {
    return request.body() != null && request.body().isOneShot();
  }

  private static boolean isRepeatable(Request request, IOException e) {
    if (e instanceof NotSentException
        || e instanceof NestedCallException
        || e instanceof MalformedAnswerException
        || isDistrust(e)) {
      return false;
    }
    CallRecord record = request.tag(CallRecord.class);
    boolean unsent = record != null && record.attempts() > 0 && !record.isSent();
    return isSafe(request) || (unsent && !isOneShot(request));
  }

  /** A certificate does not get better by asking again. */
  private static boolean isDistrust(Throwable e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof SSLPeerUnverifiedException || each instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  private Duration jittered(Duration pause) {
    return Duration.ofMillis(Math.round(pause.toMillis() * (0.75 + 0.25 * random.getAsDouble())));
  }
}
