package dev.specwright.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.IJsonSchemaValidationProperties;

/** The limits and the default of a value, as its documentation tells them. */
final class LimitTexts {
  private LimitTexts() {}

  /** Returns one sentence; empty if there is nothing to tell. */
  static String of(CodegenProperty property) {
    return of(property, property.isReadOnly, property.defaultValue);
  }

  /** Returns one sentence; empty if there is nothing to tell. */
  static String of(CodegenParameter parameter) {
    return of(parameter, false, parameter.defaultValue);
  }

  private static String of(
      IJsonSchemaValidationProperties value, boolean readOnly, @Nullable String defaultValue) {
    List<String> limits = new ArrayList<>();
    if (value.getMinimum() != null) {
      limits.add((value.getExclusiveMinimum() ? "more than " : "at least ") + value.getMinimum());
    }
    if (value.getMaximum() != null) {
      limits.add((value.getExclusiveMaximum() ? "less than " : "at most ") + value.getMaximum());
    }
    if (value.getMultipleOf() != null) limits.add("a multiple of " + value.getMultipleOf());
    count(limits, value.getMinLength(), value.getMaxLength(), "character", "characters");
    count(limits, value.getMinItems(), value.getMaxItems(), "element", "elements");
    if (value.getUniqueItems()) limits.add("no element twice");
    count(limits, value.getMinProperties(), value.getMaxProperties(), "property", "properties");
    if (value.getPattern() != null) {
      // OpenAPI Generator escapes it for a string literal.
      String pattern = value.getPattern().replace("\\\\", "\\");
      limits.add("matches " + Javadoc.code(pattern));
    }
    if (readOnly) limits.add("read only");
    if (defaultValue != null) limits.add("default " + Javadoc.code(defaultValue));
    if (limits.isEmpty()) return "";
    return Names.upperFirst(String.join(", ", limits)) + ".";
  }

  private static void count(
      List<String> limits, @Nullable Integer min, @Nullable Integer max, String one, String many) {
    if (min != null) limits.add("at least " + min + " " + (min == 1 ? one : many));
    if (max != null) limits.add("at most " + max + " " + (max == 1 ? one : many));
  }
}
