package dev.specwright.contract.mutation;

import java.util.List;
import java.util.stream.Stream;

/** Changes of a document that break its clients. */
public final class DocumentMutations {
  private DocumentMutations() {}

  /** Returns all of them. */
  public static List<DocumentMutation> all() {
    return Stream.of(
            ParameterMutations.all(),
            FormMutations.all(),
            SecurityMutations.all(),
            AnswerMutations.all())
        .flatMap(List::stream)
        .toList();
  }
}
