package dev.specwright.prism;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the answers of the document a mock shall give to one request: the value of the request
 * header {@code Prefer}.
 *
 * <pre>{@code
 * request.header(Prefer.HEADER, Prefer.status(404).example("gone").toString())
 * // Prefer: code=404, example=gone
 * }</pre>
 *
 * <p>Prism looks at it after it has checked the request: whatever is preferred, a request that
 * contradicts the document gets the answer for that. A proxy ignores it. Where a client cannot set
 * headers, {@link PrismFront#prefer} does it.
 *
 * <p>Instances are immutable.
 */
public final class Prefer {
  /** The name of the request header. */
  public static final String HEADER = "Prefer";

  private final @Nullable Integer status;
  private final @Nullable String example;
  private final @Nullable Long seed;
  private final boolean dynamic;

  private Prefer(
      @Nullable Integer status, @Nullable String example, @Nullable Long seed, boolean dynamic) {
    this.status = status;
    this.example = example;
    this.seed = seed;
    this.dynamic = dynamic;
  }

  /**
   * Asks for the answer with this status, which the document has to have for the operation;
   * otherwise Prism answers 404.
   *
   * @throws IllegalArgumentException if it is not from 100 to 599
   */
  public static Prefer status(int status) {
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException(
          "Expected a status from 100 to 599 but found " + status + ".");
    }
    return new Prefer(status, null, null, false);
  }

  /**
   * Asks for an example by its name, the one that it has in the answer of the document.
   *
   * @throws IllegalArgumentException if the name is blank, or has a quote or a control character,
   *     which the header cannot hold
   */
  public static Prefer named(String example) {
    return new Prefer(null, checked(example), null, false);
  }

  /** Asks for made up values that fit the schema, other ones each time, instead of an example. */
  public static Prefer dynamic() {
    return new Prefer(null, null, null, true);
  }

  /** Asks for made up values that fit the schema, the same ones each time for the same seed. */
  public static Prefer seed(long seed) {
    return new Prefer(null, null, seed, true);
  }

  /**
   * Returns this with the example of this name.
   *
   * @throws IllegalArgumentException like {@link #named}
   */
  public Prefer example(String name) {
    return new Prefer(status, checked(name), seed, dynamic);
  }

  /** Returns the value of the header, such as {@code code=404, example=gone}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (status != null) parts.add("code=" + status);
    if (example != null) parts.add("example=" + quoted(example));
    if (dynamic) parts.add("dynamic=true");
    if (seed != null) parts.add("seed=" + seed);
    return String.join(", ", parts);
  }

  private static String checked(String example) {
    if (example.isBlank() || example.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"')) {
      throw new IllegalArgumentException(
          "Expected the name of an example, of printable ASCII letters without quotes, but found \""
              + example
              + "\". Rename the example in the document.");
    }
    return example;
  }

  /** Commas and semicolons end a preference unless they are in quotes. */
  private static String quoted(String text) {
    return text.matches("[\\w.-]+") ? text : '"' + text + '"';
  }
}
