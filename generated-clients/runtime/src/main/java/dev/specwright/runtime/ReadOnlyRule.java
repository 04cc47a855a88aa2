package dev.specwright.runtime;

/** Refuses any value. */
final class ReadOnlyRule extends Rule {
  static final ReadOnlyRule INSTANCE = new ReadOnlyRule();

  @Override
  void check(Object value, Violations violations) {
    violations.add("nothing", "a value", "Leave it out; it is read only.");
  }
}
