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
 * <p>The document is compared with its own last release. What Java users get is compared with the
 * last Java release, which has its jars' API and the documents that they were made from; as long as
 * there was none, generated classes are compared with what the released document would have given,
 * by the generator of today.
 */
final class Impact {
  private final Documents documents;
  private final Gate gate;
  private final @Nullable Release release;
  private final SortedMap<String, Path> published;
  private final Path work;
  private final Map<Path, Path> clients = new HashMap<>();

  /**
   * @param release the last Java release, or null if there was none
   * @param published the jars of this build by artifact
   * @param work an empty folder
   */
  Impact(
      Documents documents,
      Gate gate,
      @Nullable Release release,
      SortedMap<String, Path> published,
      Path work) {
    this.documents = documents;
    this.gate = gate;
    this.release = release;
    this.published = published;
    this.work = work;
  }

  /** Compares everything. */
  Report report(Version working) throws IOException, InterruptedException {
    List<ApiImpact> apis = new ArrayList<>();
    for (var each : documents.working().entrySet()) {
      apis.add(of(each.getKey(), documents.released(each.getKey()), each.getValue()));
    }
    List<JavaChange> byHand = byHand();
    Step step =
        Step.worst(
            Stream.concat(
                apis.stream().map(ApiImpact::javaStep), byHand.stream().map(JavaChange::step)));
    return new Report(
        apis, byHand, new JavaVersion(release == null ? null : release.version(), working, step));
  }

  /** Compares one API. */
  ApiImpact of(String api, Path before, Path after) throws IOException, InterruptedException {
    Verdict document = gate.compare(before, after);
    Path last = release == null ? null : release.documents().get(api);
    if (last == null || Files.mismatch(last, before) == -1) {
      String shown = "specs/" + api + "/released/openapi.yaml";
      return new ApiImpact(api, document, document, shown, java(api, document, before, after));
    }
    Verdict wire = gate.compare(last, after);
    String shown = Release.FOLDER + "/" + last.getFileName();
    return new ApiImpact(api, document, wire, shown, java(api, wire, last, after));
  }

  private List<JavaChange> java(String api, Verdict wire, Path before, Path after)
      throws IOException {
    String artifact = artifact(api);
    if (release != null && release.jars().containsKey(artifact)) return compare(List.of(artifact));
    if (wire.step() == Step.NONE) return List.of();
    try (ApiClasses old = ApiClasses.open(List.of(client(before)), List.of());
        ApiClasses current = ApiClasses.open(List.of(client(after)), List.of())) {
      return JavaChanges.between(old, current);
    }
  }

  /** Returns the jar of the client that a document gives. */
  Path client(Path document) throws IOException {
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
    List<String> generated = documents.working().keySet().stream().map(Impact::artifact).toList();
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
