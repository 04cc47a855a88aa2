package dev.specwright.contract.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that a document shows: a value for each parameter, credentials left out, and a body.
 *
 * @param operation what is called
 * @param parameters the values by {@link DocumentedParameter#key}
 * @param content the kind of the body, if there is one
 * @param body the body, before it is written; null if there is none
 */
public record DocumentedRequest(
    DocumentedOperation operation,
    Map<String, @Nullable Object> parameters,
    Optional<Content> content,
    @Nullable Object body) {

  /**
   * Returns the request with the first example of each parameter and of the body. Where a parameter
   * wraps the answer in a JavaScript function, the function is left out.
   */
  public static DocumentedRequest of(DocumentedOperation operation) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    for (DocumentedParameter parameter : operation.parameters()) {
      if (parameter.credential().isPresent() || isOptionalFunction(parameter)) continue;
      parameters.put(parameter.key(), parameter.example());
    }
    Optional<Content> content = operation.requests().stream().findFirst();
    return new DocumentedRequest(
        operation, parameters, content, content.map(Content::example).orElse(null));
  }

  /** Returns this request without what may be left out of its parameters. */
  public DocumentedRequest required() {
    Map<String, @Nullable Object> required = new LinkedHashMap<>(parameters);
    operation.parameters().stream()
        .filter(each -> !each.isRequired())
        .forEach(each -> required.remove(each.key()));
    return withParameters(required);
  }

  /** Returns this request for an answer of a kind: JSON-P needs the name of a function. */
  public DocumentedRequest forAnswer(Answer answer) {
    if (answer.content().filter(Content::isJsonp).isEmpty()) return this;
    Map<String, @Nullable Object> more = new LinkedHashMap<>(parameters);
    operation.parameters().stream()
        .filter(DocumentedRequest::isOptionalFunction)
        .forEach(each -> more.put(each.key(), each.example()));
    return withParameters(more);
  }

  /** Returns a request of another operation with the same parameters and body. */
  public DocumentedRequest withOperation(DocumentedOperation other) {
    return new DocumentedRequest(other, parameters, content, body);
  }

  /** Returns this request with these parameters instead. */
  public DocumentedRequest withParameters(Map<String, @Nullable Object> values) {
    return new DocumentedRequest(operation, values, content, body);
  }

  /** Returns this request with another body, of which {@code kind} describes the kind. */
  public DocumentedRequest withBody(Content kind, @Nullable Object value) {
    return new DocumentedRequest(operation, parameters, Optional.of(kind), value);
  }

  private static boolean isOptionalFunction(DocumentedParameter parameter) {
    return parameter.isJsonp() && parameter.in().equals("query");
  }
}
