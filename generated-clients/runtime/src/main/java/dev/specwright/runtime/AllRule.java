package dev.specwright.runtime;

import java.util.List;

/** Asks for everything that several rules ask for. */
final class AllRule extends Rule {
  private final List<Rule> rules;

  AllRule(List<Rule> rules) {
    this.rules = rules;
  }

  @Override
  void check(Object value, Violations violations) {
    for (Rule rule : rules) rule.check(value, violations);
  }
}
