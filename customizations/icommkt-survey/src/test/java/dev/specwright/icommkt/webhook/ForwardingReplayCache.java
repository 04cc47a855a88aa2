package dev.specwright.icommkt.webhook;

import java.time.Instant;

/** Passes everything on; tests change one method. */
class ForwardingReplayCache implements ReplayCache {
  private final ReplayCache cache;

  ForwardingReplayCache(ReplayCache cache) {
    this.cache = cache;
  }

  @Override
  public State begin(String call, Instant until) {
    return cache.begin(call, until);
  }

  @Override
  public void finish(String call, Instant until) {
    cache.finish(call, until);
  }

  @Override
  public void forget(String call) {
    cache.forget(call);
  }
}
