package dev.specwright.prism;

/**
 * A place where a request or an answer contradicts the document.
 *
 * @param operation method and path as the document writes them, such as {@code GET /pets/{id}}; for
 *     a path that the document does not have, the path of the request without its query (a {@link
 *     PrismServer#proxy proxy} does not show that either, since it may hold a real credential)
 * @param location where, such as {@code request.query.language} or {@code response.body.name}
 * @param code the rule that is broken, such as {@code required} or {@code NO_PATH_MATCHED_ERROR},
 *     or an empty text where Prism names none
 * @param message what is wrong, in Prism's words, which name rules and fields but not their values
 */
public record Violation(String operation, String location, String code, String message) {
  /** Returns all of it as one line. */
  @Override
  public String toString() {
    return operation
        + ": "
        + (location.isEmpty() ? "" : location + ": ")
        + message
        + (code.isEmpty() ? "" : " (" + code + ")");
  }
}
