package dev.specwright.core;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;

/** Waits between two attempts. Tests put one in that does not. */
@FunctionalInterface
public interface Sleeper {
  /** Waits; ends early, with an exception, when {@code call} is cancelled or runs out of time. */
  void sleep(Duration time, Call call) throws IOException;
}
