package dev.specwright.runtime;

import java.io.IOException;

/**
 * An answer that arrived but is not what the document describes. Interceptors and decoders throw
 * it; a caller of {@link ApiCall#fetch} sees an {@link ApiException} with this as its cause.
 */
public final class MalformedAnswerException extends IOException implements SafeMessage {
  private static final long serialVersionUID = 1;

  /** Says what was expected and what was found, without repeating sensitive content. */
  public MalformedAnswerException(String message) {
    super(message);
  }
}
