package dev.specwright.generator;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.api.TemplatingExecutor;
import org.openapitools.codegen.templating.MustacheEngineAdapter;

/** Mustache for templates that print views, as Java that is not formatted yet, or as it is. */
final class ViewEngine extends MustacheEngineAdapter {
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
    String text = super.compileTemplate(executor, bundle, templateFile);
    return printsJava(templateFile) ? withoutEmptySections(withImports(text)) : text;
  }

  /** Returns whether the name has one extension; {@code rules.pro.mustache} says what it prints. */
  private static boolean printsJava(String templateFile) {
    return templateFile.indexOf('.') == templateFile.lastIndexOf('.');
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
