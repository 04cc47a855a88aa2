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

  /**
   * Names the call, the same over all its attempts; empty if the call was made without a client.
   */
  public String callId() {
    return failure.report().id();
  }

  /** What the service calls the last request, or null if its answer does not say. */
  public @Nullable String requestId() {
    return failure.report().requestId();
  }

  /**
   * The beginning of an answer that could not be used: some hundred characters, with the client's
   * secrets masked. Null if there was none, and always for operations that the document calls
   * sensitive. It is not part of the message, since it may hold people's data.
   */
  public @Nullable String answerStart() {
    return failure.report().answerStart();
  }

  /** What the call went through: its attempts, and its request as a curl command. */
  public CallReport report() {
    return failure.report();
  }

  /** Everything that is known about the failure. */
  public Failure failure() {
    return failure;
  }
}
