package dev.specwright.generator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pattern of an {@code x-date-format}, and the Java type for what it holds. */
final class DatePattern {
  private static final Pattern PART = Pattern.compile("'[^']+'|([A-Za-z])\\1*|['\\[\\]{}#]");
  private static final List<String> DATE = List.of("yyyy", "MM", "dd");
  private static final List<String> TIME = List.of("HH", "mm", "ss", "SSS");
  private static final List<String> OFFSET = List.of("xx", "xxx");

  /** A field that makes sense only next to another. */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "yyyy", DATE,
          "MM", DATE,
          "dd", DATE,
          "HH", List.of("mm"),
          "mm", List.of("HH"),
          "ss", List.of("mm"),
          "SSS", List.of("ss"),
          "xx", List.of("mm"),
          "xxx", List.of("mm"));

  private DatePattern() {}

  /** Returns the simple name of the class in java.time, or null if the pattern has no meaning. */
  static @Nullable String javaType(String pattern) {
    Set<String> fields = fields(pattern);
    if (fields == null) return null;
    boolean date = fields.removeAll(DATE);
    boolean time = fields.removeAll(TIME);
    boolean offset = fields.removeAll(OFFSET);
    if (!fields.isEmpty() || !(date || time) || (offset && !(date && time))) return null;
    if (offset) return "OffsetDateTime";
    if (date) return time ? "LocalDateTime" : "LocalDate";
    return "LocalTime";
  }

  /** Refuses a pattern without a meaning. */
  static void check(String place, String pattern) {
    if (javaType(pattern) != null) return;
    throw new UnsupportedDocumentException(
        place + "." + Extensions.DATE_FORMAT,
        "\""
            + pattern
            + "\" is no date, time or both of yyyy, MM, dd, HH, mm, ss, SSS, xx and xxx.",
        "Write it with these, each once; other letters in single quotes.");
  }

  private static @Nullable Set<String> fields(String pattern) {
    Set<String> fields = new HashSet<>();
    Matcher part = PART.matcher(pattern);
    while (part.find()) {
      boolean literal = part.group().length() > 1 && part.group().startsWith("'");
      if (!literal && !fields.add(part.group())) return null;
    }
    for (String field : fields) {
      if (!fields.containsAll(NEEDED.getOrDefault(field, List.of()))) return null;
    }
    return fields;
  }
}
