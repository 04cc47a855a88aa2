package dev.specwright.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes figures and goals as Markdown. */
final class Table {
  /** Whom a suite's figures are compared with. */
  static final Map<String, String> REFERENCE =
      Map.of(
          "decode", Readers.JACKSON.toString(),
          "encode", Writers.JACKSON.toString(),
          "call", Callers.OKHTTP_JACKSON.toString(),
          "cold-start", Callers.OKHTTP_JACKSON.toString());

  private final StringBuilder out = new StringBuilder();

  private Table() {}

  /**
   * Returns the table.
   *
   * @param title the first line: when, and on what machine
   */
  static String of(String title, Results results, List<Goal> goals) {
    Table table = new Table();
    table.line("# Benchmarks\n").line(title + "\n").line("## Goals\n").goals(goals);
    results.suites().forEach(suite -> table.line("\n## " + suite + "\n").suite(results, suite));
    return table.out.toString();
  }

  private void goals(List<Goal> goals) {
    line("| goal | wanted | measured | |").line("|---|---|---|---|");
    for (Goal goal : goals) {
      row(goal.name(), goal.wanted(), goal.measured(), goal.met() ? "met" : "**not met**");
    }
  }

  private void suite(Results results, String suite) {
    String reference = REFERENCE.get(suite);
    String relative = reference == null ? "" : "times as fast as " + reference;
    row("what", "who", "median", "range", relative, "bytes allocated per byte");
    line("|---|---|---|---|---|---|");
    for (String subject : results.subjects(suite)) {
      for (Measurement each : results.of(suite, subject)) {
        row(
            subject,
            each.rival().equals("SPECWRIGHT") ? "**SPECWRIGHT**" : each.rival(),
            number(each.median()) + " " + each.unit(),
            each.low() == each.high() ? "" : number(each.low()) + "–" + number(each.high()),
            relative(results, each),
            each.allocated() == 0 ? "" : number(each.allocated()));
      }
    }
  }

  private static String relative(Results results, Measurement figure) {
    String reference = REFERENCE.get(figure.suite());
    if (reference == null) return "";
    boolean known =
        results.of(figure.suite(), figure.subject()).stream()
            .anyMatch(each -> each.rival().equals(reference));
    if (!known) return "";
    return number(results.ratio(figure.suite(), figure.subject(), reference, figure.rival()));
  }

  private Table line(String text) {
    out.append(text).append('\n');
    return this;
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  /** Three digits that count. */
  static String number(double value) {
    if (value == 0) return "0";
    int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
    return String.format(Locale.ROOT, "%,." + Math.min(decimals, 3) + "f", value);
  }
}
