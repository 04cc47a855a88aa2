package dev.specwright.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a list was read, so that one which goes round in a circle is left. */
final class ListCourse<T> {
  /** As many rows that all differ are not the same again by chance. */
  private static final int TELLING = 4;

  /** As many pages are not, whatever rows they have. */
  private static final int MOST_ALIKE = 100;

  private final Set<String> visited = new HashSet<>();
  private List<T> before = List.of();
  private int alike;

  ListCourse(String start) {
    visited.add(start);
  }

  /** Returns where the list goes on behind a page, or null where it ends or was before. */
  @Nullable String after(Slice<T> page) {
    return page.next().filter(visited::add).orElse(null);
  }

  /** Takes the rows of the next page; returns whether they are those of the page before again. */
  boolean isStuck(List<T> rows) {
    boolean same = !rows.isEmpty() && rows.equals(before);
    before = rows;
    alike = same ? alike + 1 : 0;
    if (!same) return false;
    boolean telling = rows.size() >= TELLING && new HashSet<>(rows).size() == rows.size();
    return telling || alike >= MOST_ALIKE;
  }
}
