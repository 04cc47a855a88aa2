package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/** The service found the request wrong: status 400 or 422. */
public final class ValidationException extends ApiException {
  private static final long serialVersionUID = 1;

  ValidationException(Failure failure) {
    super(failure);
  }
}
