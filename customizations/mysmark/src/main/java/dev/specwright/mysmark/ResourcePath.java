package dev.specwright.mysmark;

import org.jspecify.annotations.Nullable;

/**
 * What a path template consists of: {@code api/{owner}/COLLECTION/{id}/KEYWORD}, of which the later
 * parts may be missing. Section 3.2 Structure.
 *
 * @param collection the collection, or null if the path ends before it
 * @param isResource whether one resource of the collection is meant
 * @param keyword the keyword, or null if there is none
 */
record ResourcePath(@Nullable String collection, boolean isResource, @Nullable String keyword) {
  static ResourcePath of(String template) {
    String[] parts = template.split("/", -1);
    return new ResourcePath(
        parts.length > 2 ? parts[2] : null,
        parts.length > 3 && parts[3].startsWith("{"),
        parts.length > 4 ? parts[4] : null);
  }
}
