package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.NestedCallException;
import dev.specwright.runtime.SafeUrl;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An access token that is requested when it is first needed, kept while it is valid, and replaced
 * when it is about to expire or the service refuses it. Callers that need a new one at the same
 * time wait for a single request, and share its failure.
 */
public final class AccessTokens implements Credential {
  /** How long a token lives whose answer does not say so, as OAuth 2 clients commonly assume. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

  /** How long before its end a token is replaced, unless it lives for less than ten times that. */
  static final Duration MARGIN = Duration.ofMinutes(1);

  /**
   * What a token request gave.
   *
   * @param value the token
   * @param lifetime how long it is valid, or null for {@link #DEFAULT_LIFETIME}
   */
  public record Token(String value, @Nullable Duration lifetime) {
    @Override
    public String toString() {
      return "Token[value=" + SafeUrl.MASK + ", lifetime=" + lifetime + "]";
    }
  }

  private final Supplier<Token> request;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger failures = new AtomicInteger();
  private @Nullable String current;
  private @Nullable ApiException lastFailure;
  private Instant replaceAt = Instant.MIN;

  /** Makes a holder that gets tokens from {@code request} and the time from {@code clock}. */
  public AccessTokens(Supplier<Token> request, Clock clock) {
    this.request = request;
    this.clock = clock;
  }

  @Override
  public String value() throws IOException {
    int failuresBefore = failures.get();
    lock.lock();
    try {
      if (current != null && clock.instant().isBefore(replaceAt)) return current;
      // The request that this caller waited for failed; another one would make the next wait too.
      boolean waited = failures.get() != failuresBefore;
      if (waited && lastFailure != null) throw new NestedCallException(lastFailure);
      return renew();
    } catch (ApiException e) {
      lastFailure = e;
      failures.incrementAndGet();
      throw new NestedCallException(e);
    } finally {
      lock.unlock();
    }
  }

  private String renew() {
    lastFailure = null;
    Instant asked = clock.instant();
    Token token = request.get();
    Duration lifetime = token.lifetime() == null ? DEFAULT_LIFETIME : token.lifetime();
    Duration margin =
        lifetime.dividedBy(10).compareTo(MARGIN) < 0 ? lifetime.dividedBy(10) : MARGIN;
    current = token.value();
    replaceAt = asked.plus(lifetime).minus(margin);
    return token.value();
  }

  /** Forgets the token, unless it is another one by now. */
  @Override
  public boolean discard(String refused) {
    lock.lock();
    try {
      if (refused.equals(current)) current = null;
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return "AccessTokens[" + SafeUrl.MASK + "]";
  }
}
