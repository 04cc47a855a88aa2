package dev.specwright.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names in objects that the document does not describe, as far as they were read. */
final class SeenNames {
  /** An object with more is one that has its values by ID, none of which comes again. */
  private static final int MOST = 256;

  private final Map<String, SeenName> names = new HashMap<>();

  /** By depth, what stands in front of the first name of an object. */
  private @Nullable SeenName[] starts = new SeenName[8];

  /** Returns what stands in front of the first name of an object at {@code depth}. */
  SeenName start(int depth) {
    if (depth >= starts.length) starts = Arrays.copyOf(starts, 2 * depth);
    SeenName start = starts[depth];
    if (start == null) {
      start = new SeenName("");
      starts[depth] = start;
    }
    return start;
  }

  /**
   * Returns the name of this text, and notes that it stands behind {@code last}; null if there are
   * too many.
   */
  @Nullable SeenName add(@Nullable SeenName last, String text) {
    SeenName name = names.get(text);
    if (name == null) {
      if (names.size() == MOST) return null;
      name = new SeenName(text);
      names.put(text, name);
    }
    if (last != null) last.next(name);
    return name;
  }
}
