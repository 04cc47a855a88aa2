package dev.specwright.contract.driver;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body that a document describes.
 *
 * @param mediaType without parameters
 * @param node the media type object
 */
public record Content(String mediaType, Node node) {
  /** Returns what {@code holder}, a body, an answer or a parameter, may hold. */
  static List<Content> of(Node holder) {
    return holder.at("content").members().entrySet().stream()
        .map(each -> new Content(each.getKey(), each.getValue()))
        .toList();
  }

  /** Returns the schema. */
  public Node schema() {
    return node.at("schema");
  }

  /** Returns the examples by name; the name is empty where the document has only one without. */
  public Map<String, @Nullable Object> examples() {
    return node.examples();
  }

  /** Returns the first example. */
  public @Nullable Object example() {
    Map<String, @Nullable Object> examples = examples();
    if (!examples.isEmpty()) return examples.values().iterator().next();
    throw new IllegalStateException("Expected an example of " + mediaType + " but found none.");
  }

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
    return schema().at("format").is("binary");
  }

  /** Whether it is the fields of a form, as a query is written. */
  public boolean isForm() {
    return mediaType.equals("application/x-www-form-urlencoded");
  }

  /** Whether it has parts, whose content Prism does not look at. */
  public boolean isMultipart() {
    return mediaType.startsWith("multipart/");
  }
}
