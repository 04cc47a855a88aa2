package dev.specwright.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository with one API, before and after its first Java release. */
class ImpactTest {
  private static final String SONGS =
      """
      openapi: 3.0.3
      info: {title: Songs, version: 1.0.0}
      paths:
        /songs:
          get:
            operationId: listSongs
            summary: List songs
            tags: [Songs]
            responses: {'204': {description: None.}}
          delete:
            operationId: deleteSongs
            summary: Delete songs
            tags: [Songs]
            responses: {'204': {description: Gone.}}
      """;
  private static final String RENAMED = SONGS.replace("listSongs", "findSongs");
  private static final Path REAL_SPECS =
      Path.of(System.getProperty("basedir", "contract-tests/impact"), "../../specs").normalize();
  private static final String ARTIFACT = "specwright-songs-generated";

  private final Path folder;
  private final Path specs;

  ImpactTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    specs = Files.createDirectories(folder.resolve("specs"));
  }

  @Test
  void documentsAreComparedBeforeTheFirstJavaRelease() throws Exception {
    document("songs/released", SONGS);
    document("songs", RENAMED);
    document("draft", SONGS);

    Report report = report(null, Map.of());

    assertEquals(
        List.of(
            "specs/songs/openapi.yaml: Breaking changes need a raised major version, and it is"
                + " still 1.0.0. If they are not meant, undo them. If they are, set info.version to"
                + " 2.0.0."),
        report.problems());
    assertEquals(
        List.of("`SongsApi.listSongs()` is called `SongsApi.findSongs()` now"), texts(report));
  }

  @Test
  void jarsAreComparedWithTheLastJavaRelease() throws Exception {
    document("songs/released", RENAMED);
    document("songs", RENAMED);
    Path releases = folder.resolve("releases");
    Path old = ClientJar.of(write("old.yaml", SONGS), folder.resolve("old"));
    Path now = ClientJar.of(write("now.yaml", RENAMED), folder.resolve("now"));
    record(old, releases);

    Report report = report(Release.in(releases), Map.of(ARTIFACT, now));

    assertEquals(
        List.of(
            "The Java API has changes of the class major since 1.0.0, and the version is 1.0.0. If"
                + " they are not meant, undo them. If they are, set it with mvn versions:set"
                + " -DnewVersion=2.0.0-SNAPSHOT."),
        report.problems());
    assertEquals(
        List.of("`SongsApi.listSongs()` is called `SongsApi.findSongs()` now"), texts(report));
  }

  @Test
  void nothingChangedSinceTheLastJavaRelease() throws Exception {
    document("songs/released", SONGS);
    document("songs", SONGS);
    Path releases = folder.resolve("releases");
    Path jar = ClientJar.of(write("songs.yaml", SONGS), folder.resolve("client"));
    record(jar, releases);

    Report report = report(Release.in(releases), Map.of(ARTIFACT, jar));

    assertEquals(List.of(), report.problems());
    assertEquals(Step.NONE, report.version().step());
  }

  @Test
  void changeOnTheWireCountsUntilTheNextJavaRelease() throws Exception {
    document("songs/released", SONGS);
    document("songs", SONGS);
    Path releases = folder.resolve("releases");
    Path jar = ClientJar.of(write("songs.yaml", SONGS), folder.resolve("client"));
    record(jar, releases);
    String moved = SONGS.replace("/songs:", "/v2/songs:").replace("1.0.0", "2.0.0");
    document("songs/released", moved);
    document("songs", moved);

    Report report = report(Release.in(releases), Map.of(ARTIFACT, jar));

    assertEquals(
        List.of(
            "The Java API has changes of the class minor since 1.0.0, and the version is 1.0.0. Set"
                + " it with mvn versions:set -DnewVersion=1.1.0-SNAPSHOT."),
        report.problems());
    String text = report.markdown();
    assertTrue(text.contains("| songs | 2.0.0 | 2.0.0 | none | 2.0.0 |"), text);
    assertTrue(
        text.contains(
            "- wire: [Breaking] GET /songs (listSongs) is gone"
                + " (contract-tests/impact/released/songs.yaml:5).\n"),
        text);
  }

  @Test
  void reportThatSeesNothingIsNotTrusted() {
    Verdict nothing = new Verdict("1.0.0", "1.0.0", "none", "1.0.0", null, List.of(), List.of());

    Exception e =
        assertThrows(
            IllegalStateException.class,
            () -> Canary.check(new ApiImpact("canary", nothing, nothing, "", List.of())));

    assertEquals(
        "The impact report is blind: of [`Song.title()` may be null, or hold null, now,"
            + " `Song.year()` is gone, `SongsApi.listSongs()` is called `SongsApi.findSongs()`"
            + " now] and a breaking change on the wire it found [] and none. Look at the last"
            + " change in contract-tests/impact and specs/tools/gate.",
        e.getMessage());
  }

  private Report report(@Nullable Release release, Map<String, Path> published) throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    return new Impact(
            new Documents(specs), new Gate(REAL_SPECS), release, new TreeMap<>(published), work)
        .report(new Version(1, 0, 0));
  }

  private void record(Path jar, Path releases) throws IOException {
    Release.record(
        new TreeMap<>(Map.of(ARTIFACT, jar)), new Documents(specs).working(), "1.0.0", releases);
  }

  private static List<String> texts(Report report) {
    return report.apis().stream()
        .flatMap(api -> api.java().stream())
        .map(JavaChange::text)
        .toList();
  }

  private void document(String api, String text) throws IOException {
    Files.createDirectories(specs.resolve(api));
    write("specs/" + api + "/openapi.yaml", text);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
