package dev.specwright.runtime;

import java.io.IOException;

/**
 * Carries the failure of a call that an interceptor had to make first, such as one for a token,
 * through OkHttp. {@link ApiCall#fetch} throws the failure itself.
 */
public final class NestedCallException extends IOException implements SafeMessage {
  private static final long serialVersionUID = 1;

  private final ApiException failure;

  /** Wraps the failure of the other call. */
  public NestedCallException(ApiException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  ApiException failure() {
    return failure;
  }
}
