package dev.specwright.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that should be reached.
 *
 * @param name what
 * @param wanted how much
 * @param measured how much it is
 * @param met whether that is enough
 */
record Goal(String name, String wanted, String measured, boolean met) {
  private static final List<Callers> RIVALS =
      List.of(Callers.RETROFIT_GSON, Callers.OKHTTP_JACKSON, Callers.JAVA_HTTP_JACKSON);

  /** Compares figures with all goals. */
  static List<Goal> of(Results results) {
    List<Goal> goals = new ArrayList<>();
    goals.add(decode(results, Subject.EXPORT, Readers.JACKSON, 3));
    goals.add(decode(results, Subject.EXPORT, Readers.DSL_JSON, 1.5));
    goals.add(decode(results, Subject.ANSWERS, Readers.JACKSON, 3));
    goals.add(decode(results, Subject.TICKETS, Readers.JACKSON, 1.5));
    double allocated = results.of("decode", Subject.EXPORT, Readers.SPECWRIGHT).allocated();
    goals.add(atMost("decode EXPORT: bytes allocated per byte", allocated, 1.0));
    for (Body body : Body.values()) {
      double ratio = results.ratio("encode", body, Writers.JACKSON, Writers.SPECWRIGHT);
      goals.add(atLeast("encode " + body + ": times as fast as JACKSON", ratio, 1));
    }
    for (WholeCall.Size size : WholeCall.Size.values()) {
      calls(goals, results, "call", size, 1.10);
    }
    calls(goals, results, "cold-start", "JDK_ARCHIVE", 1.15);
    goals.addAll(heaps(results));
    goals.add(
        atMost(
            "generate and compile SMARTQ: times the stock generator's",
            results.ratio("generation", "SMARTQ", "SPECWRIGHT", "STOCK"),
            1));
    goals.add(
        atMost(
            "generate and compile 2,000 models: seconds",
            results.of("generation", "LARGE", "SPECWRIGHT").median(),
            120));
    return goals;
  }

  private static Goal decode(Results results, Subject subject, Readers rival, double wanted) {
    double ratio = results.ratio("decode", subject, rival, Readers.SPECWRIGHT);
    return atLeast("decode " + subject + ": times as fast as " + rival, ratio, wanted);
  }

  private static void calls(
      List<Goal> goals, Results results, String suite, Object subject, double limit) {
    double raw = results.ratio(suite, subject, Callers.SPECWRIGHT, Callers.RAW_OKHTTP);
    goals.add(atMost(suite + " " + subject + ": times RAW_OKHTTP", raw, limit));
    for (Callers rival : RIVALS) {
      double ratio = results.ratio(suite, subject, rival, Callers.SPECWRIGHT);
      goals.add(atLeast(suite + " " + subject + ": times as fast as " + rival, ratio, 1));
    }
  }

  private static List<Goal> heaps(Results results) {
    List<Goal> goals = new ArrayList<>();
    List<Measurement> least =
        results.measurements().stream().filter(each -> each.rival().equals("LEAST_HEAP")).toList();
    Measurement small = least.get(0);
    Measurement large = least.get(least.size() - 1);
    goals.add(
        atMost(
            "streamed export " + large.subject() + ": heap, times that of " + small.subject(),
            large.median() / small.median(),
            1));
    for (Measurement each : least) {
      boolean enough = results.of("heap", each.subject(), "WITHIN_32_MB").median() == 1;
      goals.add(
          new Goal(
              "streamed export " + each.subject() + ": read with -Xmx32m",
              "yes",
              enough ? "yes" : "no",
              enough));
    }
    return goals;
  }

  private static Goal atLeast(String name, double measured, double wanted) {
    return new Goal(name, "≥ " + text(wanted), text(measured), measured >= wanted);
  }

  private static Goal atMost(String name, double measured, double wanted) {
    return new Goal(name, "≤ " + text(wanted), text(measured), measured <= wanted);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
