package dev.specwright.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate of the specs module says of a document and its last release. Public, since Moshi
 * reads public records only.
 *
 * @param released the version of the last release
 * @param working the version of the document
 * @param impact the part of the version that has to rise
 * @param needed the lowest version that fits
 * @param problem what is wrong with the version, or null
 * @param changes what changed on the wire, once for each reader that sees it
 * @param texts where only texts, examples or the order of things changed
 */
public record Verdict(
    String released,
    String working,
    String impact,
    String needed,
    @Nullable String problem,
    List<Change> changes,
    List<Text> texts) {

  Step step() {
    return Step.of(impact);
  }

  /**
   * A change on the wire.
   *
   * @param side the document that the place is in, {@code released} or {@code working}
   * @param operations the operations that it belongs to, by operationId
   */
  public record Change(
      String impact,
      String reader,
      String pointer,
      String side,
      int line,
      @Nullable String message,
      List<String> operations) {}

  /** A place where only a text changed. */
  public record Text(String pointer, List<String> operations) {}
}
