package dev.specwright.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happened during one call, for its exception. Every request of a call carries the same
 * record, found in an interceptor as {@code request.tag(CallRecord.class)}.
 */
public final class CallRecord {
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile int status;

  CallRecord() {}

  /** Counts a request that is about to be sent. */
  public void countAttempt() {
    attempts.incrementAndGet();
  }

  /** How many requests were sent. */
  public int attempts() {
    return attempts.get();
  }

  int status() {
    return status;
  }

  /** Notes the status of an answer; the last one counts. */
  public void status(int status) {
    this.status = status;
  }
}
