package dev.specwright.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.Call;

/** Sleeps in short pieces, since nothing wakes an interceptor of a cancelled call. */
final class CallSleeper implements Sleeper {
  private static final long PIECE_MILLIS = 50;

  @Override
  public void sleep(Duration time, Call call) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (true) {
      if (call.isCanceled()) throw new IOException("Canceled");
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) return;
      try {
        Thread.sleep(Math.min(left, PIECE_MILLIS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Interrupted between two attempts");
      }
    }
  }
}
