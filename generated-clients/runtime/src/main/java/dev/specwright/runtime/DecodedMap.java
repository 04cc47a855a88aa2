package dev.specwright.runtime;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small object out of an answer: names and values by turns in one array, a fraction of what a
 * hash map takes. Nobody can change it, so a model need not copy it.
 */
final class DecodedMap<T extends @Nullable Object> extends AbstractMap<String, T> {
  /** Up to here it is as fast to look at all names. */
  private static final int MAX_SIZE = 16;

  private final Object[] entries;

  private DecodedMap(Object[] entries) {
    this.entries = entries;
  }

  /**
   * Returns an unmodifiable map that keeps the order. Of two members with one name the last counts,
   * in the place of the first.
   *
   * @param entries names and values by turns; trusted: it is taken over
   */
  static <T extends @Nullable Object> Map<String, T> of(Object[] entries) {
    if (entries.length == 0) return Map.of();
    DecodedMap<T> map = new DecodedMap<>(entries);
    return entries.length > 2 * MAX_SIZE || map.hasDuplicates()
        ? Collections.unmodifiableMap(map.hashed())
        : map;
  }

  private boolean hasDuplicates() {
    long seen = 0; // a bit for each hash; most objects have none twice
    for (int i = 0; i < entries.length; i += 2) {
      long bit = 1L << entries[i].hashCode();
      if ((seen & bit) != 0 && indexOf(entries, i, entries[i]) >= 0) return true;
      seen |= bit;
    }
    return false;
  }

  private Map<String, T> hashed() {
    Map<String, T> map = new LinkedHashMap<>(entries.length);
    for (int i = 0; i < entries.length; i += 2) map.put((String) entries[i], value(i));
    return map;
  }

  @Override
  public @Nullable T get(@Nullable Object name) {
    int at = indexOf(entries, entries.length, name);
    return at < 0 ? null : value(at);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return indexOf(entries, entries.length, name) >= 0;
  }

  @Override
  public int size() {
    return entries.length / 2;
  }

  @SuppressWarnings("unchecked") // made of values of this type
  private T value(int at) {
    return (T) entries[at + 1];
  }

  /** Returns where {@code name} stands before {@code end}, or a negative number. */
  private static int indexOf(Object[] entries, int end, @Nullable Object name) {
    for (int i = 0; i < end; i += 2) {
      if (entries[i] == name) return i;
    }
    if (!(name instanceof String text)) return -1;
    int hash = text.hashCode();
    for (int i = 0; i < end; i += 2) {
      if (entries[i].hashCode() == hash && entries[i].equals(text)) return i;
    }
    return -1;
  }

  @Override
  public Set<Entry<String, T>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, T>> iterator() {
        return new EntryIterator();
      }

      @Override
      public int size() {
        return DecodedMap.this.size();
      }
    };
  }

  private final class EntryIterator implements Iterator<Entry<String, T>> {
    private int at;

    @Override
    public boolean hasNext() {
      return at < entries.length;
    }

    @Override
    public Entry<String, T> next() {
      if (!hasNext()) throw new NoSuchElementException();
      Entry<String, T> entry = new SimpleImmutableEntry<>((String) entries[at], value(at));
      at += 2;
      return entry;
    }
  }
}
