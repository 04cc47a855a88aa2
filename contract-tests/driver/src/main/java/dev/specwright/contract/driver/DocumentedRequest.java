package dev.specwright.contract.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request that a document shows: a value for each parameter, credentials left out, and a body.
 *
 * @param operation what is called
 * @param parameters the values by place and name, such as {@code query limit}
 * @param content the kind of the body, if there is one
 * @param body the body, before it is written; null if there is none
 */
public record DocumentedRequest(
    DocumentedOperation operation,
    Map<String, Object> parameters,
    Optional<Content> content,
    Object body) {

  /**
   * Returns the request with the first example of each parameter and of the body. Where a parameter
   * wraps the answer in a JavaScript function, the function is left out.
   */
  public static DocumentedRequest of(DocumentedOperation operation) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (DocumentedParameter parameter : operation.parameters()) {
      if (parameter.credential().isPresent() || isOptionalFunction(parameter)) continue;
      if (parameter.examples().isEmpty()) {
        throw new IllegalStateException(
            "Expected an example of " + parameter.name() + " of " + operation.id() + ".");
      }
      parameters.put(key(parameter), parameter.examples().get(0));
    }
    Optional<Content> content = operation.requests().stream().findFirst();
    return new DocumentedRequest(
        operation, parameters, content, content.map(Content::example).orElse(null));
  }

  /** Returns this request for an answer of a kind: JSON-P needs the name of a function. */
  public DocumentedRequest forAnswer(Answer answer) {
    Map<String, Object> more = new LinkedHashMap<>(parameters);
    if (answer.content().filter(Content::isJsonp).isPresent()) {
      operation.parameters().stream()
          .filter(DocumentedRequest::isOptionalFunction)
          .forEach(each -> more.put(key(each), each.examples().get(0)));
    }
    return new DocumentedRequest(operation, more, content, body);
  }

  /** Returns this request with these parameters instead. */
  public DocumentedRequest withParameters(Map<String, Object> values) {
    return new DocumentedRequest(operation, values, content, body);
  }

  /** Returns this request with another body, of which {@code kind} describes the kind. */
  public DocumentedRequest withBody(Content kind, Object value) {
    return new DocumentedRequest(operation, parameters, Optional.of(kind), value);
  }

  /** Returns the key of a parameter in {@link #parameters}. */
  public static String key(DocumentedParameter parameter) {
    return parameter.in() + " " + parameter.name();
  }

  private static boolean isOptionalFunction(DocumentedParameter parameter) {
    return parameter.jsonp() && parameter.in().equals("query");
  }
}
