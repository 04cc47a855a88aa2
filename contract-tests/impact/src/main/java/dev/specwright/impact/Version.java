package dev.specwright.impact;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the Java clients. Below 1.0.0 the parts move down by one: a breaking change raises
 * the minor version, everything else the patch version.
 */
record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(-SNAPSHOT)?");

  /**
   * Reads a version; {@code -SNAPSHOT} is left out, since it is the version that will be released.
   *
   * @throws IllegalArgumentException if it is no version
   */
  static Version of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Expected a version such as 1.2.0 or 1.2.0-SNAPSHOT but found \""
              + text
              + "\". Set it with mvn versions:set -DnewVersion=X.Y.Z.");
    }
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /** Returns the lowest version that a change of this weight may carry. */
  Version next(Step step) {
    if (step == Step.NONE) return this;
    if (step == Step.PATCH || (major == 0 && step == Step.MINOR)) {
      return new Version(major, minor, patch + 1);
    }
    if (step == Step.MINOR || major == 0) return new Version(major, minor + 1, 0);
    return new Version(major + 1, 0, 0);
  }

  @Override
  public int compareTo(Version other) {
    return Comparator.comparingInt(Version::major)
        .thenComparingInt(Version::minor)
        .thenComparingInt(Version::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
