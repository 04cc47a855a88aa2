package dev.specwright.redis;

import dev.specwright.core.TokenStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * Keeps tokens in Redis, encrypted, for the clients of several processes.
 *
 * <pre>{@code
 * TokenStore store = RedisTokenStore.create(redis, key);
 * MySmark mysmark = MySmark.builder()....tokenStore(store).build();
 * }</pre>
 *
 * <p>Redis holds, under {@code specwright:HASH}, what only holders of the key can read: AES-GCM
 * with a fresh nonce, bound to its place. It expires when the token is due to be replaced. The
 * right to request a token is the entry {@code specwright:HASH:lease}, which at most one process
 * sets, and which expires by itself: one process at a time asks, unless Redis loses the entry, as
 * in a failover, or a process is held up for longer than the lease. Then two ask, which is
 * harmless.
 *
 * <p>The connection to Redis is the caller's: its password, its TLS, its end. When Redis cannot be
 * reached, clients request tokens of their own.
 */
public final class RedisTokenStore implements TokenStore {
  /** Deletes an entry if it still is what it was. */
  private static final String DELETE_IF_SAME =
      "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

  private final UnifiedJedis redis;
  private final SealedEntries entries;

  private RedisTokenStore(UnifiedJedis redis, SealedEntries entries) {
    this.redis = redis;
    this.entries = entries;
  }

  /**
   * Returns a store.
   *
   * @param redis the connection, such as a pooled one; it is not closed here
   * @param key an AES key of 128, 192 or 256 bits, the same in all processes
   * @throws IllegalArgumentException if it is no such key
   */
  public static RedisTokenStore create(UnifiedJedis redis, SecretKey key) {
    return new RedisTokenStore(redis, new SealedEntries(key));
  }

  @Override
  public @Nullable Entry get(String key) {
    String sealed = redis.get(key);
    return sealed == null ? null : entries.open(key, sealed);
  }

  @Override
  public void put(String key, Entry entry, Duration keep) {
    redis.set(key, entries.seal(key, entry), expiring(keep));
  }

  @Override
  public void remove(String key, String refused) {
    String sealed = redis.get(key);
    Entry entry = sealed == null ? null : entries.open(key, sealed);
    if (entry != null && entry.value().equals(refused)) deleteIfSame(key, sealed);
  }

  @Override
  public @Nullable Lease lease(String key, Duration limit) {
    String place = key + ":lease";
    String holder = UUID.randomUUID().toString();
    String done = redis.set(place, holder, expiring(limit).nx());
    return done == null ? null : () -> deleteIfSame(place, holder);
  }

  private void deleteIfSame(String key, String value) {
    redis.eval(DELETE_IF_SAME, List.of(key), List.of(value));
  }

  private static SetParams expiring(Duration time) {
    return SetParams.setParams().px(Math.max(1, time.toMillis()));
  }

  @Override
  public String toString() {
    return "RedisTokenStore";
  }
}
