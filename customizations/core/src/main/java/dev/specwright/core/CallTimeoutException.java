package dev.specwright.core;

import dev.specwright.runtime.Failure;

/** No complete answer came in time; or the server did not wait for the request, status 408. */
public final class CallTimeoutException extends TransportException {
  private static final long serialVersionUID = 1;

  CallTimeoutException(Failure failure) {
    super(failure);
  }
}
