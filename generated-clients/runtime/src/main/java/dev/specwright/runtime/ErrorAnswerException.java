package dev.specwright.runtime;

import java.io.IOException;

/** An answer that HTTP calls a success and that holds an error. */
final class ErrorAnswerException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient VendorError error;

  ErrorAnswerException(VendorError error) {
    super("The answer is an error: " + error.code());
    this.error = error;
  }

  VendorError error() {
    return error;
  }
}
