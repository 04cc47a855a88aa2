package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;

/** No complete answer came: no connection, or one that broke. */
public class TransportException extends ApiException {
  private static final long serialVersionUID = 1;

  TransportException(Failure failure) {
    super(failure);
  }
}
