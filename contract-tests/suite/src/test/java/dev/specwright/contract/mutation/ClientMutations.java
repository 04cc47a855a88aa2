package dev.specwright.contract.mutation;

import java.util.List;
import java.util.stream.Stream;

/** Faults that a client could have. */
public final class ClientMutations {
  private ClientMutations() {}

  /** Returns all of them. */
  public static List<ClientMutation> all() {
    return Stream.of(FormFaults.all(), UrlFaults.all(), CredentialFaults.all(), AnswerFaults.all())
        .flatMap(List::stream)
        .toList();
  }
}
