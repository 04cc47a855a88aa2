package dev.specwright.core;

import dev.specwright.runtime.MalformedAnswerException;
import dev.specwright.runtime.NestedCallException;
import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.DoubleSupplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Repeats what is safe to repeat: operations that the document or HTTP calls idempotent, and
 * requests for which no connection came about. All attempts share the call's timeout.
 *
 * <p>An application interceptor, in front of the one that adds credentials.
 */
final class RetryInterceptor implements Interceptor {
  private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

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
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= retries.attempts();
      Duration pause = jittered(retries.pause(attempt));
      try {
        Response response = chain.proceed(request);
        if (last || !isSafe(request) || !PASSING.contains(response.code())) return response;
        Duration asked = retryAfter(response.header("Retry-After"));
        if (asked != null && asked.compareTo(retries.longestRetryAfter()) > 0) return response;
        if (asked != null) pause = asked;
        response.close();
      } catch (IOException e) {
        if (last || chain.call().isCanceled() || !isRepeatable(request, e)) throw e;
      }
      sleeper.sleep(pause, chain.call());
    }
  }

  private static boolean isSafe(Request request) {
    Operation operation = Operation.of(request);
    boolean oneShot = request.body() != null && request.body().isOneShot();
    return operation != null && operation.idempotent() && !oneShot;
  }

  private static boolean isRepeatable(Request request, IOException e) {
    if (e instanceof NotSentException
        || e instanceof NestedCallException
        || e instanceof MalformedAnswerException) {
      return false;
    }
    return isSafe(request) || StandardFailures.isBeforeSending(e);
  }

  private Duration jittered(Duration pause) {
    return Duration.ofMillis(Math.round(pause.toMillis() * (0.75 + 0.25 * random.getAsDouble())));
  }

  /** Seconds or an HTTP date; null if there is none that can be read. */
  private @Nullable Duration retryAfter(@Nullable String header) {
    if (header == null) return null;
    if (header.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(header));
    try {
      Instant time = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(clock.instant(), time);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
