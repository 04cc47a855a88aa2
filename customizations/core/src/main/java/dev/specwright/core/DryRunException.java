package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;
import java.util.Objects;

/** Nothing was sent, since the client was built with {@code dryRun()}: what would have been. */
public final class DryRunException extends ApiException {
  private static final long serialVersionUID = 1;

  DryRunException(Failure failure) {
    super(failure);
  }

  /** The request as a curl command, with every credential and sensitive value masked. */
  public String curl() {
    return Objects.requireNonNullElse(report().curl(), "");
  }
}
