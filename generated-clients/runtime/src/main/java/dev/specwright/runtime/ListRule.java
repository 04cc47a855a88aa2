package dev.specwright.runtime;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Limits the number of elements of a list or set, and the elements. */
public final class ListRule extends Rule {
  static final ListRule ANY = new ListRule(null, 0, Integer.MAX_VALUE, false);

  private final @Nullable Rule element;
  private final int minItems;
  private final int maxItems;
  private final boolean unique;

  private ListRule(@Nullable Rule element, int minItems, int maxItems, boolean unique) {
    this.element = element;
    this.minItems = minItems;
    this.maxItems = maxItems;
    this.unique = unique;
  }

  ListRule elements(Rule rule) {
    return new ListRule(rule, minItems, maxItems, unique);
  }

  /** Returns this rule with a least number of elements. */
  public ListRule minItems(int count) {
    return new ListRule(element, count, maxItems, unique);
  }

  /** Returns this rule with a largest number of elements. */
  public ListRule maxItems(int count) {
    return new ListRule(element, minItems, count, unique);
  }

  /** Returns this rule for lists in which no element comes twice. */
  public ListRule uniqueItems() {
    return new ListRule(element, minItems, maxItems, true);
  }

  @Override
  void check(Object value, Violations violations) {
    Object list = value instanceof CommaSeparated<?> joined ? joined.values() : value;
    if (!(list instanceof Collection<?> elements)) return;
    int size = elements.size();
    if (size < minItems) {
      violations.add("at least " + count(minItems), String.valueOf(size), "Add some.");
    }
    if (size > maxItems) {
      violations.add("at most " + count(maxItems), String.valueOf(size), "Leave some out.");
    }
    Set<Object> seen = new HashSet<>();
    int index = 0;
    for (Object each : elements) {
      if (unique && each != null && !seen.add(NumberRule.comparable(each))) {
        violations.element(index, each, RepeatedRule.INSTANCE);
      }
      if (element != null) violations.element(index, each, element);
      index++;
    }
  }

  private static String count(int elements) {
    return elements == 1 ? "1 element" : elements + " elements";
  }

  /** Refuses a value because it was there before. */
  private static final class RepeatedRule extends Rule {
    static final RepeatedRule INSTANCE = new RepeatedRule();

    @Override
    void check(Object value, Violations violations) {
      violations.add("no element twice", "one that was there before", "Leave it out.");
    }
  }
}
