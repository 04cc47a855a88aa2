package dev.specwright.core;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes from page to page; going round in a circle would never end. */
final class SliceIterator<T> implements Iterator<Slice<T>> {
  private final PageSource<?, T> source;
  private final ListCourse<T> course;
  private @Nullable String position;
  private boolean more = true;

  SliceIterator(PageSource<?, T> source) {
    this.source = source;
    course = new ListCourse<>(source.start());
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public Slice<T> next() {
    if (!more) throw new NoSuchElementException();
    Slice<T> slice = source.fetch(position, course);
    position = course.after(slice);
    more = position != null;
    return slice;
  }
}
