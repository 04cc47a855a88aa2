package dev.specwright.core;

import dev.specwright.runtime.Failure;

/** No complete answer came in time. */
public final class CallTimeoutException extends TransportException {
  private static final long serialVersionUID = 1;

  CallTimeoutException(Failure failure) {
    super(failure);
  }
}
