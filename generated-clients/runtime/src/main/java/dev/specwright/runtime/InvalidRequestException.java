package dev.specwright.runtime;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown instead of sending a request with values that the document does not allow. A caller of
 * {@link ApiCall#fetch} sees an {@link ApiException} with this as its cause.
 */
public final class InvalidRequestException extends NotSentException {
  private static final long serialVersionUID = 1;

  // Not List: the compiler cannot know that one is serializable.
  private final Violation[] violations;

  InvalidRequestException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining(" ")));
    this.violations = violations.toArray(new Violation[0]);
  }

  /** All that is wrong with the request, in the order of the operation's parameters. */
  public List<Violation> violations() {
    return List.of(violations);
  }
}
