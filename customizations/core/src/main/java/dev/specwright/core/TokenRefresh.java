package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * One request for a token, made on a thread of its own for all who wait for it: who stops waiting
 * takes nothing away from the others, and when nobody is left, it is cancelled.
 *
 * <p>Not on OkHttp's threads: calls that wait for a token may occupy all of them.
 */
final class TokenRefresh {
  /** Nothing wakes an interceptor of a cancelled call. */
  private static final long PIECE_MILLIS = 20;

  private final CompletableFuture<String> result = new CompletableFuture<>();
  private int waiting;
  private boolean abandoned;
  private @Nullable ApiCall<?> call;

  synchronized void join() {
    waiting++;
  }

  /** Returns whether the last one has left while there was still something to wait for. */
  synchronized boolean leave() {
    if (--waiting > 0 || result.isDone()) return false;
    abandoned = true;
    if (call != null) call.cancel();
    return true;
  }

  /** Takes the call that is about to be made, to cancel it when nobody waits any more. */
  synchronized <A> ApiCall<A> making(ApiCall<A> next) {
    call = next;
    if (abandoned) next.cancel();
    return next;
  }

  synchronized boolean isAbandoned() {
    return abandoned;
  }

  void succeed(String token) {
    result.complete(token);
  }

  void fail(Throwable failure) {
    result.completeExceptionally(failure);
  }

  /** Waits for the token, as long as {@code waiter}, if there is one, goes on. */
  String await(@Nullable Call waiter) throws IOException, ExecutionException {
    while (waiter == null || !waiter.isCanceled()) {
      try {
        return result.get(PIECE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // On to the next piece.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Interrupted while waiting for an access token");
      }
    }
    throw new IOException("Canceled");
  }
}
