package dev.specwright.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Puts the options of an {@link ApiCall} on the request that Retrofit makes for it.
 *
 * <p>Retrofit has no place for options on a call, but it makes the OkHttp call inside {@code
 * execute}, {@code enqueue} and {@code request}, on the thread that calls them. So the options only
 * have to reach that thread, for that moment.
 */
final class OptionsCallFactory implements Call.Factory {
  private record Current(CallOptions options, CallRecord record) {}

  private static final ThreadLocal<@Nullable Current> CURRENT = new ThreadLocal<>();

  private final Call.Factory delegate;

  OptionsCallFactory(Call.Factory delegate) {
    this.delegate = delegate;
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
    Current now = CURRENT.get();
    if (now == null) return delegate.newCall(request);
    Call call = delegate.newCall(now.options().apply(request, now.record()));
    Duration limit = now.options().timeout();
    if (limit != null) call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    return call;
  }
}
