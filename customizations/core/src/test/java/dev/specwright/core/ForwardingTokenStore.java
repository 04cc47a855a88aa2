package dev.specwright.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A store that does what another one does, but for what a test overrides. */
class ForwardingTokenStore implements TokenStore {
  private final TokenStore delegate;

  ForwardingTokenStore(TokenStore delegate) {
    this.delegate = delegate;
  }

  @Override
  public @Nullable Entry get(String key) {
    return delegate.get(key);
  }

  @Override
  public void put(String key, Entry entry, Duration keep) {
    delegate.put(key, entry, keep);
  }

  @Override
  public void remove(String key, String refused) {
    delegate.remove(key, refused);
  }

  @Override
  public @Nullable Lease lease(String key, Duration limit) {
    return delegate.lease(key, limit);
  }
}
