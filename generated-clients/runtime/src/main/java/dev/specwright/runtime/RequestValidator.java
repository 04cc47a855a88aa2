package dev.specwright.runtime;

/** Checks the arguments of calls against the document. The generated one is in the description. */
@FunctionalInterface
public interface RequestValidator {
  /** Finds nothing wrong. */
  RequestValidator NONE = request -> {};

  /** Checks those arguments of a call that the document sets rules for. */
  void validate(RequestArguments request);
}
