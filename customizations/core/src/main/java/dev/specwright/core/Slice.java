package dev.specwright.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list, and where it stands in it. A position is a text to keep as it is: {@link
 * Pages#from} goes on from there, in another process or on another day, as far as the service still
 * knows it. What was added or removed meanwhile may move rows from one page to another.
 *
 * @param rows the rows of the page; none on the last page of some lists
 * @param position where this page begins; empty for the beginning of the list
 * @param next where the next page begins; nothing if this is the last
 */
public record Slice<T>(List<T> rows, String position, Optional<String> next) {
  /** Takes a copy of the list. */
  public Slice {
    // Unlike List.copyOf this takes the nulls of an answer.
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }
}
