package dev.specwright.runtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What happened during one call, for its exception. Every request of a call carries the same
 * record, found in an interceptor as {@code request.tag(CallRecord.class)}.
 */
public final class CallRecord {
  /** Anything shorter would mask parts of ordinary words. */
  private static final int SHORTEST_SECRET = 4;

  private final AtomicInteger attempts = new AtomicInteger();
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
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

  /** Notes a value that was sent and must not be shown, whoever repeats it. */
  public void secret(String value) {
    if (value.length() >= SHORTEST_SECRET) secrets.add(value);
  }

  /** Returns what the service said, without the secrets it repeats and on one line. */
  public @Nullable String shown(@Nullable String said) {
    if (said == null) return null;
    String shown = said;
    for (String secret : secrets) shown = shown.replace(secret, SafeUrl.MASK);
    return shown.replaceAll("\\p{Cntrl}", "?");
  }

  int status() {
    return status;
  }

  /** Notes the status of an answer; the last one counts. */
  public void status(int status) {
    this.status = status;
  }
}
