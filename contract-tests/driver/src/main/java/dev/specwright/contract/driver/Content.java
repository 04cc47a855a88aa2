package dev.specwright.contract.driver;

import java.util.Map;

/**
 * A body that a document describes.
 *
 * @param mediaType without parameters
 * @param schema the schema; {@code $ref}s inside are not followed
 * @param examples the examples by name; the name is empty where the document has only one without
 */
public record Content(String mediaType, Map<String, Object> schema, Map<String, Object> examples) {
  /** Whether it is JSON. */
  public boolean isJson() {
    return mediaType.equals("application/json") || mediaType.endsWith("+json");
  }

  /** Whether it is JSON inside a call of a JavaScript function. */
  public boolean isJsonp() {
    return mediaType.equals("application/javascript");
  }

  /** Whether it is bytes, of which Prism can only send and see text. */
  public boolean isBinary() {
    return "binary".equals(schema.get("format"));
  }

  /** Whether it has parts, whose content Prism does not look at. */
  public boolean isMultipart() {
    return mediaType.startsWith("multipart/");
  }

  /** Returns the first example. */
  public Object example() {
    return examples.values().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No example of " + mediaType));
  }
}
