package dev.specwright.contract.mutation;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A name and a value, as forms and query strings have them. */
record Field(String name, String value) {
  static List<Field> parse(String encoded) {
    List<Field> fields = new ArrayList<>();
    for (String pair : encoded.split("&")) {
      if (pair.isEmpty()) continue;
      int end = pair.indexOf('=');
      String name = end < 0 ? pair : pair.substring(0, end);
      fields.add(new Field(decode(name), end < 0 ? "" : decode(pair.substring(end + 1))));
    }
    return fields;
  }

  static String encode(List<Field> fields) {
    return fields.stream()
        .map(field -> encode(field.name()) + "=" + encode(field.value()))
        .collect(Collectors.joining("&"));
  }

  /** Returns the name without what PHP takes for keys: {@code ticket} of {@code ticket[name]}. */
  String root() {
    int end = name.indexOf('[');
    return end < 0 ? name : name.substring(0, end);
  }

  /** Returns the first key in brackets, or nothing. */
  String key() {
    int begin = name.indexOf('[');
    int end = name.indexOf(']');
    return begin < 0 || end < begin ? "" : name.substring(begin + 1, end);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
