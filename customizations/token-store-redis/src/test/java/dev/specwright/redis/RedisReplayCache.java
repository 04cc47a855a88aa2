package dev.specwright.redis;

import dev.specwright.icommkt.webhook.ReplayCache;
import java.time.Instant;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * An example: webhook calls that several processes receive, each counted once. It needs Redis 7.
 */
final class RedisReplayCache implements ReplayCache {
  private static final String HANDLED = "handled";

  private final UnifiedJedis redis;

  RedisReplayCache(UnifiedJedis redis) {
    this.redis = redis;
  }

  // readme
  @Override
  public State begin(String call, Instant until) {
    String before = redis.setGet("webhook:" + call, "begun", until(until).nx());
    if (before == null) return State.NEW;
    return before.equals(HANDLED) ? State.FINISHED : State.UNFINISHED;
  }

  @Override
  public void finish(String call, Instant until) {
    redis.set("webhook:" + call, HANDLED, until(until));
  }

  @Override
  public void forget(String call) {
    redis.del("webhook:" + call);
  }

  private static SetParams until(Instant time) {
    return SetParams.setParams().pxAt(time.toEpochMilli());
  }
  // end
}
