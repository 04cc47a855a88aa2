package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiOperation.Pagination;
import dev.specwright.runtime.Page;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list, page after page. A page is requested when its first row is asked for; each
 * iteration starts again at the call that was given.
 *
 * <pre>{@code
 * for (Project project : Pages.of(projects.listProjects()).pageSize(50)) {
 *   ...
 * }
 * }</pre>
 *
 * <p>The list ends where the document says: with an empty page, with a short one where that is
 * documented, or without a next position; and also with a position that was visited before. A
 * service that takes no notice of the offset, and gives the same rows again, ends the list with a
 * {@link BadAnswerException}.
 */
public final class Pages<T> implements Iterable<T> {
  private final PageSource<?, T> source;

  private Pages(PageSource<?, T> source) {
    this.source = source;
  }

  /** Returns the rows of a call whose answer is a page. */
  public static <T> Pages<T> of(ApiCall<? extends Page<T>> first) {
    return pages(first, answer -> answer);
  }

  /** Returns the rows of a call whose answer is the list of rows. */
  public static <T> Pages<T> ofList(ApiCall<List<T>> first) {
    return pages(first, answer -> () -> answer);
  }

  private static <A, T> Pages<T> pages(ApiCall<A> first, Function<? super A, Page<T>> reader) {
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
    return new Pages<>(new PageSource<>(first, reader, pagination));
  }

  /**
   * Returns this list with pages of {@code rows} rows.
   *
   * @throws IllegalArgumentException if it is less than one or outside of what the document allows,
   *     or if the document has no parameter for it
   */
  public Pages<T> pageSize(int rows) {
    return new Pages<>(source.pageSize(rows));
  }

  /**
   * Returns the rest of this list, from a position that {@link Slice#next} or {@link
   * Slice#position} gave.
   *
   * @throws IllegalArgumentException if it cannot be a position of this list
   */
  public Pages<T> from(String position) {
    return new Pages<>(source.from(position));
  }

  @Override
  public Iterator<T> iterator() {
    Iterator<Slice<T>> slices = slices().iterator();
    return new Iterator<>() {
      private Iterator<T> rows = List.<T>of().iterator();

      @Override
      public boolean hasNext() {
        while (!rows.hasNext() && slices.hasNext()) rows = slices.next().rows().iterator();
        return rows.hasNext();
      }

      @Override
      public T next() {
        if (!hasNext()) throw new NoSuchElementException();
        return rows.next();
      }
    };
  }

  /** Returns the rows as a stream. */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** Returns the pages themselves, with the positions to go on from. */
  public Iterable<Slice<T>> slices() {
    return () -> new SliceIterator<>(source);
  }

  /** Requests the first page without waiting; {@link #from} its next position is the rest. */
  public CompletableFuture<Slice<T>> fetchAsync() {
    return new AsyncSlices<>(source, slice -> false).start();
  }

  /**
   * Gives all rows to {@code action}, in their order, without waiting: each page is requested when
   * the rows of the one before have been taken. The future ends after the last row, or with what
   * went wrong, in a call or in the action; cancelling it cancels the call under way.
   */
  public CompletableFuture<@Nullable Void> forEachAsync(Consumer<? super T> action) {
    AsyncSlices<T> run =
        new AsyncSlices<>(
            source,
            slice -> {
              slice.rows().forEach(action);
              return true;
            });
    return run.startAll();
  }
}
