package dev.specwright.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class FuzzSearchTest {
  @Test
  void findsTheInputBehindALiteralAndShowsIt() throws Throwable {
    List<DynamicTest> tests = FuzzSearch.of(Planted.class).toList();
    assertEquals(
        List.of("failsBehindFourLetters", "neverFails"),
        tests.stream().map(DynamicTest::getDisplayName).toList());
    AssertionError e =
        assertThrows(AssertionError.class, () -> tests.get(0).getExecutable().execute());
    List<String> lines = String.valueOf(e.getMessage()).lines().toList();
    assertEquals(
        "Jazzer found an input that fails Planted.failsBehindFourLetters. In Base64 it is",
        lines.get(0));
    String input = new String(Base64.getDecoder().decode(lines.get(1)), UTF_8);
    assertTrue(input.startsWith("fuz\u00e9"), input);
    assertEquals("== Java Exception: java.lang.IllegalStateException: planted", lines.get(3));
    tests.get(1).getExecutable().execute();
  }

  /** Not run by itself. */
  static class Planted {
    @FuzzTest
    void failsBehindFourLetters(byte[] data) {
      String text = new String(data, UTF_8);
      if (text.length() < 4) return;
      if (text.charAt(0) != 'f' || text.charAt(1) != 'u') return;
      if (text.startsWith("z\u00e9", 2)) throw new IllegalStateException("planted");
    }

    @FuzzTest
    void neverFails(byte[] data) {
      assertEquals(data.length, data.clone().length);
    }
  }
}
