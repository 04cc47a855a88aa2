package dev.specwright.generator;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.regex.Pattern;
import org.openapitools.codegen.CodegenParameter;

/**
 * Paths as Retrofit takes them: relative, so that a path of the base URL stays. What stands before
 * a colon in the first segment of a relative URL would be a scheme.
 */
final class PathTemplates {
  /** What Retrofit takes as the name of a path parameter. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

  /** What no path has outside of a parameter's name. */
  private static final Pattern OTHER = Pattern.compile("[?#]|\\{}");

  private PathTemplates() {}

  /** Refuses a path parameter that Retrofit could not fill in. */
  static void check(String place, Parameter parameter) {
    // Nobody fills in a credential but the client itself.
    if (Extensions.text(parameter.getExtensions(), Extensions.CREDENTIAL) != null) return;
    String name = parameter.getName();
    if (!NAME.matcher(name).matches()) {
      throw new UnsupportedDocumentException(
          place + ".parameters." + name,
          "has a name that Retrofit does not take in a path.",
          "Begin it with a letter, and use letters, digits, _ and - only; it is not sent.");
    }
    if (!path(place).contains("{" + name + "}")) {
      throw new UnsupportedDocumentException(
          place + ".parameters." + name,
          "is in the path, which has no {" + name + "}.",
          "Add it to the path, or leave the parameter out.");
    }
  }

  /** Refuses a path that would be another URL. */
  static void check(String place) {
    String path = path(place);
    if (OTHER.matcher(path).find()) {
      throw new UnsupportedDocumentException(
          "paths." + path,
          "is more than a path, or has a parameter without a name.",
          "Describe what comes after ? as parameters, and leave out what comes after #.");
    }
    // Retrofit takes the dot that relative() puts in front of a path only if nothing is filled in.
    if (!firstSegment(path).contains(":") || !path.contains("{")) return;
    throw new UnsupportedDocumentException(
        "paths." + path,
        "has a colon in its first segment and a parameter, which would be read as another URL.",
        "Move the last segment of the server's URL to the front of the path.");
  }

  /** Returns the path of the operation at {@code place}. */
  static String path(String place) {
    return place.substring(place.indexOf('/'), place.lastIndexOf('.'));
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
