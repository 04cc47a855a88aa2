package dev.specwright.impact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares documents and jars with those of the last release.
 *
 * <p>The document is compared with its own last release. The Java API is compared with that of the
 * last Java release; as long as there was none, generated classes are compared with what the
 * released document would have given, by the generator of today.
 */
final class Impact {
  private final Path specs;
  private final Gate gate;
  private final @Nullable Release release;
  private final SortedMap<String, Path> published;
  private final Path work;
  private final Map<Path, Path> clients = new HashMap<>();

  /**
   * @param specs the folder with the documents
   * @param release the last Java release, or null if there was none
   * @param published the jars of this build by artifact
   * @param work an empty folder
   */
  Impact(
      Path specs,
      Gate gate,
      @Nullable Release release,
      SortedMap<String, Path> published,
      Path work) {
    this.specs = specs;
    this.gate = gate;
    this.release = release;
    this.published = published;
    this.work = work;
  }

  /** Compares everything. */
  Report report(Version working) throws IOException, InterruptedException {
    List<ApiImpact> apis = new ArrayList<>();
    for (String api : apis()) {
      apis.add(of(api, released(api), specs.resolve(api).resolve("openapi.yaml")));
    }
    List<JavaChange> byHand = byHand();
    Step step =
        Step.worst(
            Stream.concat(
                apis.stream().map(ApiImpact::javaStep), byHand.stream().map(JavaChange::step)));
    return new Report(
        apis, byHand, new JavaVersion(release == null ? null : release.version(), working, step));
  }

  /** The folders of documents that have a release. */
  private List<String> apis() throws IOException {
    try (Stream<Path> folders = Files.list(specs)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("openapi.yaml")))
          .map(folder -> folder.getFileName().toString())
          .filter(api -> Files.exists(released(api)))
          .sorted()
          .toList();
    }
  }

  private Path released(String api) {
    return specs.resolve(api).resolve("released").resolve("openapi.yaml");
  }

  /** Compares one API. */
  ApiImpact of(String api, Path before, Path after) throws IOException, InterruptedException {
    Verdict wire = gate.compare(before, after);
    String artifact = artifact(api);
    if (release != null && release.jars().containsKey(artifact)) {
      return new ApiImpact(api, wire, compare(List.of(artifact)));
    }
    if (wire.step() == Step.NONE) return new ApiImpact(api, wire, List.of());
    try (ApiClasses old = ApiClasses.open(List.of(client(before)), List.of());
        ApiClasses current = ApiClasses.open(List.of(client(after)), List.of())) {
      return new ApiImpact(api, wire, JavaChanges.between(old, current));
    }
  }

  private Path client(Path document) throws IOException {
    Path known = clients.get(document);
    if (known != null) return known;
    Path jar = ClientJar.of(document, work.resolve("client" + clients.size()));
    clients.put(document, jar);
    return jar;
  }

  private static String artifact(String api) {
    return "specwright-" + api + "-generated";
  }

  /** What is not generated, as one, since its parts build on each other. */
  private List<JavaChange> byHand() throws IOException {
    if (release == null) return List.of();
    List<String> generated = apis().stream().map(Impact::artifact).toList();
    Map<String, Path> all = new TreeMap<>(published);
    all.putAll(release.jars());
    return compare(all.keySet().stream().filter(each -> !generated.contains(each)).toList());
  }

  private List<JavaChange> compare(Collection<String> artifacts) throws IOException {
    Map<String, Path> before = Objects.requireNonNull(release).jars();
    try (ApiClasses old = ApiClasses.open(some(before, artifacts), before.values());
        ApiClasses current = ApiClasses.open(some(published, artifacts), published.values())) {
      return JavaChanges.between(old, current);
    }
  }

  private static List<Path> some(Map<String, Path> jars, Collection<String> artifacts) {
    return artifacts.stream().filter(jars::containsKey).map(jars::get).toList();
  }
}
