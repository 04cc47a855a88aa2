package dev.specwright.runtime;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * The headers that a document describes for an answer. Each operation that has some has a subclass
 * of its own, made of what {@link ApiCall#execute} returns.
 */
public abstract class AnswerHeaders {
  private final Headers headers;

  /** Takes the headers of {@code response}. */
  protected AnswerHeaders(Response<?> response) {
    this.headers = response.headers();
  }

  /** Returns the value of a header, or null if the answer does not have it. */
  protected final @Nullable String text(String name) {
    return headers.get(name);
  }

  /**
   * Returns the value of a header that is a whole number, or null if the answer does not have it.
   *
   * @throws IllegalStateException if it is something else
   */
  protected final @Nullable Long number(String name) {
    return value(name, "a whole number", Long::valueOf);
  }

  /**
   * Returns the value of a header that is a number, or null if the answer does not have it.
   *
   * @throws IllegalStateException if it is something else
   */
  protected final @Nullable BigDecimal decimal(String name) {
    return value(name, "a number", BigDecimal::new);
  }

  /**
   * Returns the value of a header that is true or false, or null if the answer does not have it.
   *
   * @throws IllegalStateException if it is something else
   */
  protected final @Nullable Boolean flag(String name) {
    return value(name, "true or false", AnswerHeaders::flagOf);
  }

  /**
   * Returns the value of a header that is a UNIX time, or null if the answer does not have it.
   *
   * @throws IllegalStateException if it is something else
   */
  protected final @Nullable Instant seconds(String name) {
    return value(name, "a UNIX time", text -> Instant.ofEpochSecond(Long.parseLong(text)));
  }

  /**
   * Returns the value of a header that is a date with a time, or null if the answer does not have
   * it.
   *
   * @throws IllegalStateException if it is something else
   */
  protected final @Nullable OffsetDateTime time(String name) {
    return value(name, "a date with a time", OffsetDateTime::parse);
  }

  private <T> @Nullable T value(String name, String kind, Function<String, T> parser) {
    String text = headers.get(name);
    if (text == null) return null;
    try {
      return parser.apply(text.strip());
    } catch (IllegalArgumentException | DateTimeException e) {
      // Without the value, which nobody may be meant to see.
      throw new IllegalStateException(
          "Expected "
              + kind
              + " in the header "
              + name
              + " but found something else. Read it from response.headers().");
    }
  }

  private static Boolean flagOf(String text) {
    if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
    throw new IllegalArgumentException();
  }
}
