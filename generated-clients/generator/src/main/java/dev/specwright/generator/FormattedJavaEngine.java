package dev.specwright.generator;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.api.TemplatingExecutor;
import org.openapitools.codegen.templating.MustacheEngineAdapter;

/**
 * Formats what the templates print, and drops the imports that this file does not need. So a
 * template may import all that it might use, and need not care for line length.
 */
final class FormattedJavaEngine extends MustacheEngineAdapter {
  /** What types and adapters may be made of, wherever they stand. */
  private static final List<String> IMPORTS =
      List.of(
          "dev.specwright.runtime.DateFormat",
          "dev.specwright.runtime.DateFormats",
          "dev.specwright.runtime.ZeroOrOne",
          "java.time.LocalDateTime",
          "java.time.LocalTime");

  /** {@code name@template}: the template prints what the bundle holds under this name as a view. */
  static final String VIEW_OF = "@";

  private final Formatter formatter = new Formatter();

  @Override
  public String compileTemplate(
      TemplatingExecutor executor, Map<String, Object> bundle, String templateFile)
      throws IOException {
    int end = templateFile.indexOf(VIEW_OF);
    if (end > 0) {
      Map<String, Object> own = new HashMap<>(bundle);
      own.put("view", bundle.get(templateFile.substring(0, end)));
      return compileTemplate(executor, own, templateFile.substring(end + 1));
    }
    String source = withImports(super.compileTemplate(executor, bundle, templateFile));
    try {
      String used = RemoveUnusedImports.removeUnusedImports(withoutEmptySections(source));
      return formatter.formatSource(
          ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE));
    } catch (FormatterException e) {
      throw new IllegalStateException(
          "The template " + templateFile + " printed what is not Java: " + e.getMessage(), e);
    } catch (IllegalAccessError e) {
      throw new IllegalStateException(
          "google-java-format needs javac's packages. Run Maven with the --add-exports of"
              + " .mvn/jvm.config.",
          e);
    }
  }

  /** Adds imports that any file may need; those that this one does not need are dropped later. */
  private static String withImports(String source) {
    StringBuilder imports = new StringBuilder("$0\n");
    IMPORTS.forEach(name -> imports.append("import ").append(name).append(";\n"));
    return source.replaceFirst("(?m)^package .*;$", imports.toString());
  }

  /** Drops the blank lines that a section without content leaves at the start of a block. */
  private static String withoutEmptySections(String source) {
    return source.replaceAll("\\{[ \\t]*\\n\\s*\\n", "{\n").replaceAll("\\n\\s*\\n\\s*\\n", "\n\n");
  }
}
