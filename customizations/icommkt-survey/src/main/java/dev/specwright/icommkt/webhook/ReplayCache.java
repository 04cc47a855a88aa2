package dev.specwright.icommkt.webhook;

import java.time.Clock;
import java.time.Instant;

/**
 * Remembers webhook calls, so that none counts twice: one that the service repeats since it did not
 * see the response, or one that somebody has recorded and sends again. {@link #inMemory} serves one
 * process; several that receive the same webhook need one over a store that they share, with
 * methods that are each a single step there.
 *
 * <p>A call is named by a text of at most 64 characters, the same for every signature of the same
 * timestamp and body.
 */
public interface ReplayCache {
  /** What is known of a call. */
  enum State {
    /** It was not seen before. */
    NEW,
    /** It was begun, and neither finished nor forgotten: it is being handled. */
    UNFINISHED,
    /** It was handled. */
    FINISHED
  }

  /**
   * Returns what is known of a call, and makes a new one unfinished, in one step.
   *
   * @param until how long a new call stays unfinished unless {@link #finish} or {@link #forget}
   *     comes; after that it is new again, since whoever handled it has ended without either
   */
  State begin(String call, Instant until);

  /**
   * Makes a call finished, also one that is not known any more.
   *
   * @param until when it may be forgotten: later the verifier refuses it for its age
   */
  void finish(String call, Instant until);

  /** Forgets a call whose handling failed, so that it is new when the service repeats it. */
  void forget(String call);

  /**
   * Returns a cache in memory. When it is full, the call that came first is forgotten; only calls
   * with a good signature come here, so nobody but the service can fill it.
   *
   * @param most how many calls it remembers; more than come within twice the verifier's tolerance
   * @param clock the verifier's
   * @throws IllegalArgumentException if {@code most} is less than one
   */
  static ReplayCache inMemory(int most, Clock clock) {
    return new MemoryReplayCache(most, clock);
  }
}
