package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/** Too many requests: status 429, still so after the retries. */
public final class RateLimitException extends ApiException {
  private static final long serialVersionUID = 1;

  RateLimitException(Failure failure) {
    super(failure);
  }
}
