package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/** Nothing was sent, since the request was wrong; the message says why and what to do. */
public final class RequestRefusedException extends ApiException {
  private static final long serialVersionUID = 1;

  RequestRefusedException(Failure failure) {
    super(failure);
  }
}
