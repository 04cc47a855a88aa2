package dev.specwright.generator;

/** Something in a document that has no form in the generated code. */
final class UnsupportedDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says where in the document, what was found there, and what to do instead. */
  UnsupportedDocumentException(String place, String found, String remedy) {
    super(place + ": " + found + " " + remedy);
  }
}
