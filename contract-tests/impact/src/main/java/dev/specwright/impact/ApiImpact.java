package dev.specwright.impact;

import java.util.List;
import java.util.stream.Stream;

/**
 * What changed in one API.
 *
 * @param api the folder of its document
 * @param document what changed in the document since its own last release
 * @param wire what changed in the document since the last Java release, which it may have been
 *     released after; before the first Java release the same as {@code document}
 * @param before the file that {@code wire} compares with, as the report shows it
 * @param java what changed in the classes generated from it
 */
record ApiImpact(String api, Verdict document, Verdict wire, String before, List<JavaChange> java) {
  /**
   * What the change costs a Java user. A document that changed makes another jar, and a breaking
   * change on the wire, even if no signature shows it, is nothing to get with a patch.
   */
  Step javaStep() {
    Step least = wire.step() == Step.MAJOR ? Step.MINOR : wire.step();
    if (wire.step() == Step.MINOR) least = Step.PATCH;
    return Step.worst(Stream.concat(java.stream().map(JavaChange::step), Stream.of(least)));
  }
}
