package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EcmaPatternTest {
  private static boolean finds(String pattern, String text) {
    return Pattern.compile(EcmaPattern.toJava("here", pattern)).matcher(text).find();
  }

  /** Whether JavaScript finds it: {@code new RegExp(pattern, "u").test(text)}. */
  static Stream<Arguments> findings() {
    return Stream.of(
        arguments("^[A-Z]{2}$", "AB", true),
        arguments("^[A-Z]{2}$", "AB\n", false),
        arguments("[a-c]", "xxbxx", true),
        arguments("^.$", "\u0085", true),
        arguments("^.$", "\u2028", false),
        arguments("^.$", "\n", false),
        arguments("^.$", "\uD83D\uDE00", true),
        arguments("^[\\s\\S]*$", "a\nb", true),
        arguments("^[^]$", "\n", true),
        arguments("[]", "a", false),
        arguments("^\\s$", "\u00A0", true),
        arguments("^\\S$", "\u00A0", false),
        arguments("^[\\S ]$", " ", true),
        arguments("^[\\S ]$", "\t", false),
        arguments("^[^\\S\n]$", "\n", false),
        arguments("^[^\\S\n]$", "\t", true),
        arguments("^[^\\S\n]$", "a", false),
        arguments("^\\d$", "\u0661", false),
        arguments("^\\w$", "\u00E9", false),
        arguments("\\bb\\b", "\u00E9b\u00E9", true),
        arguments("a\\Bb", "ab", true),
        arguments("^[a&&b]$", "&", true),
        arguments("^[[a]$", "[", true),
        arguments("^[a^]$", "^", true),
        arguments("^[\\w.-]+$", "a.b-c", true),
        arguments("^[+-]$", "-", true),
        arguments("^[a-c-e]$", "d", false),
        arguments("^[a-c-e]$", "-", true),
        arguments("^[\\\\d-f]$", "e", true),
        arguments("^[\uD83D\uDE00-\uD83D\uDE02]$", "\uD83D\uDE01", true),
        arguments("^\\u{1F600}$", "\uD83D\uDE00", true),
        arguments("^\\x41\\u0042\\cJ\\0\\v$", "AB\n\u0000\u000B", true),
        arguments("^\\p{Lu}\\P{Lu}$", "\u00C9\u00E9", true),
        arguments("^(?<first_name>a)(?:b)(?=c)(?!d)c(?<=c)(?<!d)$", "abc", true),
        arguments("^a{2}b{1,}c{0,1}?$", "aabb", true),
        arguments("^\\/-\\.\\{\\}$", "/-.{}", true),
        arguments("^a(?!$)", "a", false));
  }

  @ParameterizedTest
  @MethodSource("findings")
  void findsWhatEcmaScriptFinds(String pattern, String text, boolean found) {
    assertEquals(found, finds(pattern, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a)\\1",
        "\\k<a>",
        "a++",
        "a*+",
        "(?i)a",
        "(?>a)",
        "\\A",
        "\\Qa",
        "\\h",
        "\\p{Alpha}",
        "a\\",
        "[a",
        "(a",
        "*a",
        "[z-a]",
        "\\00"
      })
  void refusesWhatOneOfThemDoesNotUnderstand(String pattern) {
    assertThrows(
        UnsupportedDocumentException.class, () -> EcmaPattern.toJava("here", pattern), pattern);
  }

  @Test
  void saysWhereAndWhy() {
    assertEquals(
        "here.pattern: \"(a)\\1\" refers back to a group."
            + " Write it so that both ECMA-262 and java.util.regex understand it.",
        assertThrows(UnsupportedDocumentException.class, () -> EcmaPattern.toJava("here", "(a)\\1"))
            .getMessage());
  }
}
