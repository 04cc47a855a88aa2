package dev.specwright.probe;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, read as JSON whatever media type it claims to have.
 *
 * @param isValid whether it is JSON, and all of it was kept
 * @param value what it holds, or null
 */
record JsonBody(boolean isValid, @Nullable Object value) {
  private static final JsonBody INVALID = new JsonBody(false, null);

  static JsonBody of(Api api, Traffic traffic) {
    if (!traffic.complete()) return INVALID;
    try {
      Object value =
          api.setup().description().moshi().adapter(Object.class).fromJson(traffic.answer().utf8());
      return new JsonBody(true, value);
    } catch (IOException | RuntimeException e) {
      return INVALID;
    }
  }
}
