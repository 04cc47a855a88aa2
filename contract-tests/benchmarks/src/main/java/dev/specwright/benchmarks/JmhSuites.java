package dev.specwright.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs what JMH measures: {@link Decode}, {@link Encode} and {@link WholeCall}. */
final class JmhSuites {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final int SMOKE_ROWS = 3;
  private static final int PASSES = 2;

  /** Seven seconds: on two cores that are busy a large adapter is compiled late. */
  private static final int WARMUPS = 10;

  /** Twenty seconds: what a call runs through is compiled late, since one takes so long. */
  private static final int CALL_WARMUPS = 30;

  private JmhSuites() {}

  /**
   * Runs one of them, in two passes, so that what disturbs the machine for a while does not hit one
   * rival alone.
   *
   * @param smoke whether once and briefly, in this JVM, is enough
   */
  static List<Measurement> run(Place place, String suite, Class<?> benchmark, boolean smoke) {
    Map<String, List<RunResult>> passes = new LinkedHashMap<>();
    for (int pass = 1; pass <= (smoke ? 1 : PASSES); pass++) {
      Path log = place.output().resolve("jmh-" + suite + "-" + pass + ".log");
      try {
        for (RunResult run : new Runner(options(benchmark, smoke, log)).run()) {
          String key = run.getParams().getParam("subject") + run.getParams().getParam("rival");
          passes.computeIfAbsent(key, any -> new ArrayList<>()).add(run);
        }
      } catch (RunnerException e) {
        throw new IllegalStateException("A benchmark failed; see " + log, e);
      }
    }
    return passes.values().stream().map(runs -> measurement(suite, runs, smoke)).toList();
  }

  private static Options options(Class<?> benchmark, boolean smoke, Path log) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .output(log.toString());
    if (smoke) {
      options
          .forks(0)
          .mode(Mode.SingleShotTime)
          .timeUnit(TimeUnit.MICROSECONDS)
          .warmupIterations(0)
          .measurementIterations(1);
      if (benchmark == Decode.class) options.param("rows", String.valueOf(SMOKE_ROWS));
    } else {
      options
          .forks(1)
          .jvmArgs("-Xms2g", "-Xmx2g")
          .warmupIterations(benchmark == WholeCall.class ? CALL_WARMUPS : WARMUPS)
          .warmupTime(TimeValue.milliseconds(700))
          .measurementIterations(4)
          .measurementTime(TimeValue.milliseconds(500));
    }
    return options.build();
  }

  private static Measurement measurement(String suite, List<RunResult> runs, boolean smoke) {
    RunResult any = runs.get(0);
    String subject = any.getParams().getParam("subject");
    List<Double> times =
        runs.stream()
            .flatMap(run -> run.getBenchmarkResults().stream())
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList();
    Result<?> allocated = any.getSecondaryResults().get(ALLOCATED);
    if (allocated == null) {
      throw new IllegalStateException("Expected " + ALLOCATED + " in " + any.getSecondaryResults());
    }
    double bytes = suite.equals("decode") ? size(Subject.valueOf(subject), smoke) : 0;
    return Measurement.of(
        suite,
        subject,
        any.getParams().getParam("rival"),
        any.getPrimaryResult().getScoreUnit().replace("/op", "").toLowerCase(Locale.ROOT),
        times,
        bytes == 0 ? 0 : allocated.getScore() / bytes);
  }

  private static int size(Subject subject, boolean smoke) {
    return (smoke ? subject.document(SMOKE_ROWS) : subject.document()).length;
  }
}
