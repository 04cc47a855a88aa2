package dev.specwright.generator;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells media types apart, whatever their parameters and their case. */
final class MediaTypes {
  static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Set<String> JAVA_SCRIPT =
      Set.of("application/javascript", "text/javascript");

  private MediaTypes() {}

  /** Whether values of this type are JSON, such as {@code application/problem+json}. */
  static boolean isJson(@Nullable String type) {
    String essence = essence(type);
    return essence.equals(JSON) || essence.endsWith("+json");
  }

  /** Whether values of this type are exactly what clients write as JSON. */
  static boolean isPlainJson(String type) {
    return essence(type).equals(JSON);
  }

  static boolean isForm(String type) {
    return essence(type).equals(FORM);
  }

  /** Whether Retrofit can send this type as parts. */
  static boolean isMultipartForm(String type) {
    return essence(type).equals("multipart/form-data");
  }

  static boolean isMultipart(String type) {
    return essence(type).startsWith("multipart/");
  }

  static boolean isJavaScript(String type) {
    return JAVA_SCRIPT.contains(essence(type));
  }

  /** Whether this is a range such as {@code image/*}. */
  static boolean isRange(String type) {
    return essence(type).contains("*");
  }

  /** Returns the first JSON of {@code content}, preferably a plain one; null if there is none. */
  static @Nullable MediaType json(Content content) {
    MediaType json = null;
    for (Map.Entry<String, MediaType> entry : content.entrySet()) {
      if (isPlainJson(entry.getKey())) return entry.getValue();
      if (json == null && isJson(entry.getKey())) json = entry.getValue();
    }
    return json;
  }

  /** The type without its parameters. */
  private static String essence(@Nullable String type) {
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
