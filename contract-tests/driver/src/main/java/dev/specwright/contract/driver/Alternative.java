package dev.specwright.contract.driver;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * One of the ways in which a document lets a caller in: the credentials that go together.
 *
 * @param places where they go; none if the operation is open
 */
public record Alternative(List<CredentialPlace> places) {
  /** Whether one of the credentials goes to such a place. */
  public boolean uses(CredentialPlace.Place place) {
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
