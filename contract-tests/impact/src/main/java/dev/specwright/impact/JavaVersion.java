package dev.specwright.impact;

import org.jspecify.annotations.Nullable;

/**
 * The version of the Java modules, which all have the same.
 *
 * @param released the version of the last release, or null before the first
 * @param working the version of the build
 * @param step what changed, at most
 */
record JavaVersion(@Nullable Version released, Version working, Step step) {
  /** Returns the lowest version that fits, or null before the first release. */
  @Nullable Version needed() {
    return released == null ? null : released.next(step);
  }

  /** Returns what is wrong with the version and what to do, or null if nothing is. */
  @Nullable String problem() {
    Version needed = needed();
    if (needed == null || working.compareTo(needed) >= 0) return null;
    return "The Java API has changes of the class "
        + step
        + " since "
        + released
        + ", and the version is "
        + working
        + ". "
        + (step == Step.MAJOR ? "If they are not meant, undo them. If they are, set" : "Set")
        + " it with mvn versions:set -DnewVersion="
        + needed
        + "-SNAPSHOT.";
  }
}
