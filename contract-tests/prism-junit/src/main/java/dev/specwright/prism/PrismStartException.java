package dev.specwright.prism;

import org.jspecify.annotations.Nullable;

/** Prism could not be started. The message says why, and what to do about it. */
public final class PrismStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PrismStartException(String message) {
    this(message, null);
  }

  PrismStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
