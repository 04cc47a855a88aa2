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
 * The Java API of the last release: what {@link Outline} left of its jars, in a folder of the
 * repository. There are no jars to download before somebody publishes some, and a build has to work
 * without a network.
 *
 * @param version its version
 * @param jars the jars by artifact
 */
record Release(Version version, SortedMap<String, Path> jars) {
  private static final Pattern NAME = Pattern.compile("(.+)-(\\d+\\.\\d+\\.\\d+)\\.jar");

  /**
   * Returns the release in a folder, or null if there was none.
   *
   * @throws IllegalStateException if the folder holds several versions
   */
  static @Nullable Release in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return null;
    SortedMap<String, Path> jars = new TreeMap<>();
    TreeSet<Version> versions = new TreeSet<>();
    for (Path jar : jarsIn(folder)) {
      Matcher name = NAME.matcher(jar.getFileName().toString());
      if (!name.matches()) continue;
      jars.put(name.group(1), jar);
      versions.add(Version.of(name.group(2)));
    }
    if (versions.size() > 1) {
      throw new IllegalStateException(
          "Expected the jars of one release in "
              + folder
              + " but found "
              + versions
              + ". Delete the older ones.");
    }
    return versions.isEmpty() ? null : new Release(versions.first(), jars);
  }

  /**
   * Makes {@code published} the last release.
   *
   * @param published the jars by artifact
   * @throws IllegalArgumentException if the version is that of a snapshot
   */
  static void record(SortedMap<String, Path> published, String version, Path folder)
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
    for (Path old : jarsIn(folder)) Files.delete(old);
    for (var each : published.entrySet()) {
      Outline.write(each.getValue(), folder.resolve(each.getKey() + "-" + checked + ".jar"));
    }
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
