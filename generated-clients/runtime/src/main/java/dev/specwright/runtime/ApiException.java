package dev.specwright.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A call that gave no value. Its message, and what its methods return, hold no credential and no
 * sensitive value.
 */
public class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Failure failure;

  /** Wraps a failure; its summary is the message. */
  public ApiException(Failure failure) {
    super(failure.summary(), failure.cause());
    this.failure = failure;
  }

  /** The document's operationId. */
  public String operation() {
    return failure.operation();
  }

  /** The HTTP status, or 0 if no answer came. */
  public int status() {
    return failure.status();
  }

  /** The request's URL without credentials and sensitive values. */
  public String url() {
    return failure.url();
  }

  /** The vendor's error code, or null if the answer has none. */
  public @Nullable String code() {
    return failure.error() == null ? null : failure.error().code();
  }

  /** The vendor's message, or null if the answer has none. */
  public @Nullable String vendorMessage() {
    return failure.error() == null ? null : failure.error().message();
  }

  /** How many requests were sent for this call. */
  public int attempts() {
    return failure.attempts();
  }
}
