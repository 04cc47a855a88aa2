package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/** The service did not accept the credentials: status 401, or a vendor's code for it. */
public final class AuthenticationException extends ApiException {
  private static final long serialVersionUID = 1;

  AuthenticationException(Failure failure) {
    super(failure);
  }
}
