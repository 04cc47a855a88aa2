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
import java.util.List;

/**
 * Formats what the templates have printed, and drops the imports that a file does not need. So a
 * template may import all that it might use, and need not care for line length.
 *
 * <p>All files at once, since it takes half of the time of a generation, and uses all cores.
 */
final class SourceFormatter {
  private SourceFormatter() {}

  /** Formats Java files in place. */
  static void format(List<Path> files) {
    files.parallelStream().forEach(SourceFormatter::format);
  }

  private static void format(Path file) {
    try {
      Files.writeString(file, formatted(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(
          "The templates printed what is not Java: " + file + ":" + e.getMessage(), e);
    } catch (IllegalAccessError e) {
      throw new IllegalStateException(
          "google-java-format needs javac's packages. Run Maven with the --add-exports of"
              + " .mvn/jvm.config.",
          e);
    }
  }

  private static String formatted(String source) throws FormatterException {
    String used = RemoveUnusedImports.removeUnusedImports(source);
    return new Formatter()
        .formatSource(ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE));
  }
}
