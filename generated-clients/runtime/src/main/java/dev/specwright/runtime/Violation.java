package dev.specwright.runtime;

import java.io.Serializable;

/**
 * A value of a request that the document does not allow. No text repeats a sensitive value.
 *
 * @param place where it stands: {@code query.limit}, {@code body.ticket.steps[0].name}
 * @param rule what the document asks for: {@code at most 100}
 * @param found what is there: {@code 200}
 * @param remedy what to do: {@code Send a smaller number.}
 */
public record Violation(String place, String rule, String found, String remedy)
    implements Serializable {
  /** Returns all of it, in sentences. */
  @Override
  public String toString() {
    return "Expected " + rule + " in " + place + " but found " + found + ". " + remedy;
  }
}
