package dev.specwright.runtime;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the members of an object that the document does not name. */
public final class JsonMembers {
  private static final Object[] NOTHING = {};

  /** Names and values by turns. */
  private Object[] entries = NOTHING;

  private int end;

  /** Begins without members. */
  public JsonMembers() {}

  /** Sets a member; of two with one name the last counts, in the place of the first. */
  @SuppressWarnings("NullAway") // An array of objects that may be null; 0.12 does not know it.
  public void put(String name, @Nullable Object value) {
    if (end == entries.length) entries = Arrays.copyOf(entries, Math.max(8, 2 * end));
    entries[end++] = name;
    entries[end++] = value;
  }

  /** Returns the members; nobody can change them. */
  public Map<String, @Nullable Object> build() {
    return end == 0 ? Map.of() : DecodedMap.of(Arrays.copyOf(entries, end));
  }
}
