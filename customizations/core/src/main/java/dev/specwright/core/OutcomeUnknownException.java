package dev.specwright.core;

import dev.specwright.runtime.Failure;

/**
 * No complete answer came to a request that must not be repeated. It may or may not have been
 * carried out: look before you send it again.
 */
public final class OutcomeUnknownException extends TransportException {
  private static final long serialVersionUID = 1;

  OutcomeUnknownException(Failure failure) {
    super(failure);
  }
}
