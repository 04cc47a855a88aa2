package dev.specwright.runtime;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Allows only listed values. */
final class ListedRule extends Rule {
  private static final int MOST_SHOWN = 12;

  private final Set<Object> values;
  private final String rule;

  ListedRule(List<Object> values) {
    this.values = values.stream().map(NumberRule::comparable).collect(Collectors.toSet());
    String shown =
        values.stream().limit(MOST_SHOWN).map(Violations::quote).collect(Collectors.joining(", "));
    boolean all = values.size() <= MOST_SHOWN;
    this.rule = "one of " + shown + (all ? "" : " and " + (values.size() - MOST_SHOWN) + " others");
  }

  @Override
  void check(Object value, Violations violations) {
    if (values.contains(NumberRule.comparable(value))) return;
    violations.add(rule, value, "another value", "Send a value that the document lists.");
  }
}
