package dev.specwright.runtime;

import java.util.Map;

/** Limits the values of a map. */
final class MapRule extends Rule {
  private final Rule member;

  MapRule(Rule member) {
    this.member = member;
  }

  @Override
  void check(Object value, Violations violations) {
    if (!(value instanceof Map<?, ?> map)) return;
    map.forEach((name, each) -> violations.member(String.valueOf(name), each, member));
  }
}
