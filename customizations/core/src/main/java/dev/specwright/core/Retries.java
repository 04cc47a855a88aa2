package dev.specwright.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often, and after which pauses, a call is repeated that is safe to repeat.
 *
 * <p>An attempt whose token the service refuses sends its request again with a new one, once in a
 * call; such a call sends one request more than it has attempts.
 *
 * @param attempts how often a call is tried at most; 1 for no retries
 * @param firstPause the pause after the first attempt; it doubles with each further one
 * @param longestPause where the doubling ends
 * @param longestRetryAfter the longest Retry-After that is waited for; with a longer one the call
 *     ends
 */
public record Retries(
    int attempts, Duration firstPause, Duration longestPause, Duration longestRetryAfter) {

  /** Three attempts, pauses from half a second to eight, Retry-After up to a minute. */
  public static final Retries DEFAULT =
      new Retries(3, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofMinutes(1));

  /** One attempt: one request, or two if the first is refused for its token. */
  public static final Retries NONE = new Retries(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Checks the values. */
  public Retries {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "Expected attempts of 1 or more but found " + attempts + ". Use Retries.NONE for one.");
    }
    requirePause(firstPause, "firstPause");
    requirePause(longestPause, "longestPause");
    requirePause(longestRetryAfter, "longestRetryAfter");
  }

  /** The pause after attempt {@code n}, from 1, without jitter. */
  Duration pause(int n) {
    Duration doubled = firstPause.multipliedBy(1L << Math.min(n - 1, 20));
    return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
  }

  private static void requirePause(@Nullable Duration pause, String name) {
    if (pause != null && !pause.isNegative()) return;
    throw new IllegalArgumentException(
        "Expected a " + name + " of zero or more but found " + pause + ". Use Duration.ZERO.");
  }
}
