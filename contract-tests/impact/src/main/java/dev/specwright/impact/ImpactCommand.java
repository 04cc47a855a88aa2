package dev.specwright.impact;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the report of the working tree, or makes the working tree the last release. */
final class ImpactCommand {
  private static final Pattern JAR = Pattern.compile("(.+?)-\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\.jar");

  private ImpactCommand() {}

  /**
   * Writes {@code target/impact.md}, and ends with status 1 if a version was not raised.
   *
   * @param arguments the root of the repository, the version of the build, the file with the class
   *     path of the published jars, and whether to make them the last release
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]);
    String version = arguments[1];
    Path specs = root.resolve("specs");
    Path classPath = Path.of(arguments[2]);
    Documents documents = new Documents(specs);
    Path releases = root.resolve(Release.FOLDER);
    SortedMap<String, Path> published = published(Files.readString(classPath));
    if (Boolean.parseBoolean(arguments[3])) {
      Release.record(published, documents.working(), version, releases);
      System.out.println("impact: Java " + version + " is the last release from now on");
      return;
    }

    @Nullable Release release = Release.in(releases);
    Path work = Files.createTempDirectory(classPath.toAbsolutePath().getParent(), "impact");
    Report report;
    try {
      Impact impact = new Impact(documents, new Gate(specs), release, published, work);
      Canary.check(Canary.compare(impact, work));
      report = impact.report(Version.of(version));
    } finally {
      delete(work);
    }
    Path file = classPath.resolveSibling("impact.md");
    Files.writeString(file, report.markdown());
    for (ApiImpact each : report.apis()) {
      System.out.println(
          "impact: " + each.api() + ": wire " + each.wire().step() + ", Java " + each.javaStep());
    }
    for (String problem : report.problems()) System.out.println("impact: FAILED. " + problem);
    System.out.println("impact: see " + root.relativize(file.toAbsolutePath()));
    if (!report.problems().isEmpty()) System.exit(1);
  }

  /** A module that was only compiled is a folder, not a jar: then there is nothing to compare. */
  private static SortedMap<String, Path> published(String classPath) {
    SortedMap<String, Path> jars = new TreeMap<>();
    for (String entry : classPath.strip().split(Pattern.quote(File.pathSeparator), -1)) {
      Path jar = Path.of(entry);
      Matcher name = JAR.matcher(jar.getFileName().toString());
      if (!name.matches()) {
        throw new IllegalStateException(
            "Expected jars but found "
                + entry
                + ". Run Maven up to verify, not to an earlier phase.");
      }
      jars.put(name.group(1), jar);
    }
    return jars;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : files) Files.delete(each);
  }
}
