package dev.specwright.impact;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Compares the Java API of jars. */
final class JavaChanges {
  private JavaChanges() {}

  /** Returns what changed, the weightiest first. */
  static List<JavaChange> between(ApiClasses before, ApiClasses after) throws IOException {
    Calls callsBefore = new Calls(before);
    Calls callsAfter = new Calls(after);
    return Stream.of(
            OperationChanges.between(callsBefore, callsAfter),
            MemberChanges.between(before, after, callsBefore, callsAfter),
            NullChanges.between(before, after, callsAfter),
            ModuleChanges.between(before.jars(), after.jars()))
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(JavaChange::step).reversed().thenComparing(JavaChange::text))
        .toList();
  }
}
