package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Failure;
import dev.specwright.runtime.InvalidRequestException;
import dev.specwright.runtime.Violation;
import java.util.List;

/** Nothing was sent, since the request was wrong; the message says why and what to do. */
public final class RequestRefusedException extends ApiException {
  private static final long serialVersionUID = 1;

  RequestRefusedException(Failure failure) {
    super(failure);
  }

  /** The values that the document does not allow; empty if the request was refused otherwise. */
  public List<Violation> violations() {
    return getCause() instanceof InvalidRequestException invalid ? invalid.violations() : List.of();
  }
}
