package dev.specwright.runtime;

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
    String value = headers.get(name);
    if (value == null) return null;
    try {
      return Long.valueOf(value.strip());
    } catch (NumberFormatException e) {
      // Without the value, which nobody may be meant to see.
      throw new IllegalStateException(
          "Expected a whole number in the header "
              + name
              + " but found something else. Read it from response.headers().");
    }
  }
}
