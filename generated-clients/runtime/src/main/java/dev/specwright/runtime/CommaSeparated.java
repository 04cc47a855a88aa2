package dev.specwright.runtime;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A list sent as one value with commas: {@code include=happy,do_*}. */
public final class CommaSeparated<T> {
  private final List<T> values;

  private CommaSeparated(List<T> values) {
    this.values = values;
    for (T value : values) {
      if (Scalars.text(value).indexOf(',') >= 0) {
        throw new IllegalArgumentException(
            "Expected values without a comma but found \"" + value + "\". Pass them one by one.");
      }
    }
  }

  /** Returns the list of {@code values}; none may contain a comma. */
  public static <T> CommaSeparated<T> copyOf(Collection<? extends T> values) {
    return new CommaSeparated<>(List.copyOf(values));
  }

  /** The values, in the order in which they are sent. */
  public List<T> values() {
    return values;
  }

  String text(Function<Object, String> element) {
    return values.stream().map(element).collect(Collectors.joining(","));
  }

  /** Returns the text that is sent. */
  @Override
  public String toString() {
    return text(Scalars::text);
  }
}
