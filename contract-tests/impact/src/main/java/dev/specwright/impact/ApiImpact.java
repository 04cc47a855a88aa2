package dev.specwright.impact;

import java.util.List;
import java.util.stream.Stream;

/**
 * What changed in one API.
 *
 * @param api the folder of its document
 * @param wire what changed in the document
 * @param java what changed in the classes generated from it
 */
record ApiImpact(String api, Verdict wire, List<JavaChange> java) {
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
