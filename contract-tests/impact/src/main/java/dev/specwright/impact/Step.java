package dev.specwright.impact;

import java.util.Locale;
import java.util.stream.Stream;

/** What a change costs its users: the part of the version that has to rise. */
enum Step {
  NONE,
  PATCH,
  MINOR,
  MAJOR;

  /** The gate's words are these names in small letters. */
  static Step of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static Step worst(Stream<Step> steps) {
    return steps.max(Step::compareTo).orElse(NONE);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
