package dev.specwright.runtime;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer carries the vendor's error: {@code x-error}. What PHP calls empty is none: null,
 * {@code false}, {@code 0}, {@code "0"}, and a text, list or object without anything in it.
 *
 * @param code JSON Pointer to the error's code, such as {@code /error/code}; empty if there is none
 * @param message JSON Pointer to the error's message; empty if there is none
 * @param statuses the HTTP status that a code stands for, for answers whose own status says nothing
 */
public record ErrorShape(String code, String message, Map<String, Integer> statuses) {
  /** Returns the error that a decoded answer holds, or null if it holds none. */
  @Nullable VendorError find(@Nullable Object answer) {
    Object foundCode = at(code, answer);
    String foundMessage = text(at(message, answer));
    String said = text(foundCode);
    if (said == null && foundMessage == null) return null;
    // Next to a message also a zero is a code.
    boolean zero = said == null && isZero(foundCode);
    return new VendorError(zero ? "0" : said, foundMessage);
  }

  /** Returns the error of the answer in {@code source}, which is used up, or null. */
  public @Nullable VendorError read(BufferedSource source) throws IOException {
    AnswerConverter.skipByteOrderMark(source);
    return peek(JsonByteReader.of(source));
  }

  /** Returns the error of the answer in front of {@code reader}, which does not move. */
  @Nullable VendorError peek(JsonByteReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) return null;
    return reader.peek(
        ahead -> {
          ahead.beginObject();
          return findInRest(ahead);
        });
  }

  /**
   * Returns the error in the members of an object that are still to be read. The code may stand in
   * one member and the message in another, in either order.
   */
  @Nullable VendorError findInRest(JsonByteReader members) throws IOException {
    VendorError error = null;
    String name;
    while (!isComplete(error) && (name = members.nextName()) != null) {
      if (isPart(name)) {
        error = merged(error, find(name, members));
      } else {
        members.skipValue();
      }
    }
    return error;
  }

  /** Returns the error, or the part of it, in the member {@code name}, which is read. */
  @Nullable VendorError find(String name, JsonByteReader member) throws IOException {
    if (member.nextNull()) return null;
    Object value = StandardAdapters.ANY.read(member);
    VendorError error = find(Map.of(name, orEmpty(value)));
    // An error in a form that the document does not describe is an error all the same.
    return error != null || !saysSomething(value)
        ? error
        : new VendorError(null, value instanceof String text ? text : null);
  }

  /** Whether the error, or a part of it, is in the member {@code name} of an answer. */
  boolean isPart(String name) {
    return name.equals(root(code)) || name.equals(root(message));
  }

  /** The members of an answer that {@link #isPart} is true for. */
  Set<String> parts() {
    Set<String> parts = new HashSet<>();
    parts.add(root(code));
    parts.add(root(message));
    parts.remove("");
    return parts;
  }

  private boolean isComplete(@Nullable VendorError error) {
    return error != null
        && (error.code() != null || code.isEmpty())
        && (error.message() != null || message.isEmpty());
  }

  static @Nullable VendorError merged(@Nullable VendorError error, @Nullable VendorError more) {
    if (error == null || more == null) return error == null ? more : error;
    return new VendorError(
        error.code() != null ? error.code() : more.code(),
        error.message() != null ? error.message() : more.message());
  }

  private static boolean saysSomething(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.values().stream().anyMatch(ErrorShape::saysSomething);
    }
    if (value instanceof Collection<?> list) return !list.isEmpty();
    return value != null && !value.equals(false) && !value.equals("") && !isZero(value);
  }

  private static boolean isZero(@Nullable Object value) {
    if (value instanceof BigDecimal number) return number.signum() == 0;
    return value instanceof Number number ? number.longValue() == 0 : "0".equals(value);
  }

  private static Object orEmpty(@Nullable Object value) {
    return value == null ? Map.of() : value;
  }

  private static String root(String pointer) {
    int end = pointer.indexOf('/', 1);
    return end < 0 ? pointer.substring(Math.min(1, pointer.length())) : pointer.substring(1, end);
  }

  private static @Nullable Object at(String pointer, @Nullable Object value) {
    if (pointer.isEmpty()) return null;
    Object found = value;
    for (String name : pointer.substring(1).split("/", -1)) {
      found = found instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return found;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof Map || value instanceof Collection || !saysSomething(value)
        ? null
        : String.valueOf(value);
  }
}
