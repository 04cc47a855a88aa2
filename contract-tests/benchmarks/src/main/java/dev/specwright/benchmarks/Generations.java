package dev.specwright.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Measures generation and compilation of clients, in fresh JVMs. */
final class Generations {
  private final Place place;

  private Generations(Place place) {
    this.place = place;
  }

  /**
   * Measures our generator and the stock one in turns.
   *
   * @param runs how often
   */
  static List<Measurement> compare(Place place, String subject, Path document, int runs) {
    Generations generations = new Generations(place);
    List<List<Double>> ours = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<List<Double>> stock = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < runs; i++) {
      generations.run("OURS", document, ours);
      generations.run("STOCK", document, stock);
    }
    List<Measurement> all = new ArrayList<>(figures(subject, "SPECWRIGHT", ours));
    all.addAll(figures(subject, "STOCK", stock));
    return all;
  }

  /** Measures our generator alone, once, with a document of so many models. */
  static List<Measurement> large(Place place, int models) {
    Path document = place.output().resolve("large.json");
    try {
      Files.write(document, LargeDocument.of(models));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    new Generations(place).run("OURS", document, times);
    return figures("LARGE", "SPECWRIGHT", times);
  }

  private static List<Measurement> figures(String subject, String rival, List<List<Double>> times) {
    return List.of(
        Measurement.of("generation", subject, rival, "s", times.get(0)),
        Measurement.of("generation", subject, rival + "_GENERATE", "s", times.get(1)),
        Measurement.of("generation", subject, rival + "_COMPILE", "s", times.get(2)));
  }

  private void run(String generator, Path document, List<List<Double>> times) {
    Path client = place.output().resolve("client");
    delete(client);
    // The generator formats with google-java-format, which reaches into the compiler.
    String exports = "@" + place.root().resolve(".mvn/jvm.config");
    String printed =
        Place.outputOf(
            place.java(
                List.of(exports),
                place.generatorClassPath()
                    + System.getProperty("path.separator")
                    + place.classPath(),
                GenerationRun.class,
                generator,
                document.toString(),
                client.toString()));
    String[] words = printed.substring(printed.lastIndexOf("times ")).split(" ", -1);
    double generated = Integer.parseInt(words[1]) / 1e3;
    double compiled = Integer.parseInt(words[2].strip()) / 1e3;
    times.get(0).add(generated + compiled);
    times.get(1).add(generated);
    times.get(2).add(compiled);
    delete(client);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
