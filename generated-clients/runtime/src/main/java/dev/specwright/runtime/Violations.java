package dev.specwright.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks through the values of a request and collects what the document does not allow. */
public final class Violations {
  private static final int LONGEST_QUOTE = 40;

  private final List<Violation> found = new ArrayList<>();

  /** Where the walk is; one text for the whole walk, since most values are as they should be. */
  private final StringBuilder place = new StringBuilder();

  private boolean masked;

  Violations() {}

  List<Violation> found() {
    return found;
  }

  /** Whether something was found at this very place. */
  boolean isAt(String where) {
    return found.stream().anyMatch(violation -> violation.place().equals(where));
  }

  /** Checks a property of the object that the walk has reached, unless it is null. */
  public void property(String name, @Nullable Object value, Rule rule) {
    at(".", name, value, rule);
  }

  /** Checks the value that the walk has reached, unless it is null. */
  public void value(@Nullable Object value, Rule rule) {
    at("", "", value, rule);
  }

  /** Notes a property that only the service may set. */
  public void readOnly(String name, boolean isSent) {
    if (isSent) property(name, true, ReadOnlyRule.INSTANCE);
  }

  /** Checks how many properties the object has that the walk has reached. */
  public void size(int properties, SizeRule rule) {
    rule.checkSize(properties, this);
  }

  /** Returns how many of {@code properties} are sent: those that are not null. */
  public static int count(@Nullable Object... properties) {
    return (int) Stream.of(properties).filter(Objects::nonNull).count();
  }

  void at(String separator, String name, @Nullable Object value, Rule rule) {
    if (value == null) return;
    int length = place.length();
    place.append(separator).append(name);
    rule.check(value, this);
    place.setLength(length);
  }

  void member(Object name, @Nullable Object value, Rule rule) {
    at(".", masked ? SafeUrl.MASK : cut(name.toString()), value, rule);
  }

  void element(int index, @Nullable Object value, Rule rule) {
    at("[", index + "]", value, rule);
  }

  /** Checks a value that must not be shown, nor what is in it. */
  void masked(Object value, Rule rule) {
    boolean before = masked;
    masked = true;
    rule.check(value, this);
    masked = before;
  }

  /** Notes a violation whose finding does not say what the value is. */
  void add(String rule, String finding, String remedy) {
    found.add(new Violation(place.toString(), rule, finding, remedy));
  }

  /**
   * Notes a violation.
   *
   * @param kind what to say of a value that must not be shown
   */
  void add(String rule, Object value, String kind, String remedy) {
    add(rule, masked ? kind : quote(value), remedy);
  }

  /** As {@link #add(String, Object, String, String)}, where the finding does not show it all. */
  void add(String rule, String finding, Object value, String kind, String remedy) {
    add(rule, masked ? kind : finding + ": " + quote(value), remedy);
  }

  /** Returns {@code value} as it may stand in a message: short, and on one line. */
  static String quote(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? Scalars.text(value)
        : '"' + cut(Scalars.text(value)) + '"';
  }

  private static String cut(String text) {
    String line = OneLine.of(text);
    if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) return line;
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "...";
  }
}
