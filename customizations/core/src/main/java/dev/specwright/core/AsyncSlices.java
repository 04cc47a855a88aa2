package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes from page to page without a thread that waits. */
final class AsyncSlices<T> {
  private final PageSource<?, T> source;
  private final Predicate<Slice<T>> goesOn;
  private final ListCourse<T> course;
  private volatile @Nullable CompletableFuture<?> call;

  /**
   * @param goesOn takes a page, and says whether to request the next
   */
  AsyncSlices(PageSource<?, T> source, Predicate<Slice<T>> goesOn) {
    this.source = source;
    this.goesOn = goesOn;
    course = new ListCourse<>(source.start());
  }

  /** Returns the last page that was taken. */
  CompletableFuture<Slice<T>> start() {
    Result result = new Result();
    step(source, null, result);
    return result;
  }

  /** Returns nothing, at the end. */
  CompletableFuture<@Nullable Void> startAll() {
    CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    Result last = new Result();
    var unusedEnd =
        end.whenComplete(
            (nothing, failure) -> {
              if (end.isCancelled()) last.cancel(true);
            });
    var unused =
        last.whenComplete(
            (slice, failure) -> {
              if (failure == null) end.complete(null);
              else end.completeExceptionally(failure);
            });
    step(source, null, last);
    return end;
  }

  private <A> void step(
      PageSource<A, T> pages, @Nullable String position, CompletableFuture<Slice<T>> result) {
    ApiCall<A> made;
    try {
      made = pages.call(position);
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
      return;
    }
    CompletableFuture<A> answer = made.fetchAsync();
    call = answer;
    var unused =
        answer.whenComplete(
            (value, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
                return;
              }
              try {
                Slice<T> slice = pages.slice(made, position, value, course);
                String next = goesOn.test(slice) ? course.after(slice) : null;
                if (next == null || result.isDone()) result.complete(slice);
                else step(pages, next, result);
              } catch (Throwable e) { // Also an action's: the future would never end.
                result.completeExceptionally(e);
              }
            });
    // Cancelled while this call was being made.
    if (result.isCancelled()) answer.cancel(true);
  }

  private final class Result extends CompletableFuture<Slice<T>> {
    @Override
    public boolean cancel(boolean mayInterrupt) {
      boolean cancelled = super.cancel(mayInterrupt);
      CompletableFuture<?> now = call;
      if (cancelled && now != null) now.cancel(true);
      return cancelled;
    }
  }
}
