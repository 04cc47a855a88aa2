package dev.specwright.contract;

import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.Answer;
import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One of the ways in which a document says that a call may go.
 *
 * @param operation the operationId
 * @param status a status, a range, or {@code default}
 * @param request the media type of the request's body, or {@code -}
 * @param answer the media type of the answer's body, or {@code -}
 * @param alternative the credentials
 */
record Cell(String operation, String status, String request, String answer, String alternative) {
  /** Returns all cells of a document. */
  static Set<Cell> of(Document document) {
    Set<Cell> cells = new LinkedHashSet<>();
    for (DocumentedOperation operation : document.operations()) {
      for (Answer answer : operation.answers()) {
        for (String request : requests(operation)) {
          for (Alternative alternative : operation.alternatives()) {
            cells.add(
                new Cell(
                    operation.id(),
                    answer.status(),
                    request,
                    answer.mediaType(),
                    alternative.toString()));
          }
        }
      }
    }
    return cells;
  }

  private static List<String> requests(DocumentedOperation operation) {
    return operation.requests().isEmpty()
        ? List.of(Answer.NO_BODY)
        : operation.requests().stream().map(Content::mediaType).toList();
  }

  /** Whether clients go this way in. */
  boolean isOfClients(Document document) {
    return document.operation(operation).clientWays().stream()
        .anyMatch(each -> each.toString().equals(alternative));
  }

  /** Whether Prism cannot see or send what this cell is about. */
  boolean isBeyondPrism(Document document) {
    DocumentedOperation called = document.operation(operation);
    return called.requests().stream()
            .anyMatch(each -> each.mediaType().equals(request) && each.isMultipart())
        || called.answers().stream()
            .filter(each -> each.status().equals(status) && each.mediaType().equals(answer))
            .anyMatch(each -> each.content().filter(Content::isBinary).isPresent());
  }

  @Override
  public String toString() {
    return operation + " " + status + ", " + request + " -> " + answer + ", " + alternative;
  }
}
