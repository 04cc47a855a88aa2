package dev.specwright.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures the time from the start of a fresh JVM to its first typed answer. */
final class ColdStarts {
  private final Place place;
  private final String server;

  private ColdStarts(Place place, String server) {
    this.place = place;
    this.server = server;
  }

  /**
   * Measures all, in turns, so that what disturbs the machine disturbs all alike.
   *
   * @param runs how often
   * @param archived whose start with an archive of their own classes is measured too
   */
  static List<Measurement> run(Place place, int runs, List<Callers> archived) {
    try (LoopbackServer server = WholeCall.server()) {
      ColdStarts starts = new ColdStarts(place, server.url());
      List<Measurement> all = new ArrayList<>(starts.measure("JDK_ARCHIVE", runs, allPlain()));
      all.addAll(starts.measure("OWN_ARCHIVE", runs, starts.archives(archived)));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Callers, List<String>> allPlain() {
    Map<Callers, List<String>> options = new EnumMap<>(Callers.class);
    for (Callers each : Callers.values()) options.put(each, List.of());
    return options;
  }

  /** Lets each write an archive of the classes that it has loaded, and returns how to use it. */
  private Map<Callers, List<String>> archives(List<Callers> callers) {
    Map<Callers, List<String>> options = new EnumMap<>(Callers.class);
    for (Callers each : callers) {
      Path archive = place.output().resolve(each + ".jsa");
      start(each, List.of("-Xshare:auto", "-XX:ArchiveClassesAtExit=" + archive));
      options.put(each, List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on"));
    }
    return options;
  }

  private List<Measurement> measure(String subject, int runs, Map<Callers, List<String>> options) {
    Map<Callers, List<Double>> times = new EnumMap<>(Callers.class);
    for (int i = 0; i < runs; i++) {
      options.forEach(
          (caller, jvm) ->
              times.computeIfAbsent(caller, key -> new ArrayList<>()).add(start(caller, jvm)));
    }
    List<Measurement> measurements = new ArrayList<>();
    times.forEach(
        (caller, each) ->
            measurements.add(Measurement.of("cold-start", subject, caller.toString(), "ms", each)));
    return measurements;
  }

  /** Returns the milliseconds until the answer. */
  private double start(Callers caller, List<String> jvm) {
    List<String> options = new ArrayList<>(jvm);
    options.add("-Xlog:disable");
    long start = System.nanoTime();
    Process process =
        place.java(options, place.classPath(), ColdStart.class, caller.toString(), server);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      @Nullable String line = out.readLine();
      long end = System.nanoTime();
      if (!ColdStart.DONE.equals(line) || Place.exitStatus(process) != 0) {
        throw new IllegalStateException(
            "Expected an answer to " + caller + " but found \"" + line + "\"; see jvms.log.");
      }
      return (end - start) / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
