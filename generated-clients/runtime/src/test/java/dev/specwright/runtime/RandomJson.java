package dev.specwright.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Makes JSON texts, and texts that are nearly JSON. The same seed gives the same texts. */
final class RandomJson {
  private static final String[] STRINGS = {
    "",
    "a",
    "name",
    "seven77",
    "eight888",
    "nine 9999",
    "äöü",
    "今日は",
    "🌱",
    "\uD83C",
    "\u0000",
    "0",
    "1",
    "-1",
    "12.50",
    "1e3",
    "true",
    "false",
    "null",
    "NaN",
    " 5 ",
    "\u0001\u001f",
    "/\\\"'",
    "a much longer text, of more than sixty-four bytes, so that no cache keeps it: ä",
    "\u2028\n\t",
    "?",
    "more than 16 bytes 1",
    "more than 16 bytes 2"
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "1",
    "9",
    "-7",
    "10",
    "123456789",
    "2147483647",
    "2147483648",
    "-2147483649",
    "9007199254740993",
    "999999999999999999",
    "1000000000000000000",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "0.1",
    "-0.0",
    "0.1000",
    "1.0",
    "3.141592653589793",
    "123456789.123456789",
    "0.000000000000000001",
    "1e2",
    "1E+2",
    "25e-1",
    "1e308",
    "1e309",
    "-1e400",
    "5e-324",
    "1e-400",
    "0e0",
    "1e99999999999",
    "179769313486231580793e289",
    "0.30000000000000004"
  };
  private static final String[] NEARLY = {
    "01",
    "-",
    "1.",
    ".5",
    "+1",
    "1e",
    "1e+",
    "--1",
    "0x10",
    "tru",
    "TRUE",
    "Null",
    "nulll",
    "fals",
    "'a'",
    "\"a",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\u12g4\"",
    "NaN",
    "{",
    "[",
    "{]",
    "[}",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "[1,]",
    "[,1]",
    "{,}",
    "{a:1}",
    "[1 2]",
    "{\"a\" 1}",
    "{\"a\":1 \"b\":2}",
    "/* c */1",
    "# c\n1",
    "1;2",
    "",
    " ",
    "\u0000",
    "\uFEFF1"
  };
  private static final String[] SPACES = {"", "", "", "", " ", "\n", "\t\r\n "};

  private final Random random;

  RandomJson(long seed) {
    random = new Random(seed);
  }

  /** Returns a JSON text. */
  byte[] text() {
    StringBuilder text = new StringBuilder();
    value(text, 0);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns objects that mostly have the same names in the same order. */
  byte[] rows() {
    StringBuilder text = new StringBuilder("[");
    String[] names = new String[random.nextInt(8)];
    Arrays.setAll(names, any -> pick(STRINGS));
    for (int row = 0; row < 20; row++) {
      text.append(row == 0 ? "{" : ",{");
      boolean first = true;
      for (String name : names) {
        if (random.nextInt(10) == 0) continue;
        if (!first) text.append(',');
        first = false;
        string(text, random.nextInt(10) == 0 ? pick(STRINGS) : name);
        text.append(':').append(number());
      }
      text.append('}');
    }
    return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns a JSON text in which something is broken, or not. */
  byte[] nearlyText() {
    byte[] text = text();
    int at = random.nextInt(text.length);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(text, at);
      case 1 -> joined(text, at, at + 1, "");
      case 2 -> joined(text, at, at, pick(NEARLY));
      case 3 -> joined(text, at, at + 1, String.valueOf((char) random.nextInt(128)));
      default -> {
        // Moshi takes 0xFF for the end.
        text[at] = (byte) random.nextInt(255);
        yield text;
      }
    };
  }

  /** Returns a single value, or something like it. */
  byte[] single() {
    return switch (random.nextInt(4)) {
      case 0 -> pick(NEARLY).getBytes(StandardCharsets.UTF_8);
      case 1 -> {
        StringBuilder text = new StringBuilder();
        string(text, pick(STRINGS));
        yield text.toString().getBytes(StandardCharsets.UTF_8);
      }
      default -> number().getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] joined(byte[] text, int from, int to, String between) {
    byte[] middle = between.getBytes(StandardCharsets.UTF_8);
    byte[] joined = Arrays.copyOf(text, from + middle.length + text.length - to);
    System.arraycopy(middle, 0, joined, from, middle.length);
    System.arraycopy(text, to, joined, from + middle.length, text.length - to);
    return joined;
  }

  private void value(StringBuilder text, int depth) {
    space(text);
    switch (random.nextInt(depth > 5 ? 6 : 9)) {
      case 0 -> text.append(random.nextInt(3) == 0 ? "TRUE" : "true");
      case 1 -> text.append("false");
      case 2 -> text.append("null");
      case 3, 4 -> string(text, pick(STRINGS));
      case 5 -> text.append(number());
      case 6 -> {
        text.append('[');
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
          if (i > 0) text.append(',');
          value(text, depth + 1);
        }
        text.append(']');
      }
      default -> {
        text.append('{');
        int size = random.nextInt(30) == 0 ? 40 : random.nextInt(6);
        for (int i = 0; i < size; i++) {
          if (i > 0) text.append(',');
          space(text);
          string(text, pick(STRINGS) + (size > 6 ? i : ""));
          space(text);
          text.append(':');
          value(text, depth + 1);
        }
        text.append('}');
      }
    }
    space(text);
  }

  private String number() {
    return random.nextInt(3) == 0
        ? String.valueOf(random.nextInt(200_000) / Math.pow(10, random.nextInt(5)))
        : pick(NUMBERS);
  }

  private void space(StringBuilder text) {
    text.append(pick(SPACES));
  }

  private void string(StringBuilder text, String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean must = c == '"' || c == '\\' || c < ' ' || Character.isSurrogate(c);
      if (!must && random.nextInt(20) != 0) text.append(c);
      else if (c == '/' || c == '"' || c == '\\') text.append('\\').append(c);
      else if (c == '\n') text.append("\\n");
      else text.append(String.format("\\u%04x", (int) c));
    }
    text.append('"');
  }

  private String pick(String[] all) {
    return all[random.nextInt(all.length)];
  }
}
