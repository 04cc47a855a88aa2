package dev.specwright.generator;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java names: which are taken, and which would collide. */
final class Names {
  /** What the class of a schema's adapter ends with. */
  static final String ADAPTER = "JsonAdapter";

  /** What the class ends with that checks a schema's values, or an interface's arguments. */
  static final String VALIDATOR = "Validator";

  /** Simple names that generated code uses; a schema of that name gets another. */
  private static final Set<String> TAKEN_CLASSES =
      Set.of(
          "Annotation",
          "AnswerHeaders",
          "ApiCall",
          "ApiDescription",
          "ApiDocument",
          "ApiOperation",
          "ApiWebhooks",
          "BigDecimal",
          "Body",
          "Boolean",
          "Builder",
          "Byte",
          "ByteJsonAdapter",
          "ByteString",
          "Call",
          "Character",
          "Class",
          "Collection",
          "CommaSeparated",
          "Comparable",
          "DELETE",
          "DateFormat",
          "DateFormats",
          "Deprecated",
          "Double",
          "Enum",
          "ErrorShape",
          "Exception",
          "Field",
          "Float",
          "FormBody",
          "GET",
          "GeneratedAdapters",
          "GeneratedValidators",
          "HTTP",
          "Header",
          "Headers",
          "IOException",
          "IllegalStateException",
          "Instant",
          "Integer",
          "Iterable",
          "JsonAdapter",
          "JsonByteReader",
          "JsonMembers",
          "JsonNames",
          "JsonText",
          "JsonTokenWriter",
          "Known",
          "LinkedHashMap",
          "List",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "Long",
          "Map",
          "Models",
          "Moshi",
          "Multipart",
          "MultipartBody",
          "NullMarked",
          "Nullable",
          "Number",
          "Object",
          "Objects",
          "OffsetDateTime",
          "Override",
          "PATCH",
          "POST",
          "PUT",
          "Page",
          "Part",
          "Path",
          "Process",
          "Query",
          "QueryMap",
          "Record",
          "RequestArguments",
          "RequestBody",
          "RequestOptions",
          "RequestValidator",
          "Response",
          "ResponseBody",
          "Rule",
          "Rules",
          "Runnable",
          "SafeUrl",
          "SecurityScheme",
          "Set",
          "Short",
          "SizeRule",
          "StandardAdapters",
          "Streaming",
          "String",
          "SuppressWarnings",
          "System",
          "Thread",
          "Type",
          "Types",
          "URI",
          "UUID",
          "Union",
          "Unknown",
          "Violations",
          "Void",
          "Webhook",
          "ZeroOrOne");

  private static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

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
  private final String remedy;

  Names(String scope) {
    this(scope, "Give one of them an " + Extensions.JAVA_NAME + ".");
  }

  /** {@code remedy} is what to do where nobody reads an {@code x-java-name}. */
  Names(String scope, String remedy) {
    this.scope = scope;
    this.remedy = remedy;
  }

  static boolean isTakenClass(String name) {
    return TAKEN_CLASSES.contains(name);
  }

  /** The class for the options of a method. */
  static String options(String method) {
    return upperFirst(method) + "Options";
  }

  /** The class for the headers of the answer of a method. */
  static String headers(String method) {
    return upperFirst(method) + "Headers";
  }

  /** Whether every object has a method of this name, which no operation can have. */
  static boolean isMethodOfObject(String name) {
    return METHODS_OF_OBJECT.contains(name);
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
          remedy);
    }
  }

  /** Checks the {@code x-java-name} of {@code wireName}. */
  String chosen(String javaName, String wireName) {
    if (SourceVersion.isIdentifier(javaName)
        && !SourceVersion.isKeyword(javaName)
        && !TAKEN_METHODS.contains(javaName)) {
      return javaName;
    }
    throw new UnsupportedDocumentException(
        scope + "." + wireName,
        "has the x-java-name \"" + javaName + "\", which a method cannot have.",
        "Choose another.");
  }

  static String upperFirst(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** A Java string literal. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '"') literal.append('\\');
      if (c < ' ') literal.append("\\%03o".formatted((int) c));
      else literal.append(c);
    }
    return literal.append('"').toString();
  }
}
