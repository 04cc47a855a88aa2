package dev.specwright.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call is made with, as a document writes it.
 *
 * @param parameters values of path and query parameters by their names on the wire; an optional one
 *     that is not here is not sent
 * @param body the body, or null if there is none
 */
record Arguments(Map<String, Object> parameters, @Nullable Object body) {
  /** Returns the first example of each parameter that is required, and this body. */
  static Arguments required(DocumentOperation operation, @Nullable Object body) {
    return of(operation, body, false);
  }

  /** Returns the first example of each parameter, and this body. */
  static Arguments all(DocumentOperation operation, @Nullable Object body) {
    return of(operation, body, true);
  }

  /** Returns these with another value of one parameter. */
  Arguments with(String parameter, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(parameters);
    changed.put(parameter, value);
    return new Arguments(changed, body);
  }

  private static Arguments of(
      DocumentOperation operation, @Nullable Object body, boolean optional) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Node parameter : operation.parameters()) {
      Object example = example(parameter);
      // A name for JSON-P changes the form of the answer and says nothing else.
      boolean wanted = optional && !parameter.get("x-jsonp").isTrue();
      if (example != null && (wanted || parameter.get("required").isTrue())) {
        values.put(parameter.get("name").text(), example);
      }
    }
    return new Arguments(values, body);
  }

  private static @Nullable Object example(Node parameter) {
    if (!parameter.examples().isEmpty()) return parameter.examples().get(0);
    for (Node content : parameter.get("content").members().values()) {
      if (!content.examples().isEmpty()) return content.examples().get(0);
      return content.get("schema").get("example").value();
    }
    return parameter.get("schema").get("example").value();
  }
}
