package dev.specwright.runtime;

/** What the document asks of a value that is sent; see {@link Rules}. */
public abstract class Rule {
  Rule() {}

  /** Tells {@code violations} what is wrong with {@code value}. */
  abstract void check(Object value, Violations violations);
}
