package dev.specwright.generator;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Formats what the templates have printed, and drops the imports that a file does not need. So a
 * template may import all that it might use, and need not care for line length.
 *
 * <p>Where Java does not give javac's packages to google-java-format, the code stays as printed: it
 * is the same to a compiler, and nobody has to configure a JVM to get a client.
 *
 * <p>All files at once, since it takes half of the time of a generation, and uses all cores. A file
 * whose formatted text is that of the generation before keeps its time, so that javac has nothing
 * to do; OpenAPI Generator's {@code minimalUpdate} compares what is not formatted yet.
 */
final class SourceFormatter {
  private static final Logger LOG = LoggerFactory.getLogger(SourceFormatter.class);
  private static final String JAVAC = "com.sun.tools.javac.";
  private static final List<String> NEEDED =
      List.of("api", "code", "file", "parser", "tree", "util");

  private record Source(String text, FileTime modified) {}

  private final Map<Path, Source> before;
  private final List<Path> files = new ArrayList<>();

  private SourceFormatter(Map<Path, Source> before) {
    this.before = before;
  }

  /** Returns one for the files of {@code folder}, before the generator writes there. */
  static SourceFormatter of(Path folder) {
    Map<Path, Source> before = new HashMap<>();
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(SourceFormatter::isJava).toList()) {
            before.put(
                key(file), new Source(Files.readString(file), Files.getLastModifiedTime(file)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SourceFormatter(before);
  }

  /** Takes a file that was written; only one of Java is formatted. */
  void add(Path file) {
    if (isJava(file)) files.add(file);
  }

  /** Formats what was added, in place. */
  void format() {
    boolean possible = mayUseJavac();
    if (!possible) {
      LOG.warn(
          "Left the code unformatted, since google-java-format needs packages of javac. To have it"
              + " formatted, run Java with {}: Maven reads that from .mvn/jvm.config.",
          NEEDED.stream()
              .map(name -> "--add-exports=jdk.compiler/" + JAVAC + name + "=ALL-UNNAMED")
              .collect(Collectors.joining(" ")));
    }
    files.parallelStream().forEach(file -> finish(file, possible));
    files.clear();
  }

  private static boolean mayUseJavac() {
    Module formatter = Formatter.class.getModule();
    return ModuleLayer.boot()
        .findModule("jdk.compiler")
        .filter(
            javac -> NEEDED.stream().allMatch(name -> javac.isExported(JAVAC + name, formatter)))
        .isPresent();
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }

  private static Path key(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private void finish(Path file, boolean format) {
    try {
      String printed = Files.readString(file);
      String text = format ? formatted(printed) : printed;
      Files.writeString(file, text);
      Source source = before.get(key(file));
      if (source != null && source.text().equals(text)) {
        Files.setLastModifiedTime(file, source.modified());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(
          "The templates printed what is not Java: " + file + ":" + e.getMessage(), e);
    }
  }

  private static String formatted(String source) throws FormatterException {
    String used = RemoveUnusedImports.removeUnusedImports(source);
    return new Formatter()
        .formatSource(ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE));
  }
}
