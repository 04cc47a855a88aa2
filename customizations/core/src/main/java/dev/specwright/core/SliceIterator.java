package dev.specwright.core;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes from page to page; going round in a circle would never end. */
final class SliceIterator<T> implements Iterator<Slice<T>> {
  private final PageSource<?, T> source;
  private final Set<String> visited = new HashSet<>();
  private @Nullable String position;
  private boolean more = true;

  SliceIterator(PageSource<?, T> source) {
    this.source = source;
    visited.add(source.start());
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public Slice<T> next() {
    if (!more) throw new NoSuchElementException();
    Slice<T> slice = source.fetch(position);
    position = slice.next().filter(visited::add).orElse(null);
    more = position != null;
    return slice;
  }
}
