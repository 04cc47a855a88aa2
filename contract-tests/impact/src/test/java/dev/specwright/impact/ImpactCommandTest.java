package dev.specwright.impact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as the build starts it, on a repository with one API. */
final class ImpactCommandTest {
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
      """;
  private static final Path REAL_SPECS =
      Path.of(System.getProperty("basedir", "contract-tests/impact"), "../../specs")
          .toAbsolutePath()
          .normalize();

  private final Path root;

  ImpactCommandTest(@TempDir Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("specs/songs/released"));
    Files.createDirectories(root.resolve("target"));
    // The gate's tools; Node finds what they need from where they really are.
    Files.createSymbolicLink(root.resolve("specs/tools"), REAL_SPECS.resolve("tools"));
  }

  /** JUnit warns of a link that leads out of the folder. */
  @AfterEach
  void removeLink() throws IOException {
    Files.delete(root.resolve("specs/tools"));
  }

  private record Outcome(int status, String output) {}

  @Test
  void endsWithOneIfAVersionWasNotRaised() throws Exception {
    write("specs/songs/released/openapi.yaml", SONGS);
    Path document = write("specs/songs/openapi.yaml", SONGS);
    publish(document);
    assertEquals(
        new Outcome(0, "impact: Java 1.0.0 is the last release from now on\n"), run("1.0.0", true));

    write("specs/songs/openapi.yaml", SONGS.replace("listSongs", "findSongs"));
    publish(document);
    assertEquals(
        new Outcome(
            1,
            "impact: songs: wire major, Java major\n"
                + "impact: FAILED. specs/songs/openapi.yaml: Breaking changes need a raised major"
                + " version, and it is still 1.0.0. If they are not meant, undo them. If they are,"
                + " set info.version to 2.0.0.\n"
                + "impact: FAILED. The Java API has changes of the class major since 1.0.0, and the"
                + " version is 1.0.0. If they are not meant, undo them. If they are, set it with mvn"
                + " versions:set -DnewVersion=2.0.0-SNAPSHOT.\n"
                + "impact: see target/impact.md\n"),
        run("1.0.0-SNAPSHOT", false));
    String report = Files.readString(root.resolve("target/impact.md"));
    assertTrue(report.contains("**Refused.** specs/songs/openapi.yaml: "), report);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(root.resolve(name), text);
  }

  private void publish(Path document) throws IOException {
    Path made = ClientJar.of(document, Files.createTempDirectory(root, "client"));
    Path jar = root.resolve("specwright-songs-generated-1.0.0.jar");
    Files.deleteIfExists(jar);
    Files.move(made, jar);
    write("target/published.classpath", jar.toString());
  }

  private Outcome run(String version, boolean record) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-classpath",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                ImpactCommand.class.getName()));
    command.addAll(
        List.of(
            root.toString(),
            version,
            root.resolve("target/published.classpath").toString(),
            String.valueOf(record)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
