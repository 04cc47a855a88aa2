package dev.specwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static String found(Rule rule, Object value) {
    Violations violations = new Violations();
    violations.property("a", value, rule);
    return String.join("\n", violations.found().stream().map(Violation::toString).toList());
  }

  @Test
  void rulesOfAnotherKindOfValueAskNothing() {
    Rule text = Rules.text().minLength(9).pattern("x", "x");
    Rule number = Rules.number().minimum("9");
    assertEquals("", found(text, 1));
    assertEquals("", found(text, true));
    assertEquals("", found(text, List.of()));
    assertEquals("", found(text, Map.of()));
    assertEquals("", found(text, Instant.EPOCH));
    assertEquals("", found(number, "1"));
    assertEquals("", found(Rules.list(text).minItems(9), "1"));
    assertEquals("", found(Rules.map(text), "1"));
    assertEquals("", found(Rules.size().minProperties(1), "1"));
    assertEquals("", found(Rules.of(Integer.class, (value, violations) -> {}), "1"));
  }

  @Test
  void textsAreAsTheyAreSent() {
    assertEquals("", found(Rules.text().pattern("^2025-", "^2025-"), LocalDate.of(2025, 1, 1)));
    assertEquals(
        "Expected at most 3 characters in .a but found 4 characters: \"AAEC\". Shorten it.",
        found(Rules.text().maxLength(3), okio.ByteString.of((byte) 0, (byte) 1, (byte) 2)));
  }

  @Test
  void numbersAreComparedExactly() {
    Rule rule = Rules.number().maximum("9007199254740993");
    assertEquals("", found(rule, 9007199254740993L));
    assertEquals(
        "Expected at most 9007199254740993 in .a but found 9007199254740994."
            + " Send a smaller number.",
        found(rule, 9007199254740994L));
    assertEquals("", found(Rules.number().multipleOf("0.1"), 0.3));
    assertEquals("", found(Rules.number().multipleOf("100"), new BigDecimal("1E+2")));
    assertEquals(
        "Expected a finite number in .a but found NaN. Send one.", found(rule, Double.NaN));
  }

  @Test
  void emptyTextIsCountedAndNotQuoted() {
    assertEquals(
        "Expected at least 1 character in .a but found 0 characters. Lengthen it.",
        found(Rules.text().minLength(1), ""));
  }

  @Test
  void listedNumbersAreComparedByValue() {
    Rule rule = Rules.listed(1L, 2.5);
    assertEquals("", found(rule, new BigDecimal("2.50")));
    assertEquals("", found(rule, 1));
    assertEquals(
        "Expected one of 1, 2.5 in .a but found 3. Send a value that the document lists.",
        found(rule, 3));
  }

  @Test
  void longListOfValuesIsCut() {
    Object[] values = new Object[14];
    Arrays.setAll(values, i -> i);
    assertEquals(
        "Expected one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 others in .a but found 20."
            + " Send a value that the document lists.",
        found(Rules.listed(values), 20));
  }

  @Test
  void equalNumbersAreOneElement() {
    assertEquals(
        "Expected no element twice in .a[1] but found one that was there before. Leave it out.",
        found(Rules.list().uniqueItems(), List.of(new BigDecimal("1.0"), new BigDecimal("1.00"))));
  }

  @Test
  void nullElementsAreNotChecked() {
    assertEquals(
        "", found(Rules.list(Rules.text().minLength(1)).uniqueItems(), Arrays.asList(null, null)));
    assertEquals(
        "", found(Rules.map(Rules.text().minLength(1)), Collections.singletonMap("b", null)));
  }

  @Test
  void namesOfMembersStayOnOneLine() {
    assertEquals(
        "Expected at least 2 characters in .a.b?c but found 1 character: \"x\". Lengthen it.",
        found(Rules.map(Rules.text().minLength(2)), Map.of("b\nc", "x")));
  }

  @Test
  void everyRuleOfSeveralIsChecked() {
    assertEquals(
        "Expected at least 2 characters in .a but found 1 character: \"x\". Lengthen it.\n"
            + "Expected a match of y in .a but found \"x\". Send a text of this form.",
        found(Rules.all(Rules.text().minLength(2), Rules.text().pattern("y", "y")), "x"));
  }

  @Test
  void sensitivityEndsWithItsValue() {
    Violations violations = new Violations();
    Rule rule = Rules.text().maxLength(1);
    violations.property("pin", "secret", Rules.sensitive(Rules.list(rule)));
    violations.property("pin", List.of("secret"), Rules.sensitive(Rules.list(rule)));
    violations.property("name", "open", rule);
    assertEquals(
        "[Expected at most 1 character in .pin[0] but found 6 characters. Shorten it.,"
            + " Expected at most 1 character in .name but found 4 characters: \"open\"."
            + " Shorten it.]",
        violations.found().toString());
  }

  @Test
  void longTextThatJavaCannotMatchIsSent() {
    Rule rule = Rules.text().pattern("^(?:a|b)*\\z", "^(?:a|b)*$");
    assertEquals("", found(rule, "ab"));
    assertEquals(
        "Expected a match of ^(?:a|b)*$ in .a but found \"c\". Send a text of this form.",
        found(rule, "c"));
    assertEquals("", found(rule, "ab".repeat(1_000_000)));
  }
}
