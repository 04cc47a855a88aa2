package dev.specwright.core;

import dev.specwright.runtime.Failure;

/**
 * No complete answer came to a request that must not be repeated, or one of somebody in between:
 * status 408, 502 or 504. It may or may not have been carried out: look before you send it again.
 *
 * <p>{@link #status} is that status then, and {@link #code}, {@link #vendorMessage} and {@link
 * #answerStart} are what the answer says; without one, status is 0, or that of the answer that
 * broke off.
 */
public final class OutcomeUnknownException extends TransportException {
  private static final long serialVersionUID = 1;

  OutcomeUnknownException(Failure failure) {
    super(failure);
  }
}
