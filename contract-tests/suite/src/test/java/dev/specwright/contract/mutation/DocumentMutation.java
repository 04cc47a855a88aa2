package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import java.util.Optional;

/**
 * A change of a document that its clients do not know of.
 *
 * @param name what changed
 * @param rule changes a document where it first can, and says where
 */
public record DocumentMutation(String name, Rule rule) {
  /** Changes the content of a document. */
  interface Rule {
    Optional<Place> apply(Document document);
  }

  /**
   * Where a document was changed.
   *
   * @param operation the operationId of an operation that is not what it was
   * @param text more about it, in words
   */
  public record Place(String operation, String text) {
    static Optional<Place> of(DocumentedOperation operation, String text) {
      return Optional.of(new Place(operation.id(), operation.id() + ": " + text));
    }

    static Optional<Place> of(DocumentedOperation operation) {
      return Optional.of(new Place(operation.id(), operation.id()));
    }
  }

  /** Changes a document, or returns nothing where it has no place for the change. */
  public Optional<Place> apply(Document document) {
    return rule.apply(document);
  }

  @Override
  public String toString() {
    return name;
  }
}
