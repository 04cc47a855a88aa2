package dev.specwright.runtime;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Puts what Retrofit has no place for on the request that it makes: the headers and parts of {@link
 * RequestOptions}, and the options of an {@link ApiCall}.
 *
 * <p>Retrofit makes the OkHttp call inside {@code execute}, {@code enqueue} and {@code request}, on
 * the thread that calls them. So the options only have to reach that thread, for that moment.
 */
final class OptionsCallFactory implements Call.Factory {
  private record Current(CallOptions options, CallRecord record) {}

  private static final ThreadLocal<@Nullable Current> CURRENT = new ThreadLocal<>();

  private final Call.Factory delegate;
  private final Moshi moshi;

  OptionsCallFactory(Call.Factory delegate, Moshi moshi) {
    this.delegate = delegate;
    this.moshi = moshi;
  }

  static <R> R with(CallOptions options, CallRecord record, Supplier<R> makeCall) {
    CURRENT.set(new Current(options, record));
    try {
      return makeCall.get();
    } finally {
      CURRENT.remove();
    }
  }

  @Override
  public Call newCall(Request request) {
    Request complete = complete(request);
    Current now = CURRENT.get();
    if (now == null) return delegate.newCall(complete);
    Call call = delegate.newCall(now.options().apply(complete, now.record()));
    Duration limit = now.options().timeout();
    if (limit != null) call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    return call;
  }

  private Request complete(Request request) {
    try {
      return RequestOptions.complete(request, moshi);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is none: the values are written into memory
    }
  }
}
