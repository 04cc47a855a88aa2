package dev.specwright.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs what JMH measures: {@link Decode}, {@link Encode} and {@link WholeCall}. */
final class JmhSuites {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final int SMOKE_ROWS = 3;

  private JmhSuites() {}

  /**
   * Runs one of them.
   *
   * @param smoke whether once and briefly, in this JVM, is enough
   */
  static List<Measurement> run(Place place, String suite, Class<?> benchmark, boolean smoke) {
    Path log = place.output().resolve("jmh-" + suite + ".log");
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
          .forks(2)
          .jvmArgs("-Xms2g", "-Xmx2g")
          .warmupIterations(3)
          .warmupTime(TimeValue.milliseconds(700))
          .measurementIterations(4)
          .measurementTime(TimeValue.milliseconds(500));
    }
    try {
      Collection<RunResult> runs = new Runner(options.build()).run();
      List<Measurement> measurements = new ArrayList<>();
      for (RunResult run : runs) measurements.add(measurement(suite, run, smoke));
      return measurements;
    } catch (RunnerException e) {
      throw new IllegalStateException("A benchmark failed; see " + log, e);
    }
  }

  private static Measurement measurement(String suite, RunResult run, boolean smoke) {
    String subject = run.getParams().getParam("subject");
    List<Double> times = new ArrayList<>();
    run.getBenchmarkResults()
        .forEach(
            fork ->
                fork.getIterationResults()
                    .forEach(each -> times.add(each.getPrimaryResult().getScore())));
    Result<?> allocated = run.getSecondaryResults().get(ALLOCATED);
    if (allocated == null) {
      throw new IllegalStateException("Expected " + ALLOCATED + " in " + run.getSecondaryResults());
    }
    double bytes = suite.equals("decode") ? size(Subject.valueOf(subject), smoke) : 0;
    return Measurement.of(
        suite,
        subject,
        run.getParams().getParam("rival"),
        run.getPrimaryResult().getScoreUnit().replace("/op", "").toLowerCase(Locale.ROOT),
        times,
        bytes == 0 ? 0 : allocated.getScore() / bytes);
  }

  private static int size(Subject subject, boolean smoke) {
    return (smoke ? subject.document(SMOKE_ROWS) : subject.document()).length;
  }
}
