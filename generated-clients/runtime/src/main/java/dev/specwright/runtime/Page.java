package dev.specwright.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that is one page of a longer list: {@code x-pagination}. */
public interface Page<T> {
  /** The rows of this page, in the service's order. */
  List<T> rows();

  /** The value that gets the next page, or null if the answer names none. */
  default @Nullable Object next() {
    return null;
  }
}
