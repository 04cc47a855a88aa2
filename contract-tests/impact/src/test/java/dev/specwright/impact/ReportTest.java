package dev.specwright.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Verdict.Change REMOVED =
      new Verdict.Change(
          "major",
          "redocly",
          "#/paths/~1songs/get",
          "released",
          7,
          "Was removed",
          List.of("listSongs"));
  private static final Verdict.Change GONE =
      new Verdict.Change(
          "major",
          "structure",
          "#/paths/~1songs/get",
          "released",
          7,
          "GET /songs is gone",
          List.of("listSongs"));
  private static final Verdict.Change NEW =
      new Verdict.Change(
          "minor",
          "structure",
          "#/components/schemas/Song/properties/year",
          "working",
          40,
          "Property `year` is new",
          List.of("createSong", "getSong"));

  @Test
  void wireAndJavaStandTogetherByOperation() {
    Verdict wire =
        new Verdict(
            "1.0.0",
            "1.1.0",
            "major",
            "2.0.0",
            "Breaking changes need a raised major version.",
            List.of(REMOVED, NEW, GONE),
            List.of(new Verdict.Text("#/info/description", List.of())));
    List<JavaChange> java =
        List.of(
            new JavaChange(
                Step.MAJOR,
                "`SongsApi.listSongs()` is gone, with its operation",
                Set.of("listSongs")),
            new JavaChange(Step.MINOR, "`Song.year()` is new", Set.of("createSong", "getSong")));
    ApiImpact songs = new ApiImpact("songs", wire, wire, "specs/songs/released/openapi.yaml", java);
    JavaVersion version = new JavaVersion(Version.of("0.1.0"), Version.of("0.1.1"), Step.MAJOR);
    List<JavaChange> byHand =
        List.of(
            new JavaChange(Step.MAJOR, "`Pages.last()` is gone", Set.of()),
            new JavaChange(Step.MINOR, "`Pages.first()` is new", Set.of()));

    assertEquals(
        """
        # Changes since the last release

        | | released | now | change | needs |
        |---|---|---|---|---|
        | songs | 1.0.0 | 1.1.0 | major | 2.0.0 |
        | Java | 0.1.0 | 0.1.1 | major | 0.2.0 |

        **Refused.** specs/songs/openapi.yaml: Breaking changes need a raised major version.

        **Refused.** The Java API has changes of the class major since 0.1.0, and the version is 0.1.1. If they are not meant, undo them. If they are, set it with mvn versions:set -DnewVersion=0.2.0-SNAPSHOT.

        ## What a Java user must change

        - songs: `SongsApi.listSongs()` is gone, with its operation.
        - `Pages.last()` is gone.

        ## songs, by operation

        **The API as a whole**

        - text: `#/info/description`.

        **createSong, getSong**

        - Java: `Song.year()` is new.
        - wire: Property `year` is new (specs/songs/openapi.yaml:40).

        **listSongs**

        - Java: [Breaking] `SongsApi.listSongs()` is gone, with its operation.
        - wire: [Breaking] GET /songs is gone (specs/songs/released/openapi.yaml:7).

        ## Hand-written classes

        - [Breaking] `Pages.last()` is gone.
        - `Pages.first()` is new.
        """,
        new Report(List.of(songs), byHand, version).markdown());
  }

  @Test
  void unchangedApiHasNoSection() {
    Verdict wire = new Verdict("1.0.0", "1.0.0", "none", "1.0.0", null, List.of(), List.of());
    Report report =
        new Report(
            List.of(new ApiImpact("songs", wire, wire, "", List.of())),
            List.of(),
            new JavaVersion(null, Version.of("0.1.0-SNAPSHOT"), Step.NONE));

    assertEquals(
        """
        # Changes since the last release

        | | released | now | change | needs |
        |---|---|---|---|---|
        | songs | 1.0.0 | 1.0.0 | none | 1.0.0 |
        | Java | never | 0.1.0 | none | any |

        ## What a Java user must change

        Nothing.
        """,
        report.markdown());
    assertEquals(List.of(), report.problems());
  }
}
