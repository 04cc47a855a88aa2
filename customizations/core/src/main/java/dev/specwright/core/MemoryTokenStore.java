package dev.specwright.core;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens while the process runs. Its leases need no limit: their holders cannot disappear.
 */
final class MemoryTokenStore implements TokenStore {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Set<String> leased = ConcurrentHashMap.newKeySet();

  @Override
  public @Nullable Entry get(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, Entry entry, Duration keep) {
    entries.put(key, entry);
  }

  @Override
  public void remove(String key, String refused) {
    entries.computeIfPresent(key, (k, entry) -> entry.value().equals(refused) ? null : entry);
  }

  @Override
  public @Nullable Lease lease(String key, Duration limit) {
    return leased.add(key) ? () -> leased.remove(key) : null;
  }
}
