package dev.specwright.generator;

import java.util.Map;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/** The Java type of a property, and the expression that gets its JSON adapter. */
final class JavaTypes {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "Long", "long", "Integer", "int", "Boolean", "boolean", "Double", "double", "Float",
          "float");

  private JavaTypes() {}

  static String of(CodegenProperty property) {
    if (property.isArray) {
      return (property.getUniqueItems() ? "Set<" : "List<") + element(property.items) + ">";
    }
    if (property.isMap || property.isFreeFormObject) {
      return property.additionalProperties == null
          ? "Map<String, @Nullable Object>"
          : "Map<String, " + element(property.additionalProperties) + ">";
    }
    return property.isAnyType ? "Object" : property.dataType;
  }

  private static String element(CodegenProperty property) {
    return (property.isNullable || property.isAnyType ? "@Nullable " : "") + of(property);
  }

  /** The type for a parameter that is always there. */
  static String primitive(String type) {
    return PRIMITIVES.getOrDefault(type, type);
  }

  /** A {@code java.lang.reflect.Type} expression. */
  static String reflect(CodegenProperty property) {
    if (property.isArray) {
      String list = property.getUniqueItems() ? "Set" : "List";
      return "Types.newParameterizedType(" + list + ".class, " + reflect(property.items) + ")";
    }
    if (property.isMap || property.isFreeFormObject) {
      String value =
          property.additionalProperties == null
              ? "Object.class"
              : reflect(property.additionalProperties);
      return "Types.newParameterizedType(Map.class, String.class, " + value + ")";
    }
    return of(property) + ".class";
  }

  /** As {@link #reflect(CodegenProperty)}; OpenAPI Generator has a class of its own for these. */
  static String reflect(CodegenParameter parameter) {
    if (parameter.isArray) {
      return "Types.newParameterizedType(List.class, " + reflect(parameter.items) + ")";
    }
    if (parameter.isMap || parameter.isFreeFormObject) {
      String value =
          parameter.additionalProperties == null
              ? "Object.class"
              : reflect(parameter.additionalProperties);
      return "Types.newParameterizedType(Map.class, String.class, " + value + ")";
    }
    return parameter.dataType + ".class";
  }

  /** An expression for the adapter, with {@code moshi} in scope. */
  static String adapter(CodegenProperty property) {
    return isZeroOrOne(property)
        ? "StandardAdapters.ZERO_OR_ONE"
        : "moshi.adapter(" + reflect(property) + ")";
  }

  static boolean isZeroOrOne(CodegenProperty property) {
    return Extensions.isTrue(property.vendorExtensions, Extensions.BOOLEAN);
  }
}
