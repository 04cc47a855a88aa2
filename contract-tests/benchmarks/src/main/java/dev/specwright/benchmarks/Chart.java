package dev.specwright.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws speeds, relative to Jackson's, as bars. */
final class Chart {
  private static final int WIDTH = 720;
  private static final int LABEL = 190;
  private static final int ROW = 20;
  private static final int UNIT = 80;

  /** Where bars are cut off, so that the limits do not dwarf the rest. */
  private static final double LONGEST = 5.5;

  private final List<String> lines = new ArrayList<>();
  private int y = 24;

  private Chart() {}

  /** Returns the chart as SVG. */
  static String of(String title, Results results) {
    Chart chart = new Chart();
    chart.text(10, chart.y, "start", "bold", "Speed relative to Jackson: longer is faster");
    chart.y += ROW;
    chart.text(10, chart.y, "start", "normal", title);
    chart.y += ROW;
    for (String suite : results.suites()) {
      String reference = Table.REFERENCE.get(suite);
      if (reference == null) continue;
      for (String subject : results.subjects(suite)) {
        List<Measurement> figures = results.of(suite, subject);
        if (figures.stream().anyMatch(each -> each.rival().equals(reference))) {
          chart.panel(results, figures, reference);
        }
      }
    }
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
                + " viewBox=\"0 0 %1$d %2$d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            WIDTH,
            chart.y + ROW)
        + String.join("\n", chart.lines)
        + "\n</svg>\n";
  }

  private void panel(Results results, List<Measurement> figures, String reference) {
    y += ROW;
    Measurement any = figures.get(0);
    text(10, y, "start", "bold", any.suite() + " " + any.subject());
    int top = y + 6;
    for (Measurement each : figures) {
      y += ROW;
      double speed = results.ratio(any.suite(), any.subject(), reference, each.rival());
      bar(each.rival(), speed, each.rival().equals("SPECWRIGHT"), Table.number(speed) + " ×");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%1$d\" y1=\"%2$d\" x2=\"%1$d\" y2=\"%3$d\" stroke=\"#444\""
                + " stroke-dasharray=\"3,3\"/>",
            LABEL + UNIT,
            top,
            y + 6));
    y += ROW / 2;
  }

  private void bar(String label, double speed, boolean ours, String value) {
    text(LABEL - 8, y, "end", ours ? "bold" : "normal", label);
    double length = Math.min(speed, LONGEST) * UNIT;
    lines.add(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>",
            LABEL,
            y - 11,
            length,
            ours ? "#1f6f4a" : "#a9b4c0"));
    String more = speed > LONGEST ? " →" : "";
    text(LABEL + (int) length + 6, y, "start", ours ? "bold" : "normal", value + more);
  }

  private void text(int x, int baseline, String anchor, String weight, String text) {
    lines.add(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>",
            x,
            baseline,
            anchor,
            weight,
            text.replace("&", "&amp;").replace("<", "&lt;")));
  }
}
