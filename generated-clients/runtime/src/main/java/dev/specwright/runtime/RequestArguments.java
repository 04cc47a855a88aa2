package dev.specwright.runtime;

import retrofit2.Invocation;

/** The arguments of one call of a generated method, to be checked. */
public final class RequestArguments {
  private final Invocation invocation;
  private final Operation operation;
  private final Violations violations = new Violations();

  RequestArguments(Invocation invocation, Operation operation) {
    this.invocation = invocation;
    this.operation = operation;
  }

  /** The simple name of the generated interface. */
  public String api() {
    return invocation.method().getDeclaringClass().getSimpleName();
  }

  /** The document's operationId. */
  public String operation() {
    return operation.id();
  }

  /**
   * Checks an argument, unless it is null.
   *
   * @param place what it is in the request: {@code path.id}, {@code query.limit}, {@code body}
   */
  public void check(int index, String place, Rule rule) {
    violations.at("", place, invocation.arguments().get(index), rule);
  }

  /** As {@link #check}, of a value in the options that are the argument {@code index}. */
  public void checkOptional(int index, String place, Rule rule) {
    if (invocation.arguments().get(index) instanceof RequestOptions options) {
      violations.at("", place, options.value(place), rule);
    }
  }

  Violations violations() {
    return violations;
  }
}
