package dev.specwright.prism;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with one answer: what a service does on a bad day, and a mock never
 * does by itself. Given to {@link PrismFront#next}.
 *
 * <pre>{@code
 * front.next(Fault.status(429).retryAfter(Duration.ofSeconds(2)), Fault.droppedConnection());
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class Fault {
  private static final String UNKNOWN = "unknown-to-the-document";

  private final String name;
  private final Duration delay;
  private final @Nullable String path;
  private final Answer answer;

  private Fault(String name, Duration delay, @Nullable String path, Answer answer) {
    this.name = name;
    this.delay = delay;
    this.path = path;
    this.answer = answer;
  }

  private Fault(String name, Answer answer) {
    this(name, Duration.ZERO, null, answer);
  }

  /**
   * Lets the answer wait.
   *
   * @throws IllegalArgumentException if {@code delay} is negative
   */
  public static Fault latency(Duration delay) {
    return new Fault("latency of " + delay, exchange -> exchange.answer(exchange.ask()))
        .after(delay);
  }

  /**
   * Answers with this status and no body. Prism does not get the request.
   *
   * @throws IllegalArgumentException if it is not from 200 to 599
   */
  public static Fault status(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "Expected a status from 200 to 599 but found " + status + ".");
    }
    return new Fault("status " + status, new Made(status, List.of(), ""));
  }

  /** Closes the connection without an answer. Prism does not get the request. */
  public static Fault droppedConnection() {
    return new Fault("dropped connection", FrontExchange::drop);
  }

  /** Closes the connection in the middle of the answer's body. */
  public static Fault cutOffBody() {
    return new Fault("cut off body", exchange -> exchange.breakOff(exchange.ask()));
  }

  /** Sends the first half of the answer's body as if it were all: JSON of it is malformed. */
  public static Fault malformedBody() {
    return new Fault(
        "malformed body",
        exchange -> {
          HttpMessage whole = exchange.ask();
          byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
          // Of an empty body nothing is left that could be malformed.
          byte[] body = half.length == 0 ? "{".getBytes(StandardCharsets.UTF_8) : half;
          exchange.answer(whole.withBody(body));
        });
  }

  /**
   * Puts a text that no document lists at one place of the answer's JSON: the value that a vendor
   * adds to an enumeration.
   *
   * @param pointer a JSON Pointer such as {@code /pets/0/status}
   * @throws IllegalArgumentException like {@link #json}
   */
  public static Fault unknownEnumValue(String pointer) {
    return json(pointer, JsonText.quoted(UNKNOWN));
  }

  /**
   * Adds a member {@code unknownToTheDocument} to an object of the answer's JSON: the field that a
   * vendor adds.
   *
   * @param pointer the object, such as {@code /pets/0}, or an empty text for the whole
   * @throws IllegalArgumentException like {@link #json}
   */
  public static Fault extraField(String pointer) {
    return json(pointer + "/unknownToTheDocument", JsonText.quoted(UNKNOWN));
  }

  /**
   * Puts a value at one place of the answer's JSON, in place of what is there or as a new member of
   * an object. An answer without that place is replaced by one with status 500 that says so.
   *
   * @param pointer a JSON Pointer such as {@code /pets/0/name}, or an empty text for the whole
   * @param value a JSON text, sent as it is
   * @throws IllegalArgumentException if {@code pointer} is neither empty nor begins with a slash
   */
  public static Fault json(String pointer, String value) {
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      throw new IllegalArgumentException(
          "Expected a JSON Pointer such as /pets/0/name but found \"" + pointer + "\".");
    }
    return new Fault(
        "JSON at \"" + pointer + "\"",
        exchange -> {
          HttpMessage whole = exchange.ask();
          String text = new String(whole.body(), StandardCharsets.UTF_8);
          String changed = JsonText.with(text, pointer, value);
          String missing = "The answer has no place \"" + pointer + "\" for a fault.";
          exchange.answer(
              changed == null
                  ? new Made(500, List.of("Content-Type: text/plain"), missing).message()
                  : whole.withBody(changed.getBytes(StandardCharsets.UTF_8)));
        });
  }

  /**
   * Returns this with the header {@code Retry-After} in seconds, rounded up.
   *
   * @throws IllegalStateException if this is no {@link #status}
   * @throws IllegalArgumentException if {@code pause} is negative
   */
  public Fault retryAfter(Duration pause) {
    checkNotNegative(pause);
    return header("Retry-After", String.valueOf(pause.plusNanos(999_999_999).toSeconds()));
  }

  /**
   * Returns this with one more header.
   *
   * @throws IllegalStateException if this is no {@link #status}
   * @throws IllegalArgumentException if name or value cannot stand in a header
   */
  public Fault header(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~\\w-]+") || value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "Expected a header of printable ASCII letters but found \"" + name + "\".");
    }
    return remade(made().with(name + ": " + value));
  }

  /**
   * Returns this with a body.
   *
   * @param type its media type, such as {@code text/html}
   * @throws IllegalStateException if this is no {@link #status}
   * @throws IllegalArgumentException if {@code type} cannot stand in a header
   */
  public Fault body(String type, String text) {
    Fault typed = header("Content-Type", type);
    return typed.remade(new Made(typed.made().status(), typed.made().headers(), text));
  }

  /**
   * Returns this, but after a pause.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Fault after(Duration pause) {
    checkNotNegative(pause);
    return new Fault(name, pause, path, answer);
  }

  /**
   * Returns this for the next request whose path, without query, ends with {@code path}; other
   * requests pass. So the token request of a client passes, and the call after it meets the fault.
   */
  public Fault on(String path) {
    return new Fault(name, delay, path, answer);
  }

  /** Returns what goes wrong, and where. */
  @Override
  public String toString() {
    return path == null ? name : name + " on " + path;
  }

  boolean meets(HttpMessage request) {
    return path == null || request.path().endsWith(path);
  }

  Duration delay() {
    return delay;
  }

  Answer answer() {
    return answer;
  }

  private Made made() {
    if (answer instanceof Made made) return made;
    throw new IllegalStateException(
        "Only Fault.status(...) has headers and a body of its own, but this is: " + name + ".");
  }

  private Fault remade(Made made) {
    return new Fault(name, delay, path, made);
  }

  private static void checkNotNegative(Duration pause) {
    if (pause.isNegative()) {
      throw new IllegalArgumentException("Expected no negative pause but found " + pause + ".");
    }
  }

  /** How a request is answered when this fault meets it. */
  interface Answer {
    void give(FrontExchange exchange) throws IOException;
  }

  /** An answer that does not come from Prism. */
  private record Made(int status, List<String> headers, String body) implements Answer {
    @Override
    public void give(FrontExchange exchange) throws IOException {
      exchange.answer(message());
    }

    HttpMessage message() {
      boolean hasBody = status != 204 && status != 304;
      byte[] bytes = hasBody ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
      return new HttpMessage("HTTP/1.1 " + status + " Fault", headers, bytes, hasBody, true);
    }

    Made with(String header) {
      List<String> more = new ArrayList<>(headers);
      more.add(header);
      return new Made(status, List.copyOf(more), body);
    }
  }
}
