package dev.specwright.runtime;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Limits a number, with the exact values of the document. */
public final class NumberRule extends Rule {
  private record Limit(BigDecimal value, boolean exclusive) {}

  static final NumberRule ANY = new NumberRule(null, null, null);

  private final @Nullable Limit minimum;
  private final @Nullable Limit maximum;
  private final @Nullable BigDecimal step;

  private NumberRule(@Nullable Limit minimum, @Nullable Limit maximum, @Nullable BigDecimal step) {
    this.minimum = minimum;
    this.maximum = maximum;
    this.step = step;
  }

  /** Returns this rule with a smallest number. */
  public NumberRule minimum(String number) {
    return new NumberRule(new Limit(new BigDecimal(number), false), maximum, step);
  }

  /** Returns this rule with a number that values must be above. */
  public NumberRule above(String number) {
    return new NumberRule(new Limit(new BigDecimal(number), true), maximum, step);
  }

  /** Returns this rule with a largest number. */
  public NumberRule maximum(String number) {
    return new NumberRule(minimum, new Limit(new BigDecimal(number), false), step);
  }

  /** Returns this rule with a number that values must be below. */
  public NumberRule below(String number) {
    return new NumberRule(minimum, new Limit(new BigDecimal(number), true), step);
  }

  /** Returns this rule with a number that values must be a multiple of. */
  public NumberRule multipleOf(String number) {
    return new NumberRule(minimum, maximum, new BigDecimal(number));
  }

  @Override
  void check(Object value, Violations violations) {
    if (!(value instanceof Number || value instanceof Instant)) return;
    if (isInfinite(value)) {
      violations.add("a finite number", value, "another", "Send one.");
      return;
    }
    BigDecimal number = exact(value);
    Number shown = value instanceof Number found ? found : number;
    if (minimum != null && number.compareTo(minimum.value) < (minimum.exclusive ? 1 : 0)) {
      String rule = (minimum.exclusive ? "more than " : "at least ") + text(minimum.value);
      violations.add(rule, shown, "a smaller number", "Send a larger number.");
    }
    if (maximum != null && number.compareTo(maximum.value) > (maximum.exclusive ? -1 : 0)) {
      String rule = (maximum.exclusive ? "less than " : "at most ") + text(maximum.value);
      violations.add(rule, shown, "a larger number", "Send a smaller number.");
    }
    if (step != null && number.remainder(step).signum() != 0) {
      violations.add("a multiple of " + text(step), shown, "another number", "Send a multiple.");
    }
  }

  /** Returns the number that is written, whatever class holds it. */
  static BigDecimal exact(Object value) {
    if (value instanceof BigDecimal number) return number;
    return new BigDecimal(
        value instanceof Instant time ? Long.toString(time.getEpochSecond()) : value.toString());
  }

  /** Returns what equals another such value if both are one in JSON: 1.0 and 1.00 are. */
  static Object comparable(Object value) {
    boolean number = value instanceof Number && !isInfinite(value);
    return number ? exact(value).stripTrailingZeros() : value;
  }

  private static boolean isInfinite(Object value) {
    return value instanceof Double number && !Double.isFinite(number);
  }

  private static String text(BigDecimal number) {
    return number.toPlainString();
  }
}
