package dev.specwright.contract.driver;

import static java.util.stream.Collectors.joining;

import dev.specwright.contract.driver.CredentialPlace.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the ways in which a document lets a caller in: the credentials that go together.
 *
 * @param places where they go; none if the operation is open
 */
public record Alternative(List<CredentialPlace> places) {
  /**
   * Returns the ways into an operation. The places marked {@code x-credential} are what an empty
   * requirement stands for: OpenAPI cannot say "in the form" or "in the path", so the document
   * lists them as "or nothing".
   */
  static List<Alternative> of(
      Node root, Node operation, List<DocumentedParameter> parameters, List<Content> requests) {
    List<CredentialPlace> own = new ArrayList<>();
    for (DocumentedParameter each : parameters) {
      each.credential()
          .ifPresent(name -> own.add(new CredentialPlace(name, Place.PATH, each.name())));
    }
    for (Content each : requests) {
      each.schema()
          .at("properties")
          .members()
          .forEach(
              (name, property) -> {
                Node credential = property.at("x-credential");
                if (credential.exists()) {
                  own.add(new CredentialPlace(credential.text(), Place.FORM, name));
                }
              });
    }
    Node security =
        operation.at("security").exists() ? operation.at("security") : root.at("security");
    if (security.items().isEmpty()) return List.of(new Alternative(List.copyOf(own)));
    return security.items().stream()
        .map(Node::members)
        .map(
            schemes ->
                schemes.isEmpty()
                    ? List.copyOf(own)
                    : schemes.keySet().stream()
                        .map(name -> CredentialPlace.of(root, name))
                        .toList())
        .map(Alternative::new)
        .toList();
  }

  /** Whether one of the credentials goes to such a place. */
  public boolean uses(Place place) {
    return places.stream().anyMatch(each -> each.place() == place);
  }

  /** Returns the places, or {@code none}. */
  @Override
  public String toString() {
    return places.isEmpty()
        ? "none"
        : places.stream().map(CredentialPlace::toString).sorted().collect(joining(" + "));
  }
}
