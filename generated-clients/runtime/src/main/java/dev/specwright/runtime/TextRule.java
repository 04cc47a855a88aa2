package dev.specwright.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Limits the length of a text, in Unicode code points, and its form. */
public final class TextRule extends Rule {
  static final TextRule ANY = new TextRule(0, Integer.MAX_VALUE, null, "");

  private final int minLength;
  private final int maxLength;
  private final @Nullable Pattern pattern;
  private final String shownPattern;

  private TextRule(int minLength, int maxLength, @Nullable Pattern pattern, String shownPattern) {
    this.minLength = minLength;
    this.maxLength = maxLength;
    this.pattern = pattern;
    this.shownPattern = shownPattern;
  }

  /** Returns this rule with a least number of characters. */
  public TextRule minLength(int length) {
    return new TextRule(length, maxLength, pattern, shownPattern);
  }

  /** Returns this rule with a largest number of characters. */
  public TextRule maxLength(int length) {
    return new TextRule(minLength, length, pattern, shownPattern);
  }

  /**
   * Returns this rule with a pattern that has to be found in the text.
   *
   * @param regex as {@code java.util.regex} understands it
   * @param shown as the document has it
   */
  public TextRule pattern(String regex, String shown) {
    return new TextRule(minLength, maxLength, Pattern.compile(regex), shown);
  }

  @Override
  void check(Object value, Violations violations) {
    if (!isText(value)) return;
    String text = Scalars.text(value);
    int length = text.codePointCount(0, text.length());
    if (length < minLength) {
      add(violations, "at least " + characters(minLength), length, text, "Lengthen it.");
    }
    if (length > maxLength) {
      add(violations, "at most " + characters(maxLength), length, text, "Shorten it.");
    }
    if (pattern != null && !isFound(pattern, text)) {
      violations.add(
          "a match of " + shownPattern,
          text,
          characters(length) + " that are none",
          "Send a text of this form.");
    }
  }

  private static void add(
      Violations violations, String rule, int length, String text, String remedy) {
    String found = characters(length);
    if (length == 0) {
      violations.add(rule, found, remedy);
    } else {
      violations.add(rule, found, text, found, remedy);
    }
  }

  private static boolean isFound(Pattern pattern, String text) {
    try {
      return pattern.matcher(text).find();
    } catch (StackOverflowError e) {
      // Java's matcher calls itself for each round of a loop over alternatives. On a very long text
      // it cannot tell, and what may be right is sent.
      return true;
    }
  }

  private static boolean isText(Object value) {
    return !(value instanceof Number
        || value instanceof Boolean
        || value instanceof Instant
        || value instanceof Collection
        || value instanceof Map);
  }

  private static String characters(int count) {
    return count == 1 ? "1 character" : count + " characters";
  }
}
