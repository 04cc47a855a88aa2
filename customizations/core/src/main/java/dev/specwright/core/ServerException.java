package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/** The service failed: status 500 or above, still so after the retries. */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1;

  ServerException(Failure failure) {
    super(failure);
  }
}
