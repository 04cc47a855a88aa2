package dev.specwright.contract.driver;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation of a document, with every {@code $ref} that leads to one of these parts followed.
 *
 * @param id the operationId
 * @param method in capitals
 * @param path the template, with a slash at its beginning
 * @param parameters those of the path and those of the operation
 * @param requests the bodies to choose from; none if it takes none
 * @param answers what it may answer, one for each status and media type
 * @param alternatives the ways in, at least one
 * @param envelope the member of a success that holds the value
 */
public record DocumentedOperation(
    String id,
    String method,
    String path,
    List<DocumentedParameter> parameters,
    List<Content> requests,
    List<Answer> answers,
    List<Alternative> alternatives,
    Optional<String> envelope) {

  /** Errors worth trying: one for each exception of the clients. */
  private static final List<Integer> ERRORS =
      List.of(400, 401, 403, 404, 409, 410, 422, 429, 500, 503);

  /** Returns the parameters that stand in {@code place}. */
  public Stream<DocumentedParameter> parameters(String place) {
    return parameters.stream().filter(parameter -> parameter.in().equals(place));
  }

  /** Returns the answers that give a value. */
  public Stream<Answer> successes() {
    return answers.stream().filter(Answer::isSuccess);
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
}
