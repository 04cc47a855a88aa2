package dev.specwright.generator;

import org.openapitools.codegen.CodegenParameter;

/**
 * Paths as Retrofit takes them: relative, so that a path of the base URL stays. What stands before
 * a colon in the first segment of a relative URL would be a scheme.
 */
final class PathTemplates {
  private PathTemplates() {}

  /** Refuses a path that would be another URL. */
  static void check(String place) {
    String path = place.substring(place.indexOf('/'), place.lastIndexOf('.'));
    // Retrofit takes the dot that relative() puts in front of a path only if nothing is filled in.
    if (!firstSegment(path).contains(":") || !path.contains("{")) return;
    throw new UnsupportedDocumentException(
        "paths." + path,
        "has a colon in its first segment and a parameter, which would be read as another URL.",
        "Move the last segment of the server's URL to the front of the path.");
  }

  /** Returns the path for the annotation of a method. */
  static String relative(String path) {
    return (firstSegment(path).contains(":") ? "./" : "") + path.replaceFirst("^/", "");
  }

  /** Returns the annotation of a path argument. */
  static String argument(String path, CodegenParameter parameter) {
    String name = Names.literal(parameter.baseName);
    return mayEndScheme(path, "{" + parameter.baseName + "}")
        ? "@Path(value = " + name + ", encoded = true)"
        : "@Path(" + name + ")";
  }

  /** Whether what comes before a colon in {@code argument} may be a scheme. */
  private static boolean mayEndScheme(String path, String argument) {
    String segment = firstSegment(path);
    if (!segment.contains(argument)) return false;
    String before = segment.substring(0, segment.indexOf(argument));
    return before.replaceAll("\\{[^}]*}", "a").matches("([A-Za-z][A-Za-z0-9+.-]*)?");
  }

  private static String firstSegment(String path) {
    return path.replaceFirst("^/", "").split("/", 2)[0];
  }
}
