package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** The ways of making a call. */
enum Way {
  /** Waits for the value; the call's own way, where it has one. */
  FETCH {
    @Override
    <C, T> @Nullable Object make(Probe<C, T> probe, C client, ApiCall<T> call) {
      return probe.make(client, call);
    }
  },
  /** Does not wait. */
  FETCH_ASYNC {
    @Override
    <C, T> @Nullable Object make(Probe<C, T> probe, C client, ApiCall<T> call) throws Throwable {
      return outcome(call.fetchAsync());
    }
  },
  /** Waits for Retrofit's answer. */
  EXECUTE {
    @Override
    <C, T> Object make(Probe<C, T> probe, C client, ApiCall<T> call) throws Throwable {
      return call.execute();
    }
  },
  /** Has Retrofit's answer called back. */
  ENQUEUE {
    @Override
    <C, T> @Nullable Object make(Probe<C, T> probe, C client, ApiCall<T> call) throws Throwable {
      CompletableFuture<Response<T>> answer = new CompletableFuture<>();
      call.enqueue(
          new Callback<>() {
            @Override
            public void onResponse(Call<T> made, Response<T> response) {
              answer.complete(response);
            }

            @Override
            public void onFailure(Call<T> made, Throwable failure) {
              answer.completeExceptionally(failure);
            }
          });
      return outcome(answer);
    }
  };

  /** Makes a call; what goes wrong is thrown as the caller hears of it. */
  abstract <C, T> @Nullable Object make(Probe<C, T> probe, C client, ApiCall<T> call)
      throws Throwable;

  /** Whether failures are those of Retrofit and OkHttp, and an error status is an answer. */
  boolean isRetrofits() {
    return this == EXECUTE || this == ENQUEUE;
  }

  private static @Nullable Object outcome(Future<?> future) throws Throwable {
    try {
      return future.get(FaultBench.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
