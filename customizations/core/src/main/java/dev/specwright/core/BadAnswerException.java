package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/**
 * The service answered with something that its document does not describe. If the call was a write,
 * the service received it, and most likely carried it out.
 */
public final class BadAnswerException extends ApiException {
  private static final long serialVersionUID = 1;

  BadAnswerException(Failure failure) {
    super(failure);
  }
}
