package dev.specwright.probe;

import java.util.Optional;

/**
 * A change of a document that its clients do not know of.
 *
 * @param name what changed
 * @param rule changes a document where it first can and says where, or finds nothing to change
 */
record DocumentMutation(String name, Rule rule) {
  /** Changes the content of a document. */
  interface Rule {
    Optional<String> apply(Document document);
  }

  @Override
  public String toString() {
    return name;
  }
}
