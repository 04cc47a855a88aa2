package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.MalformedAnswerException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets the next token: from the store, if there is one and somebody else has put it there, or else
 * from the service, one process at a time.
 */
final class SharedTokens {
  /** Longer than a token request may take, so that the right to make it does not run out first. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration REQUEST = Duration.ofSeconds(25);
  private static final long POLL_MILLIS = 50;

  private final Source source;
  private final Clock clock;
  private final @Nullable TokenStore store;
  private final String key;
  private final Consumer<String> log;

  /** Makes the token request of an API and reads its answer. */
  private interface Source {
    AccessTokens.Token token(TokenRefresh refresh, @Nullable Duration limit);
  }

  /** Tokens of this client alone. */
  <A> SharedTokens(
      Supplier<? extends ApiCall<A>> request,
      Function<? super A, AccessTokens.Token> reader,
      Clock clock) {
    this(request, reader, clock, null, "", line -> {});
  }

  <A> SharedTokens(
      Supplier<? extends ApiCall<A>> request,
      Function<? super A, AccessTokens.Token> reader,
      Clock clock,
      @Nullable TokenStore store,
      String key,
      Consumer<String> log) {
    this.source =
        (refresh, limit) -> {
          ApiCall<A> call = request.get();
          return token(refresh.making(limit == null ? call : call.timeout(limit)), reader);
        };
    this.clock = clock;
    this.store = store;
    this.key = key;
    this.log = log;
  }

  private static <A> AccessTokens.Token token(
      ApiCall<A> call, Function<? super A, AccessTokens.Token> reader) {
    AccessTokens.Token token;
    try {
      token = reader.apply(call.fetch());
    } catch (ApiException e) {
      throw e;
    } catch (RuntimeException e) {
      // Of an interceptor of the caller's, or of the reader: a failure like the others.
      throw call.exception(e);
    }
    if (!token.value().isBlank()) return token;
    throw call.exception(
        new MalformedAnswerException("Expected an access token but found a blank text"));
  }

  /** Returns a token other than {@code refused}, which is removed from the store. */
  TokenStore.Entry next(TokenRefresh refresh, @Nullable String refused)
      throws InterruptedIOException {
    if (store == null) return request(refresh, null);
    while (true) {
      TokenStore.Entry kept;
      TokenStore.Lease lease;
      try {
        kept = kept(store, refused);
        if (kept != null) return kept;
        lease = store.lease(key, LEASE);
      } catch (RuntimeException e) {
        return alone(refresh, e);
      }
      if (lease != null) return leased(refresh, refused, store, lease);
      pause(refresh);
    }
  }

  /** A store that is down must not keep anybody from working. */
  private TokenStore.Entry alone(TokenRefresh refresh, RuntimeException failure) {
    report(failure);
    return request(refresh, null);
  }

  private TokenStore.Entry leased(
      TokenRefresh refresh, @Nullable String refused, TokenStore store, TokenStore.Lease lease) {
    try {
      TokenStore.Entry kept = quietly(() -> kept(store, refused));
      if (kept != null) return kept; // Put there between the two questions.
      TokenStore.Entry entry = request(refresh, REQUEST);
      Duration keep = Duration.between(clock.instant(), entry.replaceAt());
      if (!keep.isNegative() && !keep.isZero()) {
        quietly(
            () -> {
              store.put(key, entry, keep);
              return null;
            });
      }
      return entry;
    } finally {
      quietly(
          () -> {
            lease.close();
            return null;
          });
    }
  }

  private TokenStore.@Nullable Entry kept(TokenStore store, @Nullable String refused) {
    TokenStore.Entry kept = store.get(key);
    if (kept == null) return null;
    if (kept.value().equals(refused)) {
      // Here, on the thread of the token request: no call waits for the store longer than it may.
      store.remove(key, kept.value());
      return null;
    }
    return clock.instant().isBefore(kept.replaceAt()) ? kept : null;
  }

  private TokenStore.Entry request(TokenRefresh refresh, @Nullable Duration limit) {
    Instant asked = clock.instant();
    AccessTokens.Token token = source.token(refresh, limit);
    Duration lifetime = token.lifetime() == null ? AccessTokens.DEFAULT_LIFETIME : token.lifetime();
    Duration tenth = lifetime.dividedBy(10);
    Duration margin = tenth.compareTo(AccessTokens.MARGIN) < 0 ? tenth : AccessTokens.MARGIN;
    return new TokenStore.Entry(token.value(), asked.plus(lifetime).minus(margin));
  }

  private static void pause(TokenRefresh refresh) throws InterruptedIOException {
    if (refresh.isAbandoned()) throw new InterruptedIOException("Nobody waits for the token");
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while another process requests the token");
    }
  }

  private <T> @Nullable T quietly(Supplier<@Nullable T> action) {
    try {
      return action.get();
    } catch (RuntimeException e) {
      report(e);
      return null;
    }
  }

  /** Its message may quote what it likes; its kind says enough. */
  private void report(RuntimeException e) {
    log.accept("token store failed: " + e.getClass().getSimpleName());
  }
}
