package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/** The request does not fit the present state of the thing: status 405 or 409. */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1;

  ConflictException(Failure failure) {
    super(failure);
  }
}
