package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/**
 * The service failed: status 500 or above, still so after the retries. A write is not repeated;
 * where its status is 502 or 504, a gateway speaks, and the service behind it may have carried the
 * write out: look before you send it again.
 */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1;

  ServerException(Failure failure) {
    super(failure);
  }
}
