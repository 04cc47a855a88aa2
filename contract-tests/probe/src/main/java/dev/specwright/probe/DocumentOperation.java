package dev.specwright.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An operation of a document.
 *
 * @param id the operationId
 * @param method the HTTP method, in capitals
 * @param path the path template
 * @param node the operation itself
 * @param parameters those of the path and its own
 */
record DocumentOperation(String id, String method, String path, Node node, List<Node> parameters) {
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

  /**
   * What an operation takes or answers in one media type.
   *
   * @param mediaType such as {@code application/json}
   * @param node the media type object
   */
  record Content(String mediaType, Node node) {
    Node schema() {
      return node.get("schema");
    }

    /** Whether this is JSON by its media type. */
    boolean isJson() {
      return mediaType.endsWith("/json") || mediaType.endsWith("+json");
    }

    /** Whether these are bytes, which no tool between client and service may touch. */
    boolean isBinary() {
      return schema().get("format").text().equals("binary");
    }
  }

  static DocumentOperation of(String path, String method, Node item, Node node) {
    List<Node> parameters = new ArrayList<>(item.get("parameters").items());
    parameters.addAll(node.get("parameters").items());
    return new DocumentOperation(
        node.get("operationId").text(),
        method.toUpperCase(Locale.ROOT),
        path,
        node,
        List.copyOf(parameters));
  }

  /** Returns the request's body in the first media type of the document, if it has a body. */
  Optional<Content> body() {
    return contents(node.get("requestBody")).stream().findFirst();
  }

  /** Whether the request is a form of one of the two kinds. */
  boolean hasForm() {
    return body()
        .filter(
            body ->
                body.mediaType().equals("application/x-www-form-urlencoded")
                    || body.mediaType().equals("multipart/form-data"))
        .isPresent();
  }

  /** Returns the answer with this status, else the one for its class, else the default. */
  Optional<Node> answer(int status) {
    Map<String, Node> answers = node.get("responses").members();
    return Optional.ofNullable(answers.get(String.valueOf(status)))
        .or(() -> Optional.ofNullable(answers.get(status / 100 + "XX")))
        .or(() -> Optional.ofNullable(answers.get("default")));
  }

  /** Returns the media types of an answer. */
  static List<Content> contents(Node bodyOrAnswer) {
    return bodyOrAnswer.get("content").members().entrySet().stream()
        .map(entry -> new Content(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Whether a request's path, without a query, is one of this operation. */
  boolean matches(String requestMethod, String requestPath) {
    if (!method.equals(requestMethod)) return false;
    StringBuilder regex = new StringBuilder();
    int end = 0;
    var places = PLACE.matcher(path);
    while (places.find()) {
      regex.append(Pattern.quote(path.substring(end, places.start()))).append("[^/]+");
      end = places.end();
    }
    regex.append(Pattern.quote(path.substring(end)));
    return requestPath.matches(regex.toString());
  }

  /** Returns how much of the path is fixed: the operation with more is meant where two match. */
  int fixedLength() {
    return PLACE.matcher(path).replaceAll("").length();
  }
}
