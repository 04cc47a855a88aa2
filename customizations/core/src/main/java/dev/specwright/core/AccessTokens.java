package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;
import dev.specwright.runtime.FailureMapper;
import dev.specwright.runtime.NestedCallException;
import dev.specwright.runtime.SafeUrl;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * An access token that is requested when it is first needed, kept while it is valid, and replaced
 * when it is about to expire or the service refuses it.
 *
 * <p>Callers that need a new one at the same time wait for a single request, and share its failure.
 * Each stops waiting when its own call ends. After a failure no token is requested for a second,
 * twice as long after each further one, up to a minute, or as long as the service asks for: calls
 * that need a token fail at once meanwhile, with the same failure.
 *
 * <p>Made by {@link ClientBuilder#accessTokens}.
 */
public final class AccessTokens implements Credential {
  /** How long a token lives whose answer does not say so, as OAuth 2 clients commonly assume. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

  /** How long before its end a token is replaced, unless it lives for less than ten times that. */
  static final Duration MARGIN = Duration.ofMinutes(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

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

  private final SharedTokens shared;
  private final Clock clock;
  private final FailureMapper mapper;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile TokenStore.@Nullable Entry current;
  private @Nullable String refused;
  private @Nullable TokenRefresh underWay;
  private @Nullable Failure lastFailure;
  private Instant failedAt = Instant.MIN;
  private Duration pause = Duration.ZERO;

  /** Makes a holder that gets tokens from {@code shared} and the time from {@code clock}. */
  AccessTokens(SharedTokens shared, Clock clock, FailureMapper mapper) {
    this.shared = shared;
    this.clock = clock;
    this.mapper = mapper;
  }

  /** Makes a holder that keeps its tokens to itself. */
  static <A> AccessTokens unshared(
      Supplier<? extends ApiCall<A>> request,
      Function<? super A, Token> reader,
      Clock clock,
      FailureMapper mapper) {
    return new AccessTokens(new SharedTokens(request, reader, clock), clock, mapper);
  }

  @Override
  public String value() throws IOException {
    return wait(null);
  }

  @Override
  public String value(Call call) throws IOException {
    return wait(call);
  }

  private String wait(@Nullable Call call) throws IOException {
    TokenStore.Entry valid = current;
    if (valid != null && isValid(valid)) return valid.value();
    TokenRefresh refresh;
    lock.lock();
    try {
      valid = current;
      if (valid != null && isValid(valid)) return valid.value();
      if (underWay == null) {
        requirePause();
        underWay = start();
      }
      refresh = underWay;
      refresh.join();
    } finally {
      lock.unlock();
    }
    try {
      return refresh.await(call);
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    } finally {
      leave(refresh);
    }
  }

  private IOException thrown(@Nullable Throwable failure) {
    if (failure instanceof ApiException e) {
      // Each caller gets an exception of its own, with its own stack.
      return new NestedCallException(mapper.exception(e.failure()));
    }
    if (failure instanceof Error e) throw e;
    throw new IllegalStateException("The token request failed in an unexpected way.", failure);
  }

  private boolean isValid(TokenStore.Entry entry) {
    return clock.instant().isBefore(entry.replaceAt());
  }

  private void leave(TokenRefresh refresh) {
    lock.lock();
    try {
      if (refresh.leave() && underWay == refresh) underWay = null;
    } finally {
      lock.unlock();
    }
  }

  /** Refuses to ask again so soon after a failure. */
  private void requirePause() throws NestedCallException {
    Failure failure = lastFailure;
    if (failure == null) return;
    Instant now = clock.instant();
    Instant next = failedAt.plus(pause);
    // A clock that was set back says nothing about the time that has passed.
    if (now.isBefore(failedAt) || !now.isBefore(next)) return;
    throw new NestedCallException(
        mapper.exception(
            failure.withNote("No token is requested before " + next + ", so this failure stands")));
  }

  private TokenRefresh start() {
    TokenRefresh refresh = new TokenRefresh();
    String refusedSoFar = refused;
    Thread thread = new Thread(() -> run(refresh, refusedSoFar), "specwright-token");
    thread.setDaemon(true);
    thread.start();
    return refresh;
  }

  private void run(TokenRefresh refresh, @Nullable String refusedSoFar) {
    try {
      TokenStore.Entry entry = shared.next(refresh, refusedSoFar);
      end(refresh, entry, null);
      refresh.succeed(entry.value());
    } catch (Throwable failure) { // The waiting callers throw it.
      end(refresh, null, failure);
      refresh.fail(failure);
    }
  }

  private void end(
      TokenRefresh refresh, TokenStore.@Nullable Entry entry, @Nullable Throwable failure) {
    lock.lock();
    try {
      if (underWay == refresh) underWay = null;
      if (entry != null) {
        current = entry;
        lastFailure = null;
        pause = Duration.ZERO;
      } else if (!refresh.isAbandoned() && failure instanceof ApiException e) {
        remember(e.failure());
      }
    } finally {
      lock.unlock();
    }
  }

  private void remember(Failure failure) {
    lastFailure = failure;
    failedAt = clock.instant();
    Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    Duration asked = RetryAfter.read(failure.retryAfter(), failedAt);
    if (asked != null && asked.compareTo(doubled) > 0) doubled = asked;
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** Forgets the token, unless it is another one by now. */
  @Override
  public boolean discard(String value) {
    lock.lock();
    try {
      TokenStore.Entry entry = current;
      if (entry == null || !entry.value().equals(value)) return true;
      current = null;
      refused = value;
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
