package dev.specwright.generator;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Translates a pattern of a document, which is one of ECMA-262, into one of {@code java.util.regex}
 * that finds the same texts. What has no equal there is refused.
 */
final class EcmaPattern {
  /** Any character, line breaks included; a class, since Java's matcher calls itself for groups. */
  private static final String ANY = "[\\x{0}-\\x{10FFFF}]";

  /** What a dot does not match. */
  private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";

  /** What ECMA-262 calls white space; Java's means ASCII only. */
  private static final String SPACES =
      "\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

  private static final String NOT_SPACE = "[^" + SPACES + "]";

  private static final String BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
  private static final String NO_BOUNDARY = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";

  private static final Pattern GROUP =
      Pattern.compile("\\((?:\\?(?::|=|!|<=|<!)|\\?<\\w+>|(?!\\?))");
  private static final Pattern REPEAT = Pattern.compile("(?:[*+?]|\\{\\d+(?:,\\d*)?\\})\\??");
  private static final Pattern CODE = Pattern.compile("x\\p{XDigit}{2}|u\\p{XDigit}{4}");
  private static final Pattern LONG_CODE = Pattern.compile("u\\{(\\p{XDigit}+)\\}");
  private static final Pattern CATEGORY = Pattern.compile("[pP]\\{(?:[CLMNPSZ][a-z]?)\\}");

  private final String place;
  private final String source;
  private final StringBuilder java = new StringBuilder();
  private int at;

  private EcmaPattern(String place, String source) {
    this.place = place;
    this.source = source;
  }

  /**
   * Returns the Java pattern.
   *
   * @throws UnsupportedDocumentException if there is none, naming {@code place}
   */
  static String toJava(String place, String source) {
    return new EcmaPattern(place, source).translate();
  }

  private String translate() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        case '(' -> group();
        case '.' -> add("[^" + LINE_ENDS + "]");
        case '$' -> add("\\z");
        case '*', '+', '?' -> repeat();
        case '{' -> {
          if (ahead(REPEAT).isEmpty()) add("\\{");
          else repeat();
        }
        default -> add(String.valueOf(c));
      }
    }
    String result = java.toString();
    try {
      Pattern.compile(result);
    } catch (PatternSyntaxException e) {
      throw refused("cannot be written in Java: " + e.getDescription());
    }
    return result;
  }

  private void add(String text) {
    java.append(text);
    at++;
  }

  private void group() {
    String opening = taken(GROUP, "has a group that ECMA-262 does not know");
    // Nothing can refer to a name, and Java allows fewer.
    java.append(opening.endsWith(">") ? "(" : opening);
  }

  private void repeat() {
    java.append(taken(REPEAT, "repeats a repetition"));
    // Java would take a second sign for a possessive repetition, or for another round.
    if (!ahead(REPEAT).isEmpty()) throw refused("repeats a repetition");
  }

  // ---- escapes

  private void escape(boolean inClass) {
    at++;
    if (at == source.length()) throw refused("ends in a backslash");
    char c = source.charAt(at);
    String longCode = ahead(LONG_CODE);
    if (!longCode.isEmpty()) {
      java.append("\\x").append(longCode.substring(1));
      at += longCode.length();
    } else if (!ahead(CODE).isEmpty()) {
      java.append('\\').append(taken(CODE, ""));
    } else if (!ahead(CATEGORY).isEmpty()) {
      java.append('\\').append(taken(CATEGORY, ""));
    } else if (c == 'c' && at + 1 < source.length() && isLetter(source.charAt(at + 1))) {
      java.append("\\x%02X".formatted(source.charAt(at + 1) % 32));
      at += 2;
    } else if ("dDwWtnrf".indexOf(c) >= 0) {
      add("\\" + c);
    } else if (c == 'v') {
      add("\\x0B");
    } else if (c == 's') {
      add(inClass ? SPACES : "[" + SPACES + "]");
    } else if (c == 'S') {
      add(NOT_SPACE);
    } else if (c == 'b') {
      add(inClass ? "\\x08" : BOUNDARY);
    } else if (c == 'B' && !inClass) {
      add(NO_BOUNDARY);
    } else if (c == '0' && !isDigit(at + 1)) {
      add("\\x00");
    } else if (isDigit(at) || c == 'k') {
      throw refused("refers back to a group");
    } else if (Character.isLetter(c)) {
      throw refused("has the escape \\" + c + ", which is not known in Java and ECMA-262 alike");
    } else {
      add("\\" + c);
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean isDigit(int index) {
    return index < source.length() && Character.digit(source.charAt(index), 10) >= 0;
  }

  // ---- classes

  /** One member of a class; a set, such as {@code \d}, cannot begin or end a range. */
  private record Member(String java, boolean set) {}

  private void characterClass() {
    at++;
    boolean negated = source.startsWith("^", at);
    if (negated) at++;
    StringBuilder members = new StringBuilder();
    boolean notSpace = false;
    Member previous = new Member("", true);
    boolean everything = false;
    while (at < source.length() && source.charAt(at) != ']') {
      Member member = member();
      everything |= areOpposites(previous.java(), member.java());
      if (negated && member.java().equals(NOT_SPACE)) {
        notSpace = true;
      } else {
        members.append(member.java());
      }
      previous = member;
    }
    if (at == source.length()) throw refused("has a class without an end");
    at++;
    String all = members.toString();
    if (everything || (all.isEmpty() && !notSpace)) {
      java.append(everything == negated ? "(?!)" : ANY);
    } else if (notSpace) {
      // What is neither a member nor no space: Java has no union inside a negated class.
      java.append('[').append(SPACES).append(all.isEmpty() ? "" : "&&[^" + all + "]").append(']');
    } else {
      java.append(negated ? "[^" : "[").append(all).append(']');
    }
  }

  /** {@code [\s\S]} and the like: how ECMA-262 writes any character. */
  private static boolean areOpposites(String one, String other) {
    return isPair(one, other, SPACES, NOT_SPACE)
        || isPair(one, other, "\\d", "\\D")
        || isPair(one, other, "\\w", "\\W");
  }

  private static boolean isPair(String one, String other, String a, String b) {
    return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
  }

  /** Reads a character, a set, or a range. */
  private Member member() {
    Member first = single();
    boolean range = !first.set() && source.startsWith("-", at) && !source.startsWith("-]", at);
    if (!range) return first;
    int hyphen = at++;
    if (at == source.length()) return first;
    Member last = single();
    if (!last.set()) return new Member(first.java() + "-" + last.java(), true);
    // ECMA-262 takes the hyphen before a set for itself; the next call reads it.
    at = hyphen;
    return first;
  }

  private Member single() {
    int c = source.codePointAt(at);
    if (c == '\\') {
      int from = java.length();
      boolean set = "dDwWsSpP".indexOf(source.charAt(Math.min(at + 1, source.length() - 1))) >= 0;
      escape(true);
      String text = java.substring(from);
      java.setLength(from);
      return new Member(text, set);
    }
    at += Character.charCount(c);
    // Java would begin a class in the class, an intersection, a negation or a range.
    String text = Character.toString(c);
    return new Member("[&^-".contains(text) ? "\\" + text : text, false);
  }

  // ---- reading

  private String ahead(Pattern pattern) {
    var matcher = pattern.matcher(source).region(at, source.length());
    return matcher.lookingAt() ? matcher.group() : "";
  }

  private String taken(Pattern pattern, String problem) {
    String text = ahead(pattern);
    if (text.isEmpty()) throw refused(problem);
    at += text.length();
    return text;
  }

  private UnsupportedDocumentException refused(String problem) {
    return new UnsupportedDocumentException(
        place + ".pattern",
        "\"" + source + "\" " + problem + ".",
        "Write it so that both ECMA-262 and java.util.regex understand it.");
  }
}
