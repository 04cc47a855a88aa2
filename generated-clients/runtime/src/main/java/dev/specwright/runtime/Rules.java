package dev.specwright.runtime;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * The rules that a document can set for a value that is sent.
 *
 * <pre>{@code
 * Rules.list(Rules.text().maxLength(20)).maxItems(5) // up to five texts of up to 20 characters
 * }</pre>
 *
 * <p>As in the document, a rule asks nothing of values of another kind: a text has no maximum.
 */
public final class Rules {
  private Rules() {}

  /** Returns a rule for texts, and for what is sent as one: dates, URIs, bytes. */
  public static TextRule text() {
    return TextRule.ANY;
  }

  /** Returns a rule for numbers; an {@code Instant} is its UNIX time. */
  public static NumberRule number() {
    return NumberRule.ANY;
  }

  /** Returns a rule that allows only these values. */
  public static Rule listed(Object... values) {
    return new ListedRule(List.of(values));
  }

  /** Returns a rule for lists and sets of anything. */
  public static ListRule list() {
    return ListRule.ANY;
  }

  /** Returns a rule for lists and sets, with one for their elements. */
  public static ListRule list(Rule element) {
    return ListRule.ANY.elements(element);
  }

  /** Returns a rule for maps, with one for their values. */
  public static Rule map(Rule value) {
    return new MapRule(value);
  }

  /** Returns a rule for the number of properties of a map or an object. */
  public static SizeRule size() {
    return SizeRule.ANY;
  }

  /** Returns the rule that a generated validator checks. */
  public static <T> Rule of(Class<T> type, BiConsumer<? super T, Violations> validator) {
    return new ModelRule<>(type, validator);
  }

  /** Returns a rule that asks for all of {@code rules}. */
  public static Rule all(Rule... rules) {
    return new AllRule(List.of(rules));
  }

  /** Returns {@code rule} for a value that must not be shown. */
  public static Rule sensitive(Rule rule) {
    return new SensitiveRule(rule);
  }
}
