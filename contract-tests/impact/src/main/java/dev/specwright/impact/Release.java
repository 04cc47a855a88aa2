package dev.specwright.impact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last Java release: what {@link Outline} left of its jars, and the documents that these were
 * made from, in a folder of the repository. There are no jars to download before somebody publishes
 * some, and a build has to work without a network.
 *
 * @param version its version
 * @param jars the jars by artifact
 * @param documents the documents by API
 */
record Release(Version version, SortedMap<String, Path> jars, SortedMap<String, Path> documents) {
  /** Its folder in the repository. */
  static final String FOLDER = "contract-tests/impact/released";

  private static final Pattern JAR = Pattern.compile("(.+)-(\\d+\\.\\d+\\.\\d+)\\.jar");
  private static final Pattern DOCUMENT = Pattern.compile("(.+)\\.yaml");

  /**
   * Returns the release in a folder, or null if there was none.
   *
   * @throws IllegalStateException if the folder holds several versions
   */
  static @Nullable Release in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return null;
    SortedMap<String, Path> jars = new TreeMap<>();
    SortedMap<String, Path> documents = new TreeMap<>();
    TreeSet<Version> versions = new TreeSet<>();
    for (Path file : filesIn(folder)) {
      String name = file.getFileName().toString();
      Matcher jar = JAR.matcher(name);
      Matcher document = DOCUMENT.matcher(name);
      if (jar.matches()) {
        jars.put(jar.group(1), file);
        versions.add(Version.of(jar.group(2)));
      } else if (document.matches()) {
        documents.put(document.group(1), file);
      }
    }
    if (versions.size() > 1) {
      throw new IllegalStateException(
          "Expected the jars of one release in "
              + folder
              + " but found "
              + versions
              + ". Delete the older ones.");
    }
    return versions.isEmpty() ? null : new Release(versions.first(), jars, documents);
  }

  /**
   * Makes {@code published} the last release.
   *
   * @param published the jars by artifact
   * @param documents the documents that they were made from, by API
   * @throws IllegalArgumentException if the version is that of a snapshot
   */
  static void record(
      SortedMap<String, Path> published,
      SortedMap<String, Path> documents,
      String version,
      Path folder)
      throws IOException {
    if (version.endsWith("-SNAPSHOT")) {
      throw new IllegalArgumentException(
          "Expected the version of a release but found "
              + version
              + ". Set it with mvn versions:set -DnewVersion="
              + Version.of(version)
              + ".");
    }
    Version checked = Version.of(version);
    Files.createDirectories(folder);
    for (Path old : filesIn(folder)) Files.delete(old);
    for (var each : published.entrySet()) {
      Outline.write(each.getValue(), folder.resolve(each.getKey() + "-" + checked + ".jar"));
    }
    for (var each : documents.entrySet()) {
      Files.copy(each.getValue(), folder.resolve(each.getKey() + ".yaml"));
    }
  }

  private static boolean isOurs(Path file) {
    return file.toString().endsWith(".jar") || file.toString().endsWith(".yaml");
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Release::isOurs).sorted().toList();
    }
  }
}
