package dev.specwright.icommkt.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** In the order in which calls came, which is nearly the one in which they may be forgotten. */
final class MemoryReplayCache implements ReplayCache {
  private record Entry(Instant until, State state) {}

  private final int most;
  private final Clock clock;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  MemoryReplayCache(int most, Clock clock) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "Expected room for one call or more but found "
              + most
              + ". Make room for those of twice the tolerance.");
    }
    this.most = most;
    this.clock = clock;
  }

  @Override
  public synchronized State begin(String call, Instant until) {
    Instant now = clock.instant();
    Entry known = entries.get(call);
    // At the very end of its time the verifier still takes the call.
    if (known != null && !known.until.isBefore(now)) return known.state;
    put(call, new Entry(until, State.UNFINISHED), now);
    return State.NEW;
  }

  @Override
  public synchronized void finish(String call, Instant until) {
    put(call, new Entry(until, State.FINISHED), clock.instant());
  }

  private void put(String call, Entry entry, Instant now) {
    entries.remove(call);
    entries.put(call, entry);
    Iterator<Entry> oldest = entries.values().iterator();
    while (oldest.hasNext()) {
      boolean over = oldest.next().until.isBefore(now);
      if (!over && entries.size() <= most) break;
      oldest.remove();
    }
  }

  @Override
  public synchronized void forget(String call) {
    entries.remove(call);
  }
}
