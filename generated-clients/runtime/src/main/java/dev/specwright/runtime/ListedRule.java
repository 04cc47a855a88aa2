package dev.specwright.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Allows only listed values. */
final class ListedRule extends Rule {
  private static final int MOST_SHOWN = 12;

  private final List<Object> listed;
  private final Set<Object> values = new HashSet<>();

  ListedRule(List<Object> listed) {
    this.listed = listed;
    for (Object value : listed) values.add(NumberRule.comparable(value));
  }

  @Override
  void check(Object value, Violations violations) {
    if (values.contains(NumberRule.comparable(value))) return;
    violations.add(rule(), value, "another value", "Send a value that the document lists.");
  }

  private String rule() {
    String shown =
        listed.stream().limit(MOST_SHOWN).map(Violations::quote).collect(Collectors.joining(", "));
    int others = listed.size() - MOST_SHOWN;
    return "one of " + shown + (others > 0 ? " and " + others + " others" : "");
  }
}
