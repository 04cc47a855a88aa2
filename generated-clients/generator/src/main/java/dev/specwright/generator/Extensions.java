package dev.specwright.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code x-} extensions that this generator reads; specs/README.md explains them. */
final class Extensions {
  static final String BOOLEAN = "x-boolean";
  static final String CREDENTIAL = "x-credential";
  static final String DATE_FORMAT = "x-date-format";
  static final String ENUM_NAMES = "x-enum-varnames";
  static final String ENVELOPE = "x-envelope";
  static final String ERROR = "x-error";
  static final String IDEMPOTENT = "x-idempotent";
  static final String JAVA_NAME = "x-java-name";
  static final String JSONP = "x-jsonp";
  static final String JSON_TEXT = "x-json-text";
  static final String LENIENT = "x-lenient";
  static final String PAGINATION = "x-pagination";
  static final String SECTION = "x-section";
  static final String SENSITIVE = "x-sensitive";
  static final String WEBHOOKS = "x-webhooks";

  private Extensions() {}

  static boolean isTrue(@Nullable Map<String, Object> extensions, String name) {
    return extensions != null && Boolean.TRUE.equals(extensions.get(name));
  }

  static boolean isTrue(Schema<?> schema, String name) {
    return isTrue(schema.getExtensions(), name);
  }

  static @Nullable String text(Schema<?> schema, String name) {
    return text(schema.getExtensions(), name);
  }

  static @Nullable String text(@Nullable Map<String, Object> extensions, String name) {
    Object value = extensions == null ? null : extensions.get(name);
    return value == null ? null : value.toString();
  }

  /** Returns the elements of an extension that is a list; empty if it is not there. */
  static List<?> list(@Nullable Map<String, Object> extensions, String name) {
    return extensions != null && extensions.get(name) instanceof List<?> list ? list : List.of();
  }

  /** Returns the members of an extension that is an object; empty if it is not there. */
  static Map<?, ?> map(@Nullable Map<String, Object> extensions, String name) {
    return extensions != null && extensions.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }
}
