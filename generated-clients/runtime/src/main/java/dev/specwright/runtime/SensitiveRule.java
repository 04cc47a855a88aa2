package dev.specwright.runtime;

/** Checks a value that must not be shown. */
final class SensitiveRule extends Rule {
  private final Rule rule;

  SensitiveRule(Rule rule) {
    this.rule = rule;
  }

  @Override
  void check(Object value, Violations violations) {
    violations.masked(value, rule);
  }
}
