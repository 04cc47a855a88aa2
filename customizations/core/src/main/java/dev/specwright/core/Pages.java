package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiOperation.Pagination;
import dev.specwright.runtime.Page;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list, page after page. A page is requested when its first row is asked for; each
 * iteration starts again at the call that was given.
 *
 * <pre>{@code
 * for (Project project : Pages.of(projects.listProjects(ListProjectsQuery.builder().count(50).build()))) {
 *   ...
 * }
 * }</pre>
 */
public final class Pages<T> implements Iterable<T> {
  /** Makes a page of an answer. */
  private interface Reader<A, T> {
    Page<T> page(A answer);
  }

  private final Iterable<T> rows;

  private <A> Pages(ApiCall<? extends A> first, Reader<A, T> reader) {
    Pagination pagination =
        first
            .operation()
            .pagination()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected a call that has pages but found "
                            + first.operation().id()
                            + ", whose document has no x-pagination."));
    rows = () -> new Rows<>(first, reader, pagination);
  }

  /** Returns the rows of a call whose answer is a page. */
  public static <T> Pages<T> of(ApiCall<? extends Page<T>> first) {
    return new Pages<>(first, (Page<T> answer) -> answer);
  }

  /** Returns the rows of a call whose answer is the list of rows. */
  public static <T> Pages<T> ofList(ApiCall<List<T>> first) {
    return new Pages<>(first, (List<T> answer) -> () -> answer);
  }

  @Override
  public Iterator<T> iterator() {
    return rows.iterator();
  }

  /** Returns the rows as a stream. */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  private static final class Rows<A, T> implements Iterator<T> {
    private final ApiCall<? extends A> first;
    private final Reader<A, T> reader;
    private final Pagination pagination;
    private @Nullable ApiCall<? extends A> next;
    private Iterator<T> page = List.<T>of().iterator();
    private final Set<String> visited = new HashSet<>();
    private String position;

    Rows(ApiCall<? extends A> first, Reader<A, T> reader, Pagination pagination) {
      this.first = first;
      this.reader = reader;
      this.pagination = pagination;
      this.next = first.clone();
      String start = first.request().url().queryParameter(pagination.parameter());
      this.position = start == null ? "" : start;
      visited.add(position);
    }

    @Override
    public boolean hasNext() {
      while (!page.hasNext() && next != null) {
        Page<T> fetched = reader.page(next.fetch());
        page = fetched.rows().iterator();
        next = after(fetched);
      }
      return page.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) throw new NoSuchElementException();
      return page.next();
    }

    private @Nullable ApiCall<? extends A> after(Page<T> fetched) {
      int count = fetched.rows().size();
      if (count == 0 || (pagination.shortPageIsLast() && count < fullPage())) return null;
      String following =
          switch (pagination.style()) {
            case OFFSET -> Long.toString(offset() + count);
            case CURSOR -> fetched.next() == null ? "" : fetched.next().toString();
          };
      // An empty cursor ends the list; going round in a circle would never end.
      if (following.isEmpty() || !visited.add(following)) return null;
      position = following;
      return first.query(pagination.parameter(), following);
    }

    private long offset() {
      return position.isEmpty() ? 0 : Long.parseLong(position);
    }

    /** How many rows a page has that is not the last; 0 if nobody says. */
    private int fullPage() {
      String asked =
          pagination.limit().isEmpty()
              ? null
              : first.request().url().queryParameter(pagination.limit());
      return asked == null ? pagination.size() : Integer.parseInt(asked);
    }
  }
}
