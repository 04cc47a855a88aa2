package dev.specwright.core;

import dev.specwright.runtime.SafeUrl;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where several clients, perhaps in several processes, keep the access token that they share. Set
 * it with {@code builder().tokenStore(...)}; without one, each client keeps its token to itself.
 *
 * <p>An implementation may throw any {@link RuntimeException}: the client then goes on as if it had
 * no store. What it throws must not quote a token. The clocks of those who share a store should
 * agree to within some seconds.
 */
public interface TokenStore {
  /**
   * An access token.
   *
   * @param value the token, a secret
   * @param replaceAt from when on another one should be requested; a little before its end
   */
  record Entry(String value, Instant replaceAt) {
    @Override
    public String toString() {
      return "Entry[value=" + SafeUrl.MASK + ", replaceAt=" + replaceAt + "]";
    }
  }

  /** The right to request a token, while others wait for it. */
  interface Lease extends AutoCloseable {
    /** Gives the right back, unless it has run out and somebody else has it. */
    @Override
    void close();
  }

  /** Returns the token under {@code key}, or null if there is none. */
  @Nullable Entry get(String key);

  /**
   * Keeps a token under {@code key}, in place of another.
   *
   * @param keep how long it is of use; after that it may be forgotten
   */
  void put(String key, Entry entry, Duration keep);

  /** Forgets the token under {@code key} if its value is {@code refused}. */
  void remove(String key, String refused);

  /**
   * Returns the right to request the token for {@code key}, or null if somebody else has it.
   *
   * @param limit when the right runs out by itself, should its holder disappear
   */
  @Nullable Lease lease(String key, Duration limit);

  /** Returns a store in memory, for several clients of one process. */
  static TokenStore inMemory() {
    return new MemoryTokenStore();
  }
}
