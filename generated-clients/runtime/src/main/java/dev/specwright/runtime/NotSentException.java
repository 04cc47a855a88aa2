package dev.specwright.runtime;

import java.io.IOException;

/**
 * Thrown by an interceptor that refuses a request before anything is sent. A caller of {@link
 * ApiCall#fetch} sees an {@link ApiException} with this as its cause.
 */
public class NotSentException extends IOException implements SafeMessage {
  private static final long serialVersionUID = 1;

  /** Says which rule the request breaks, what was found, and what to do. */
  public NotSentException(String message) {
    super(message);
  }
}
