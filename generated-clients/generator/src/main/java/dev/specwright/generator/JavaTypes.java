package dev.specwright.generator;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.IJsonSchemaValidationProperties;

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

  /** Refuses bytes where only JSON or text can be. */
  static void refuseFile(String place, @Nullable IJsonSchemaValidationProperties type) {
    if (type == null) return;
    if ("File".equals(type.getDataType()) && !type.getIsModel()) {
      throw new UnsupportedDocumentException(
          place,
          "is binary inside JSON or a text.",
          "Use format byte, which is base64, or a part of a multipart body.");
    }
    refuseFile(place, type.getItems());
    refuseFile(place, type.getAdditionalProperties());
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
    return single(of(property), property.vendorExtensions);
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
    return single(parameter.dataType, extensions(parameter));
  }

  /** A type that Moshi has an adapter for; one of its own where JSON has a form of its own. */
  private static String single(String type, Map<String, Object> extensions) {
    String date = Extensions.text(extensions, Extensions.DATE_FORMAT);
    if (date != null) return "DateFormats.type(" + type + ".class, " + Names.literal(date) + ")";
    return Extensions.isTrue(extensions, Extensions.BOOLEAN) ? "ZeroOrOne.TYPE" : type + ".class";
  }

  /** An expression for the adapter, with {@code moshi} in scope. */
  static String adapter(CodegenProperty property) {
    return adapter(reflect(property));
  }

  /** An expression for the adapter of a {@code java.lang.reflect.Type} expression. */
  static String adapter(String type) {
    return "ByteJsonAdapter.of(moshi, " + type + ")";
  }

  static boolean isZeroOrOne(CodegenProperty property) {
    return Extensions.isTrue(property.vendorExtensions, Extensions.BOOLEAN);
  }

  // ---- how single values are written, where only annotations can say so

  /** The annotation for the single values in {@code property}; empty if they need none. */
  static String mark(@Nullable CodegenProperty property) {
    if (property == null) return "";
    if (property.isArray) return mark(property.items);
    return property.isMap ? mark(property.additionalProperties) : mark(property.vendorExtensions);
  }

  static String mark(CodegenParameter parameter) {
    if (parameter.isArray) return mark(parameter.items);
    return parameter.isMap ? mark(parameter.additionalProperties) : mark(extensions(parameter));
  }

  static @Nullable String dateFormat(CodegenParameter parameter) {
    return Extensions.text(extensions(parameter), Extensions.DATE_FORMAT);
  }

  private static String mark(Map<String, Object> extensions) {
    if (Extensions.isTrue(extensions, Extensions.BOOLEAN)) return "@ZeroOrOne";
    String date = Extensions.text(extensions, Extensions.DATE_FORMAT);
    return date == null ? "" : "@DateFormat(" + Names.literal(date) + ")";
  }

  /** What the schema of a parameter says; of a part of a multipart body, the part itself. */
  private static Map<String, Object> extensions(CodegenParameter parameter) {
    return parameter.getSchema() == null
        ? parameter.vendorExtensions
        : parameter.getSchema().vendorExtensions;
  }
}
