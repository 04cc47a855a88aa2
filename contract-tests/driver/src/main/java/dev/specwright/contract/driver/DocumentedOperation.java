package dev.specwright.contract.driver;

import dev.specwright.contract.driver.CredentialPlace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operation of a document.
 *
 * @param id the operationId
 * @param method in capitals
 * @param path the template, with a slash at its beginning
 * @param node the operation itself
 * @param parameters those of the path, and those of the operation, which replace them
 * @param requests the bodies to choose from; none if it takes none
 * @param answers what it may answer, one for each status and media type
 * @param alternatives the ways in, at least one
 */
public record DocumentedOperation(
    String id,
    String method,
    String path,
    Node node,
    List<DocumentedParameter> parameters,
    List<Content> requests,
    List<Answer> answers,
    List<Alternative> alternatives) {

  /** Errors worth trying: one for each exception of the clients. */
  private static final List<Integer> ERRORS =
      List.of(400, 401, 403, 404, 409, 410, 422, 429, 500, 503);

  static DocumentedOperation of(Node root, String path, Node item, String method) {
    Node node = item.at(method);
    Map<String, DocumentedParameter> parameters = new LinkedHashMap<>();
    for (Node holder : List.of(item, node)) {
      for (Node each : holder.at("parameters").items()) {
        DocumentedParameter parameter = new DocumentedParameter(each);
        parameters.put(parameter.key(), parameter);
      }
    }
    List<Content> requests = Content.of(node.at("requestBody"));
    return new DocumentedOperation(
        node.at("operationId").text(),
        method.toUpperCase(Locale.ROOT),
        path,
        node,
        List.copyOf(parameters.values()),
        requests,
        answers(node),
        Alternative.of(root, node, List.copyOf(parameters.values()), requests));
  }

  private static List<Answer> answers(Node operation) {
    List<Answer> answers = new ArrayList<>();
    operation
        .at("responses")
        .members()
        .forEach(
            (status, response) -> {
              List<Content> contents = Content.of(response);
              contents.forEach(each -> answers.add(new Answer(status, Optional.of(each))));
              if (contents.isEmpty()) answers.add(new Answer(status, Optional.empty()));
            });
    return List.copyOf(answers);
  }

  /** Returns the member of a success that holds the value, if there is one. */
  public Optional<String> envelope() {
    return Optional.of(node.at("x-envelope", "data")).filter(Node::exists).map(Node::text);
  }

  /** Returns the parameters that stand in {@code place}. */
  public Stream<DocumentedParameter> parameters(String place) {
    return parameters.stream().filter(parameter -> parameter.in().equals(place));
  }

  /**
   * Returns the ways in that clients go. Where a form may carry the credential they use no other;
   * who wants it elsewhere has to write the request by hand.
   */
  public List<Alternative> clientWays() {
    boolean hasForm = alternatives.stream().anyMatch(each -> each.uses(Place.FORM));
    return alternatives.stream().filter(each -> !hasForm || each.uses(Place.FORM)).toList();
  }

  /** Returns the answers that give a value. */
  public Stream<Answer> successes() {
    return answers.stream().filter(Answer::isSuccess);
  }

  /** Returns the answers of any media type with this status. */
  public List<Answer> answers(int status) {
    String key = statusKey(status);
    return answers.stream().filter(answer -> answer.status().equals(key)).toList();
  }

  /** Returns the documented answer that {@code status} belongs to, of any media type. */
  public String statusKey(int status) {
    List<String> keys = answers.stream().map(Answer::status).distinct().toList();
    String exact = Integer.toString(status);
    if (keys.contains(exact)) return exact;
    String range = exact.charAt(0) + "XX";
    return keys.contains(range) ? range : keys.contains("default") ? "default" : "undocumented";
  }

  /** Returns the statuses to try {@code answer} with: its own, or some that it stands for. */
  public List<Integer> statuses(Answer answer) {
    if (answer.status().matches("\\d{3}")) return List.of(Integer.valueOf(answer.status()));
    return ERRORS.stream().filter(status -> statusKey(status).equals(answer.status())).toList();
  }

  /** Whether a request with this method and encoded path may be a call of this operation. */
  public boolean matches(String requestMethod, String requestPath) {
    String form = ("\\Q" + path + "\\E").replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
    return method.equals(requestMethod) && Pattern.matches(form, requestPath);
  }
}
