package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/**
 * The service failed: status 500 or above, still so after the retries. A write is not repeated;
 * where its status is 502 or 504, it is an {@link OutcomeUnknownException} instead.
 */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1;

  ServerException(Failure failure) {
    super(failure);
  }
}
