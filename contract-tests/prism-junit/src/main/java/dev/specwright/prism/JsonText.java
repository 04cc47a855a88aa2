package dev.specwright.prism;

import org.jspecify.annotations.Nullable;

/** Changes one place of a JSON text and leaves every other byte as it is. */
final class JsonText {
  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * Returns {@code text} with {@code value} at {@code pointer}: in place of what is there, or as a
   * new member of an object that lacks it. Returns null if the text has no such place, or is not
   * JSON up to there.
   *
   * @param pointer a JSON Pointer (RFC 6901): {@code /pets/0/name}, or empty for the whole text
   * @param value a JSON text
   */
  static @Nullable String with(String text, String pointer, String value) {
    JsonText json = new JsonText(text);
    try {
      json.space();
      String[] names = pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
      for (int i = 0; i < names.length; i++) {
        String name = names[i].replace("~1", "/").replace("~0", "~");
        boolean last = i == names.length - 1;
        char open = json.peek();
        if (open == '{') {
          int end = json.member(name);
          if (end < 0) continue;
          if (!last) return null;
          String comma = text.substring(0, end).stripTrailing().endsWith("{") ? "" : ",";
          return text.substring(0, end) + comma + quoted(name) + ":" + value + text.substring(end);
        }
        if (open != '[' || !json.element(name)) return null;
      }
      int start = json.at;
      json.value();
      return text.substring(0, start) + value + text.substring(json.at);
    } catch (IndexOutOfBoundsException cutOff) {
      return null;
    }
  }

  /** Returns {@code text} as a JSON string. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') quoted.append('\\').append(each);
      else if (each < ' ') quoted.append("\\u%04x".formatted((int) each));
      else quoted.append(each);
    }
    return quoted.append('"').toString();
  }

  /** Goes to the value of a member and returns -1, or returns where the object ends. */
  private int member(String name) {
    at++;
    space();
    String wanted = quoted(name);
    while (peek() != '}') {
      int start = at;
      value();
      boolean found = text.substring(start, at).equals(wanted);
      space();
      at++; // the colon
      space();
      if (found) return -1;
      value();
      comma();
    }
    return at;
  }

  /** Goes to an element of an array, if the array is so long. */
  private boolean element(String index) {
    if (!index.matches("0|[1-9]\\d{0,8}")) return false;
    at++;
    space();
    for (int left = Integer.parseInt(index); peek() != ']'; left--) {
      if (left == 0) return true;
      value();
      comma();
    }
    return false;
  }

  /** Skips a value. */
  private void value() {
    char first = peek();
    if (first == '"') {
      for (at++; peek() != '"'; at++) if (peek() == '\\') at++;
      at++;
    } else if (first == '{' || first == '[') {
      char close = first == '{' ? '}' : ']';
      at++;
      space();
      while (peek() != close) {
        value();
        space();
        if (peek() == ':' || peek() == ',') at++;
        space();
      }
      at++;
    } else {
      int start = at;
      while (at < text.length() && ",:]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
      // Otherwise a text that is not JSON would keep this here for ever.
      if (at == start) throw new IndexOutOfBoundsException(at);
    }
  }

  private void comma() {
    space();
    if (peek() == ',') at++;
    space();
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
  }

  private char peek() {
    return text.charAt(at);
  }
}
