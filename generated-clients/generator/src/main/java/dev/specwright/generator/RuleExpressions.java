package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Java expressions for the rules of a schema: {@code Rules.text().maxLength(20)}. They come from
 * the document and not from OpenAPI Generator's model of it, which keeps the limits of a property
 * and loses those of what it refers to.
 */
final class RuleExpressions {
  private final OpenAPI document;
  private final Function<String, String> className;
  private final Predicate<String> isClass;
  private final Set<String> limited;

  /**
   * @param className the class of a schema
   * @param isClass whether a class is generated; other schemas are only names of a type
   * @param limited the classes whose values have to be checked
   */
  RuleExpressions(
      OpenAPI document,
      Function<String, String> className,
      Predicate<String> isClass,
      Set<String> limited) {
    this.document = document;
    this.className = className;
    this.isClass = isClass;
    this.limited = limited;
  }

  /** Returns the rule for values of all of {@code schemas}, or null if they have no limits. */
  @Nullable String of(String place, List<Schema<?>> schemas) {
    return of(place, schemas, new HashSet<>());
  }

  private @Nullable String of(String place, List<Schema<?>> schemas, Set<String> references) {
    Set<String> rules = new LinkedHashSet<>();
    for (Schema<?> schema : schemas) collect(place, schema, rules, references);
    if (rules.isEmpty()) return null;
    return rules.size() == 1
        ? rules.iterator().next()
        : "Rules.all(" + String.join(", ", rules) + ")";
  }

  private void collect(String place, Schema<?> schema, Set<String> rules, Set<String> references) {
    if (schema.get$ref() != null) {
      reference(place, schema.get$ref(), rules, references);
      return;
    }
    if (schema.getAllOf() != null) {
      for (Schema<?> part : schema.getAllOf()) collect(place, part, rules, references);
    }
    listed(schema, rules);
    number(schema, rules);
    if (isFile(schema)) {
      refuseLimits(place, schema);
    } else {
      text(place, schema, rules);
    }
    list(place, schema, rules, references);
    map(place, schema, rules, references);
  }

  private void reference(String place, String ref, Set<String> rules, Set<String> references) {
    String name = ModelUtils.getSimpleRef(ref);
    String type = className.apply(name);
    if (isClass.test(type)) {
      if (limited.contains(type)) {
        rules.add("Rules.of(" + type + ".class, " + type + Names.VALIDATOR + "::validate)");
      }
      return;
    }
    Schema<?> named = ModelUtils.getSchemas(document).get(name);
    // A list of itself has no end.
    if (named == null || !references.add(name)) return;
    collect(place, named, rules, references);
    references.remove(name);
  }

  // ---- kinds of values

  /** Most enums are classes; one inside a parameter with JSON content is not. */
  private static void listed(Schema<?> schema, Set<String> rules) {
    if (schema.getEnum() == null || schema.getEnum().isEmpty()) return;
    String values =
        schema.getEnum().stream()
            .map(value -> value instanceof Number ? number(value) : literal(value))
            .collect(Collectors.joining(", "));
    rules.add("Rules.listed(" + values + ")");
  }

  private static String number(Object value) {
    String number = new BigDecimal(value.toString()).toPlainString();
    return number.contains(".") ? number : number + "L";
  }

  private static String literal(Object value) {
    return Names.literal(value.toString());
  }

  private static void number(Schema<?> schema, Set<String> rules) {
    StringBuilder rule = new StringBuilder("Rules.number()");
    int none = rule.length();
    if (schema.getMinimum() != null) {
      limit(rule, isTrue(schema.getExclusiveMinimum()) ? "above" : "minimum", schema.getMinimum());
    }
    if (schema.getMaximum() != null) {
      limit(rule, isTrue(schema.getExclusiveMaximum()) ? "below" : "maximum", schema.getMaximum());
    }
    if (schema.getMultipleOf() != null && schema.getMultipleOf().signum() > 0) {
      limit(rule, "multipleOf", schema.getMultipleOf());
    }
    if (rule.length() > none) rules.add(rule.toString());
  }

  private static void limit(StringBuilder rule, String method, BigDecimal number) {
    rule.append('.').append(method).append("(\"").append(number.toPlainString()).append("\")");
  }

  private static void text(String place, Schema<?> schema, Set<String> rules) {
    // The type of a date writes its form, and no other.
    if (Extensions.text(schema, Extensions.DATE_FORMAT) != null) return;
    StringBuilder rule = new StringBuilder("Rules.text()");
    int none = rule.length();
    limit(rule, "minLength", schema.getMinLength());
    limit(rule, "maxLength", schema.getMaxLength());
    String pattern = schema.getPattern();
    if (pattern != null) {
      rule.append(".pattern(")
          .append(Names.literal(EcmaPattern.toJava(place, pattern)))
          .append(", ")
          .append(Names.literal(pattern))
          .append(')');
    }
    if (rule.length() > none) rules.add(rule.toString());
  }

  private void list(String place, Schema<?> schema, Set<String> rules, Set<String> references) {
    Schema<?> items = schema.getItems();
    String element = items == null ? null : of(place, List.of(items), references);
    StringBuilder rule = new StringBuilder("Rules.list()");
    int none = rule.length();
    limit(rule, "minItems", schema.getMinItems());
    limit(rule, "maxItems", schema.getMaxItems());
    if (isTrue(schema.getUniqueItems())) rule.append(".uniqueItems()");
    if (rule.length() == none && element == null) return;
    rules.add("Rules.list(" + (element == null ? "" : element) + ")" + rule.substring(none));
  }

  private void map(String place, Schema<?> schema, Set<String> rules, Set<String> references) {
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      String value = of(place, List.of(values), references);
      if (value != null) rules.add("Rules.map(" + value + ")");
    }
    String size = size(schema);
    if (size != null) rules.add(size);
  }

  /** Returns the rule for the number of properties, or null if there is none. */
  static @Nullable String size(Schema<?> schema) {
    StringBuilder rule = new StringBuilder("Rules.size()");
    int none = rule.length();
    limit(rule, "minProperties", schema.getMinProperties());
    limit(rule, "maxProperties", schema.getMaxProperties());
    return rule.length() == none ? null : rule.toString();
  }

  private static void limit(StringBuilder rule, String method, @Nullable Integer count) {
    boolean says = count != null && (method.startsWith("max") || count > 0);
    if (says) rule.append('.').append(method).append('(').append(count).append(')');
  }

  private static boolean isFile(Schema<?> schema) {
    return "string".equals(schema.getType()) && "binary".equals(schema.getFormat());
  }

  /** Refuses limits of a file. */
  static void refuseLimits(String place, Schema<?> schema) {
    if (schema.getMinLength() == null
        && schema.getMaxLength() == null
        && schema.getPattern() == null) {
      return;
    }
    throw new UnsupportedDocumentException(
        place,
        "is a file with limits, which nobody can check before it is read.",
        "Say it in the description.");
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
