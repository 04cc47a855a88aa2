package dev.specwright.runtime;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list out of an answer, or a copy. Nobody can change it, so a model need not copy it. */
final class DecodedList<T extends @Nullable Object> extends AbstractList<T>
    implements RandomAccess {
  private final Object[] elements;

  /** Trusted: takes over {@code elements}. */
  DecodedList(Object[] elements) {
    this.elements = elements;
  }

  @Override
  @SuppressWarnings("unchecked") // made of elements of this type
  public T get(int index) {
    return (T) elements[index];
  }

  @Override
  public int size() {
    return elements.length;
  }
}
