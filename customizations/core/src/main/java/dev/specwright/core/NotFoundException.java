package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/** There is no such thing, or it is not visible to this account: status 404 or 410. */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1;

  NotFoundException(Failure failure) {
    super(failure);
  }
}
