package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/** The credentials are good, but not for this: status 403. */
public final class PermissionException extends ApiException {
  private static final long serialVersionUID = 1;

  PermissionException(Failure failure) {
    super(failure);
  }
}
