package dev.specwright.benchmarks;

import java.util.List;

/**
 * One figure.
 *
 * @param suite what was done: {@code decode}, {@code call} and so on
 * @param subject what it was done to
 * @param rival who did it
 * @param unit the unit of the median and of the range
 * @param median the median of all runs
 * @param low the least
 * @param high the most
 * @param allocated bytes allocated for each byte of the document; 0 where that was not measured
 */
record Measurement(
    String suite,
    String subject,
    String rival,
    String unit,
    double median,
    double low,
    double high,
    double allocated) {

  /** Returns the figure for these runs. */
  static Measurement of(
      String suite, String subject, String rival, String unit, List<Double> runs) {
    return of(suite, subject, rival, unit, runs, 0);
  }

  /** Returns the figure for these runs, with what they allocated. */
  static Measurement of(
      String suite,
      String subject,
      String rival,
      String unit,
      List<Double> runs,
      double allocated) {
    List<Double> sorted = runs.stream().sorted().toList();
    if (sorted.isEmpty()) {
      throw new IllegalStateException(
          "Expected runs of " + suite + " " + rival + " but found none.");
    }
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Measurement(
        suite,
        subject,
        rival,
        unit,
        median,
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        allocated);
  }
}
