package dev.specwright.runtime;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a failed call went through, in terms that are safe to show.
 *
 * @param id names the call, the same over all its attempts; made by the client
 * @param requestId what the service calls the last request, or null if its answer does not say
 * @param attempts what each request came to, in their order; empty where nobody took notes
 * @param sent whether the last request may have left: false if it found no connection
 * @param curl the last request as a curl command without secrets, or null if none was made
 * @param answerStart the beginning of an answer that could not be used, without the secrets that it
 *     repeats; null if there was none, or if it may hold sensitive values
 */
public record CallReport(
    String id,
    @Nullable String requestId,
    List<Attempt> attempts,
    boolean sent,
    @Nullable String curl,
    @Nullable String answerStart)
    implements Serializable {

  /** Of a call that nobody took notes about. */
  public static final CallReport NONE = new CallReport("", null, List.of(), true, null, null);

  /** Takes a copy of the list. */
  public CallReport {
    attempts = List.copyOf(attempts);
  }

  /**
   * One request of a call.
   *
   * @param start when it began, by the client's clock
   * @param took how long it was until the head of the answer was there, or the failure
   * @param outcome the status, such as {@code 503}, or the kind of failure, such as {@code
   *     SocketTimeoutException}
   */
  public record Attempt(Instant start, Duration took, String outcome) implements Serializable {}
}
