package dev.specwright.contract;

import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.Answer;
import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.DocumentedOperation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A call to make, and the example to answer it with.
 *
 * @param operation what to call
 * @param alternative the way in
 * @param answer the documented answer
 * @param status the status of the answer
 * @param name the name of the example; empty if it has none
 * @param example the example; null if there is no body
 */
record Exchange(
    DocumentedOperation operation,
    Alternative alternative,
    Answer answer,
    int status,
    String name,
    Object example) {

  /**
   * Returns all of an operation: every answer with each of its statuses and examples, each way in
   * that clients go.
   */
  static Stream<Exchange> of(DocumentedOperation operation) {
    return operation.clientWays().stream()
        .flatMap(way -> operation.answers().stream().flatMap(each -> of(operation, way, each)));
  }

  private static Stream<Exchange> of(
      DocumentedOperation operation, Alternative alternative, Answer answer) {
    Map<String, Object> examples = new LinkedHashMap<>();
    answer
        .content()
        .map(Content::examples)
        .ifPresentOrElse(examples::putAll, () -> examples.put("", null));
    List<Integer> statuses = operation.statuses(answer);
    // What stands for many statuses is tried with each of them once, not for each way in.
    boolean all = operation.clientWays().get(0).equals(alternative);
    return statuses.stream()
        .limit(all ? statuses.size() : 1)
        .flatMap(
            status ->
                examples.entrySet().stream()
                    .map(
                        each ->
                            new Exchange(
                                operation,
                                alternative,
                                answer,
                                status,
                                each.getKey(),
                                each.getValue())));
  }

  /** Whether the answer or the request is beyond Prism. */
  boolean isBeyondPrism() {
    return isBinary() || operation.requests().stream().anyMatch(Content::isMultipart);
  }

  /** Whether this is the first way in, and the first status that the answer stands for. */
  boolean isFirstTry() {
    return operation.clientWays().get(0).equals(alternative)
        && operation.statuses(answer).get(0) == status;
  }

  /** Whether the answer is bytes. */
  boolean isBinary() {
    return answer.content().filter(Content::isBinary).isPresent();
  }

  /** Whether the answer is JSON. */
  boolean isJson() {
    return answer.content().filter(Content::isJson).isPresent();
  }

  /** Returns what Prism has to be told to give this answer. */
  String preference() {
    return "code=" + status + (name.isEmpty() ? "" : ", example=" + name);
  }

  /** Whether the client has to ask for the media type. */
  boolean hasChoice() {
    return operation.answers().stream()
            .filter(each -> each.status().equals(answer.status()))
            .count()
        > 1;
  }

  @Override
  public String toString() {
    return "%s %d %s %s, %s"
        .formatted(operation.id(), status, answer.mediaType(), name, alternative);
  }
}
