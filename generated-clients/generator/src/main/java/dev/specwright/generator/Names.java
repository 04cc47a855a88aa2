package dev.specwright.generator;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Java names: which are taken, and which would collide. */
final class Names {
  /** Simple names that generated code uses, or that every Java file knows. */
  private static final Set<String> TAKEN_CLASSES =
      Set.of(
          "ApiCall",
          "ApiDescription",
          "ApiDocument",
          "ApiOperation",
          "Body",
          "Boolean",
          "Builder",
          "Byte",
          "Call",
          "Character",
          "Class",
          "Comparable",
          "Deprecated",
          "Double",
          "Enum",
          "ErrorShape",
          "Exception",
          "Field",
          "Float",
          "FormBody",
          "GeneratedAdapters",
          "Header",
          "IOException",
          "Instant",
          "Integer",
          "Iterable",
          "JsonAdapter",
          "JsonReader",
          "JsonText",
          "JsonWriter",
          "List",
          "Long",
          "Map",
          "Models",
          "Moshi",
          "Multipart",
          "MultipartBody",
          "Nullable",
          "Number",
          "Object",
          "Objects",
          "Override",
          "Page",
          "Part",
          "Path",
          "Process",
          "Query",
          "QueryMap",
          "QueryParameters",
          "Record",
          "RequestBody",
          "ResponseBody",
          "Runnable",
          "SecurityScheme",
          "Set",
          "Short",
          "StandardAdapters",
          "Streaming",
          "String",
          "System",
          "Thread",
          "Types",
          "URI",
          "UUID",
          "Void",
          "ZeroOrOne");

  /** Methods of a generated model that a property's accessor must not replace. */
  private static final Set<String> TAKEN_METHODS =
      Set.of(
          "additionalProperties",
          "builder",
          "build",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toBuilder",
          "toString",
          "wait");

  /** The taken or used names of one Java scope. */
  private final Map<String, String> used = new HashMap<>();

  private final String scope;

  Names(String scope) {
    this.scope = scope;
  }

  static boolean isTakenClass(String name) {
    return TAKEN_CLASSES.contains(name);
  }

  static String method(String name) {
    return TAKEN_METHODS.contains(name) ? name + "_" : name;
  }

  /** Notes that {@code wireName} becomes {@code javaName}. */
  void add(String javaName, String wireName) {
    String other = used.putIfAbsent(javaName, wireName);
    if (other != null) {
      throw new UnsupportedDocumentException(
          scope + "." + wireName,
          "has the same Java name as \"" + other + "\": " + javaName + ".",
          "Give one of them an x-java-name.");
    }
  }

  static String upperFirst(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** A Java string literal. */
  static String literal(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
