package dev.specwright.runtime;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer carries the vendor's error: {@code x-error}.
 *
 * @param code JSON Pointer to the error's code, such as {@code /error/code}; empty if there is none
 * @param message JSON Pointer to the error's message; empty if there is none
 * @param statuses the HTTP status that a code stands for, for answers whose own status says nothing
 */
public record ErrorShape(String code, String message, Map<String, Integer> statuses) {
  /** Returns the error that a decoded answer holds, or null if it holds none. */
  @Nullable VendorError find(@Nullable Object answer) {
    String foundCode = text(at(code, answer));
    String foundMessage = text(at(message, answer));
    return foundCode == null && foundMessage == null
        ? null
        : new VendorError(foundCode, foundMessage);
  }

  /** Returns the error of the answer in front of {@code reader}, which does not move. */
  public @Nullable VendorError peek(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) return null;
    try (JsonReader ahead = reader.peekJson()) {
      ahead.beginObject();
      while (ahead.hasNext()) {
        String name = ahead.nextName();
        if (!name.equals(root(code)) && !name.equals(root(message))) {
          ahead.skipValue();
        } else {
          VendorError error = find(Map.of(name, orEmpty(StandardAdapters.ANY.fromJson(ahead))));
          // A code without its message: the message may stand further on
          if (error != null) return error.message() != null ? error : rest(error, ahead);
        }
      }
      return null;
    }
  }

  private VendorError rest(VendorError error, JsonReader ahead) throws IOException {
    while (ahead.hasNext()) {
      String name = ahead.nextName();
      Object value = StandardAdapters.ANY.fromJson(ahead);
      VendorError more = find(Map.of(name, orEmpty(value)));
      if (more != null && more.message() != null) {
        return new VendorError(error.code(), more.message());
      }
    }
    return error;
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
    return value == null || value instanceof Map || value instanceof Iterable
        ? null
        : value.toString();
  }
}
