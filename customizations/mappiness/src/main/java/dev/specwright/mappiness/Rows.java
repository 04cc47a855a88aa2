package dev.specwright.mappiness;

import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.MalformedAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Responses, read one by one while they arrive, the most recent first. The memory needed does not
 * grow with their number. The connection is given back after the last one, and by {@link #close}.
 *
 * <p>{@link #hasNext} and {@link #next} throw, when there is no next one because the connection
 * broke or the answer is not what the document describes, what a call throws then: an {@link
 * ApiException}. Of a body that you have read yourself, it is an {@link UncheckedIOException}, in
 * the latter case with {@link MalformedAnswerException} as the cause. The rows before were good.
 */
public abstract sealed class Rows implements Iterator<ResponseRow>, AutoCloseable
    permits CsvRows, JsonRows {
  /** For bodies that belong to no call. */
  static final Function<IOException, RuntimeException> UNCHECKED =
      e -> new UncheckedIOException(e.getMessage(), e);

  private final ResponseBody body;
  private final Function<IOException, ? extends RuntimeException> failure;
  private @Nullable ResponseRow next;
  private boolean ended;

  /**
   * @param failure makes the exception for what went wrong
   */
  Rows(ResponseBody body, Function<IOException, ? extends RuntimeException> failure) {
    this.body = body;
    this.failure = failure;
  }

  /** Returns the next row, or null behind the last one. */
  abstract @Nullable ResponseRow read() throws IOException;

  /** Ends the reading and returns the exception for why. */
  final RuntimeException failed(IOException e) {
    close();
    return failure.apply(e);
  }

  @Override
  public final boolean hasNext() {
    if (next == null && !ended) {
      try {
        next = read();
      } catch (IOException e) {
        throw failed(e);
      }
      if (next == null) close();
    }
    return next != null;
  }

  @Override
  public final ResponseRow next() {
    if (!hasNext() || next == null) throw new NoSuchElementException();
    ResponseRow row = next;
    next = null;
    return row;
  }

  /** Returns the rows that are left, as a stream that is to be closed. */
  public final Stream<ResponseRow> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
        .onClose(this::close);
  }

  /** Ends the reading; there is no next row then. */
  @Override
  public final void close() {
    ended = true;
    body.close();
  }
}
