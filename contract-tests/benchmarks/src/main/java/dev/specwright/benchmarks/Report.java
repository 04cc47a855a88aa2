package dev.specwright.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs all benchmarks, and says how far each goal is met.
 *
 * <pre>{@code
 * java -jar contract-tests/benchmarks/target/benchmarks.jar
 * }</pre>
 *
 * <p>Writes {@code results.json}, {@code table.md} and {@code chart.svg} into {@code
 * target/benchmarks}. With {@code --smoke} everything runs once, with tiny documents: that shows
 * that it works, and no figure means anything. A goal that is not met is no failure.
 */
public final class Report {
  private static final int COLD_STARTS = 15;
  private static final int GENERATIONS = 3;
  private static final int LARGE_MODELS = 2000;
  private static final int TINY_MODELS = 5;

  private final Place place;
  private final boolean smoke;

  private Report(Place place) {
    this.place = place;
    this.smoke = place.smoke();
  }

  /**
   * Runs them.
   *
   * @param arguments {@code --smoke}, and a folder for the report; both may be left out
   * @throws IOException if the report cannot be written
   */
  public static void main(String[] arguments) throws IOException, URISyntaxException {
    List<String> rest = new ArrayList<>(List.of(arguments));
    boolean smoke = rest.remove("--smoke");
    Path jar = Path.of(Report.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path output =
        rest.isEmpty() ? jar.resolveSibling("benchmarks").toAbsolutePath() : Path.of(rest.get(0));
    new Report(Place.of(jar, output, smoke)).run();
  }

  private void run() throws IOException {
    // The steps that start JVMs come first: what is missing for them shows soon.
    say("generation");
    List<Measurement> generation = generation();
    say("heap");
    List<Measurement> heaps = Heaps.run(place, smoke ? List.of(1, 2) : List.of(20, 200), !smoke);
    say("cold start");
    List<Callers> archived = smoke ? List.of(Callers.SPECWRIGHT) : List.of(Callers.values());
    List<Measurement> coldStarts = ColdStarts.run(place, smoke ? 1 : COLD_STARTS, archived);
    List<Measurement> all = new ArrayList<>();
    say("decode");
    all.addAll(JmhSuites.run(place, "decode", Decode.class, smoke));
    say("encode");
    all.addAll(JmhSuites.run(place, "encode", Encode.class, smoke));
    say("call");
    all.addAll(JmhSuites.run(place, "call", WholeCall.class, smoke));
    all.addAll(coldStarts);
    all.addAll(heaps);
    all.addAll(generation);
    write(new Results(all));
  }

  private List<Measurement> generation() throws IOException {
    Path document = place.root().resolve("specs/smartq/openapi.yaml");
    if (smoke) {
      document = place.output().resolve("tiny.json");
      Files.write(document, LargeDocument.of(TINY_MODELS));
    }
    List<Measurement> all =
        new ArrayList<>(Generations.compare(place, "SMARTQ", document, smoke ? 1 : GENERATIONS));
    all.addAll(Generations.large(place, smoke ? TINY_MODELS : LARGE_MODELS));
    return all;
  }

  private void write(Results results) throws IOException {
    List<Goal> goals = Goal.of(results);
    String day = LocalDate.now(ZoneOffset.UTC).toString();
    String title = day + ", " + Machine.description();
    if (smoke) title = "Smoke run, no figure means anything. " + title;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("date", day);
    json.put("machine", Machine.description());
    json.put("smoke", smoke);
    json.put("goals", goals);
    json.put("measurements", results.measurements());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(place.output().resolve("results.json").toFile(), json);
    Files.writeString(place.output().resolve("table.md"), Table.of(title, results, goals));
    Files.writeString(place.output().resolve("chart.svg"), Chart.of(title, results));
    for (Goal goal : goals) {
      System.out.printf(
          "%-8s %-62s wanted %-8s measured %s%n",
          goal.met() ? "met" : "NOT MET", goal.name(), goal.wanted(), goal.measured());
    }
    long met = goals.stream().filter(Goal::met).count();
    System.out.println(met + " of " + goals.size() + " goals met. Report: " + place.output());
  }

  private static void say(String what) {
    System.out.println("measuring " + what);
  }
}
