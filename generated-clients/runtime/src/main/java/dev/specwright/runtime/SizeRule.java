package dev.specwright.runtime;

import java.util.Map;

/** Limits the number of properties of a map or an object. */
public final class SizeRule extends Rule {
  static final SizeRule ANY = new SizeRule(0, Integer.MAX_VALUE);

  private final int minProperties;
  private final int maxProperties;

  private SizeRule(int minProperties, int maxProperties) {
    this.minProperties = minProperties;
    this.maxProperties = maxProperties;
  }

  /** Returns this rule with a least number of properties. */
  public SizeRule minProperties(int count) {
    return new SizeRule(count, maxProperties);
  }

  /** Returns this rule with a largest number of properties. */
  public SizeRule maxProperties(int count) {
    return new SizeRule(minProperties, count);
  }

  @Override
  void check(Object value, Violations violations) {
    if (value instanceof Map<?, ?> map) checkSize(map.size(), violations);
  }

  void checkSize(int size, Violations violations) {
    if (size < minProperties) {
      violations.add("at least " + count(minProperties), String.valueOf(size), "Add some.");
    }
    if (size > maxProperties) {
      violations.add("at most " + count(maxProperties), String.valueOf(size), "Leave some out.");
    }
  }

  private static String count(int properties) {
    return properties == 1 ? "1 property" : properties + " properties";
  }
}
