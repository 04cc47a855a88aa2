package dev.specwright.probe;

/**
 * Something that service and document see differently.
 *
 * @param operation the operationId
 * @param kind what it is about
 * @param text in words, without anything secret
 */
record Difference(String operation, Kind kind, String text) implements Comparable<Difference> {
  /** What a difference is about. */
  enum Kind {
    /** The client sent what the document does not allow. */
    REQUEST,
    /** The answer is not what the document says. */
    ANSWER,
    /** The document has no answer with this status. */
    STATUS,
    /** The answer has a field that the document does not name. */
    FIELD,
    /** A text is none of those that the document lists. */
    VALUE,
    /** The client made nothing of the answer. */
    CLIENT
  }

  @Override
  public int compareTo(Difference other) {
    int byOperation = operation.compareTo(other.operation);
    if (byOperation != 0) return byOperation;
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : text.compareTo(other.text);
  }
}
