package dev.specwright.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The report, as Markdown whose lines fit a changelog.
 *
 * @param apis what changed in each API that has a release
 * @param byHand what changed in the hand-written jars
 * @param version the version of the Java modules
 */
record Report(List<ApiImpact> apis, List<JavaChange> byHand, JavaVersion version) {
  private static final int MOST_NAMES = 6;

  /** What has to be done before this can be released; nothing if the versions are right. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (ApiImpact each : apis) {
      String problem = each.document().problem();
      if (problem != null) problems.add("specs/" + each.api() + "/openapi.yaml: " + problem);
    }
    String problem = version.problem();
    if (problem != null) problems.add(problem);
    return problems;
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# Changes since the last release\n\n");
    text.append("| | released | now | change | needs |\n|---|---|---|---|---|\n");
    for (ApiImpact each : apis) {
      Verdict document = each.document();
      row(
          text,
          each.api(),
          document.released(),
          document.working(),
          document.step(),
          document.needed());
    }
    Version released = version.released();
    row(
        text,
        "Java",
        released == null ? "never" : released.toString(),
        version.working().toString(),
        version.step(),
        released == null ? "any" : String.valueOf(version.needed()));
    for (String problem : problems()) text.append("\n**Refused.** ").append(problem).append('\n');
    text.append("\n## What a Java user must change\n\n");
    List<String> duties = duties();
    if (duties.isEmpty()) text.append("Nothing.\n");
    duties.forEach(text::append);
    for (ApiImpact each : apis) text.append(section(each));
    if (!byHand.isEmpty()) {
      text.append("\n## Hand-written classes\n\n");
      for (JavaChange change : byHand) text.append(line("", change.step(), change.text()));
    }
    return text.toString();
  }

  private static void row(
      StringBuilder text, String name, String released, String now, Step step, String needed) {
    text.append("| ").append(String.join(" | ", name, released, now, step.toString(), needed));
    text.append(" |\n");
  }

  /**
   * The breaking changes of all jars, generated or not: nobody uses the ones without the others.
   */
  private List<String> duties() {
    List<String> duties = new ArrayList<>();
    for (ApiImpact each : apis) addDuties(each.api() + ": ", each.java(), duties);
    addDuties("", byHand, duties);
    return duties;
  }

  private static void addDuties(String where, List<JavaChange> changes, List<String> duties) {
    for (JavaChange change : changes) {
      if (change.step() == Step.MAJOR) duties.add("- " + where + change.text() + ".\n");
    }
  }

  private static String section(ApiImpact impact) {
    if (impact.wire().step() == Step.NONE && impact.java().isEmpty()) return "";
    StringBuilder text = new StringBuilder("\n## " + impact.api() + ", by operation\n");
    byOperation(impact)
        .forEach(
            (operations, lines) -> {
              text.append("\n").append(heading(operations)).append("\n\n");
              lines.forEach(text::append);
            });
    return text.toString();
  }

  /** Wire and Java side by side: what belongs to the same operations stands together. */
  private static Map<List<String>, Set<String>> byOperation(ApiImpact impact) {
    Map<String, Verdict.Change> places = new LinkedHashMap<>();
    for (Verdict.Change change : impact.wire().changes()) {
      // Redocly names the kind of node, our own readers what it means.
      places.merge(
          change.side() + change.pointer() + change.impact(),
          change,
          (one, other) -> one.reader().equals("redocly") ? other : one);
    }
    Map<String, Map<List<String>, Set<String>>> sorted = new TreeMap<>();
    for (Verdict.Change change : places.values()) {
      add(
          sorted,
          change.operations(),
          line(
              "wire: ",
              Step.of(change.impact()),
              message(change) + " (" + place(impact, change) + ")"));
    }
    for (JavaChange change : impact.java()) {
      add(sorted, change.operations(), line("Java: ", change.step(), change.text()));
    }
    for (Verdict.Text changed : impact.wire().texts()) {
      add(sorted, changed.operations(), line("text: ", Step.PATCH, "`" + changed.pointer() + "`"));
    }
    Map<List<String>, Set<String>> groups = new LinkedHashMap<>();
    sorted.values().forEach(groups::putAll);
    return groups;
  }

  private static void add(
      Map<String, Map<List<String>, Set<String>>> sorted, Iterable<String> ids, String line) {
    List<String> operations = new ArrayList<>();
    ids.forEach(operations::add);
    operations.sort(null);
    sorted
        .computeIfAbsent(String.join(" ", operations), key -> new LinkedHashMap<>())
        .computeIfAbsent(operations, key -> new TreeSet<>())
        .add(line);
  }

  private static String message(Verdict.Change change) {
    @Nullable String message = change.message();
    return message == null || message.isEmpty() ? "`" + change.pointer() + "`" : message;
  }

  private static String place(ApiImpact impact, Verdict.Change change) {
    boolean gone = change.side().equals("released");
    return (gone ? impact.before() : "specs/" + impact.api() + "/openapi.yaml")
        + ":"
        + change.line();
  }

  private static String line(String kind, Step step, String text) {
    return "- " + kind + (step == Step.MAJOR ? "[Breaking] " : "") + text + ".\n";
  }

  private static String heading(List<String> operations) {
    if (operations.isEmpty()) return "**The API as a whole**";
    if (operations.size() <= MOST_NAMES) return "**" + String.join(", ", operations) + "**";
    return "**"
        + String.join(", ", operations.subList(0, MOST_NAMES))
        + " and "
        + (operations.size() - MOST_NAMES)
        + " more**";
  }
}
