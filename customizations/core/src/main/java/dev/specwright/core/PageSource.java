package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiOperation.Pagination;
import dev.specwright.runtime.MalformedAnswerException;
import dev.specwright.runtime.NotSentException;
import dev.specwright.runtime.Page;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests the pages of a list and finds out where the next one begins. */
final class PageSource<A, T> {
  /** What fits into a {@code long}. */
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private final ApiCall<A> first;
  private final Function<? super A, Page<T>> reader;
  private final Pagination pagination;

  PageSource(ApiCall<A> first, Function<? super A, Page<T>> reader, Pagination pagination) {
    this.first = first;
    this.reader = reader;
    this.pagination = pagination;
  }

  PageSource<A, T> pageSize(int rows) {
    if (pagination.limit().isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a list whose page size can be set but found "
              + first.operation().id()
              + ", whose document has no parameter for it.");
    }
    if (rows < 1) {
      throw new IllegalArgumentException(
          "Expected a page size of 1 or more but found "
              + rows
              + ". Leave it out for the default.");
    }
    requireAllowed(rows);
    return new PageSource<>(
        first.query(pagination.limit(), Integer.toString(rows)), reader, pagination);
  }

  private void requireAllowed(int rows) {
    boolean small = rows < pagination.least();
    if (!small && rows <= pagination.most()) return;
    throw new IllegalArgumentException(
        "Expected a page size of at "
            + (small ? "least " + pagination.least() : "most " + pagination.most())
            + " for "
            + first.operation().id()
            + " but found "
            + rows
            + ". It is the size of one page, not of the list.");
  }

  PageSource<A, T> from(String position) {
    boolean offset = pagination.style() == Pagination.Style.OFFSET;
    if (position.isEmpty() && !offset) return this;
    if (position.isBlank() || (offset && !position.matches("[0-9]{1,18}"))) {
      throw new IllegalArgumentException(
          "Expected a position that this list gave but found something else. Pass what"
              + " Slice.next() or Slice.position() returned.");
    }
    return new PageSource<>(first.query(pagination.parameter(), position), reader, pagination);
  }

  /** Where the list begins. */
  String start() {
    String start = first.request().url().queryParameter(pagination.parameter());
    if (start != null) return start;
    return pagination.style() == Pagination.Style.OFFSET ? "0" : "";
  }

  /** Returns the call for the page at {@code position}; null for the beginning of the list. */
  ApiCall<A> call(@Nullable String position) {
    if (position != null) return first.query(pagination.parameter(), position);
    if (pagination.style() == Pagination.Style.OFFSET && !WHOLE.matcher(start()).matches()) {
      throw first.exception(uncountable());
    }
    return first.clone();
  }

  /** Before anything is sent: nobody can tell where the next page begins. */
  private NotSentException uncountable() {
    return new NotSentException(
        "Expected a whole number in query."
            + pagination.parameter()
            + " but found another text. Send one such as 10.");
  }

  Slice<T> fetch(@Nullable String position, ListCourse<T> course) {
    ApiCall<A> call = call(position);
    return slice(call, position, call.fetch(), course);
  }

  /**
   * @param position where the answer begins; null for the beginning of the list
   */
  Slice<T> slice(ApiCall<A> call, @Nullable String position, A answer, ListCourse<T> course) {
    Page<T> page = reader.apply(answer);
    String at = position == null ? start() : position;
    if (pagination.style() == Pagination.Style.OFFSET && course.isStuck(page.rows())) {
      throw call.exception(stuck(at));
    }
    return new Slice<>(page.rows(), at, after(page, at));
  }

  private MalformedAnswerException stuck(String position) {
    String offset = pagination.parameter();
    return new MalformedAnswerException(
        "Expected other rows from "
            + offset
            + " "
            + position
            + " on but found those before it again. The service seems to take no notice of "
            + offset
            + "; ask for all rows in one page.");
  }

  private Optional<String> after(Page<T> page, String position) {
    int count = page.rows().size();
    if (count == 0 || (pagination.shortPageIsLast() && count < fullPage())) return Optional.empty();
    String next =
        switch (pagination.style()) {
          case OFFSET -> Long.toString(Long.parseLong(position) + count);
          case CURSOR -> page.next() == null ? "" : page.next().toString();
        };
    return next.isEmpty() ? Optional.empty() : Optional.of(next);
  }

  /** How many rows a page has that is not the last; 0 if nobody says, or not in a number. */
  private long fullPage() {
    String asked =
        pagination.limit().isEmpty()
            ? null
            : first.request().url().queryParameter(pagination.limit());
    if (asked == null) return pagination.size();
    return WHOLE.matcher(asked).matches() ? Long.parseLong(asked) : 0;
  }
}
