package dev.specwright.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * One call of an API, not yet made. {@link #fetch} is the way most callers want; {@link #execute}
 * and {@link #enqueue} are Retrofit's own, for the raw status, headers and error body.
 *
 * <p>A call is made once; {@link #clone} gives a fresh one. The methods that take an option return
 * a new call and leave this one alone:
 *
 * <pre>{@code
 * Project project = projects.getProject(99999L).timeout(Duration.ofSeconds(5)).fetch();
 * }</pre>
 */
public interface ApiCall<T extends @Nullable Object> extends Call<T> {
  /**
   * Makes the call, waits, and returns the decoded value; null only where the document allows an
   * answer without one.
   *
   * @throws ApiException if no usable answer came: see its subclasses
   */
  T fetch();

  /**
   * Makes the call without waiting. The future ends with the value or with the {@link ApiException}
   * that {@link #fetch} would throw; cancelling it cancels the call.
   */
  CompletableFuture<T> fetchAsync();

  /**
   * Returns the exception for what went wrong with this call outside of {@link #fetch}, such as
   * while its answer was read as a stream: the one that {@code fetch} would have thrown for {@code
   * cause}.
   */
  ApiException exception(Exception cause);

  /** The operation of the document that this call makes. */
  Operation operation();

  /** Returns this call with a limit on the whole of it: redirects, retries and reading included. */
  ApiCall<T> timeout(Duration limit);

  /** Returns this call with a header, in place of one of the same name. It is sent as it is. */
  ApiCall<T> header(String name, String value);

  /**
   * Returns this call with a query parameter, in place of those of the same name. It is sent as it
   * is; of what the document asks for only the position and size of a page are checked.
   */
  ApiCall<T> query(String name, String value);

  /** Returns this call with a value for interceptors, found there as {@code request.tag(type)}. */
  <S> ApiCall<T> tag(Class<S> type, S value);

  @Override
  ApiCall<T> clone();
}
