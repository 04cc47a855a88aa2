package dev.specwright.runtime;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies of lists, sets and maps, with all that is in them. What nobody can change stays. */
final class Copies {
  /** As deep as JSON may be. */
  private static final int MAX_DEPTH = 255;

  private Copies() {}

  static @Nullable Object of(@Nullable Object value) {
    return of(value, 0);
  }

  private static @Nullable Object of(@Nullable Object value, int depth) {
    // Classes first: whether an object is of an interface takes longer to find out.
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof DecodedList
        || value instanceof DecodedMap) {
      return value;
    }
    if (value instanceof Collection<?> collection) return collection(collection, deeper(depth));
    return value instanceof Map<?, ?> map ? map(map, deeper(depth)) : value;
  }

  private static int deeper(int depth) {
    if (depth < MAX_DEPTH) return depth + 1;
    throw new IllegalArgumentException(
        "Expected at most "
            + MAX_DEPTH
            + " lists and maps in each other but found more. Look for one that contains itself.");
  }

  private static Collection<?> collection(Collection<?> from, int depth) {
    Object[] elements = from.toArray(new Object[0]);
    for (int i = 0; i < elements.length; i++) elements[i] = of(elements[i], depth);
    List<Object> list = new DecodedList<>(elements);
    return from instanceof Set ? Collections.unmodifiableSet(new LinkedHashSet<>(list)) : list;
  }

  private static Map<?, ?> map(Map<?, ?> from, int depth) {
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
    from.forEach((key, each) -> copy.put(key, of(each, depth)));
    return Collections.unmodifiableMap(copy);
  }
}
