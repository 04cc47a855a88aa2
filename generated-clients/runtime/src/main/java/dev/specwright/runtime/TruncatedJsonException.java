package dev.specwright.runtime;

import java.io.EOFException;

/**
 * The source ended within the JSON; other than a connection that broke, it says that it is whole.
 */
final class TruncatedJsonException extends EOFException {
  private static final long serialVersionUID = 1;

  TruncatedJsonException(String message) {
    super(message);
  }
}
