package dev.specwright.benchmarks;

import java.util.List;

/** All figures of a report. */
record Results(List<Measurement> measurements) {
  Results {
    measurements = List.copyOf(measurements);
  }

  /**
   * Returns a figure.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  Measurement of(String suite, Object subject, Object rival) {
    return measurements.stream()
        .filter(
            each ->
                each.suite().equals(suite)
                    && each.subject().equals(subject.toString())
                    && each.rival().equals(rival.toString()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected a figure of "
                        + suite
                        + ", "
                        + subject
                        + ", "
                        + rival
                        + " but there is none."));
  }

  /** Returns how many times the median of {@code one} the median of {@code other} is. */
  double ratio(String suite, Object subject, Object other, Object one) {
    return of(suite, subject, other).median() / of(suite, subject, one).median();
  }

  /** Returns the figures of one suite and subject, in the order in which they were measured. */
  List<Measurement> of(String suite, String subject) {
    return measurements.stream()
        .filter(each -> each.suite().equals(suite) && each.subject().equals(subject))
        .toList();
  }

  /** Returns the suites, in order. */
  List<String> suites() {
    return measurements.stream().map(Measurement::suite).distinct().toList();
  }

  /** Returns the subjects of a suite, in order. */
  List<String> subjects(String suite) {
    return measurements.stream()
        .filter(each -> each.suite().equals(suite))
        .map(Measurement::subject)
        .distinct()
        .toList();
  }
}
