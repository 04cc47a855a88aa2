package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Changes of objects in a document that keep the order, so that what was first stays first. */
final class Edits {
  private Edits() {}

  static void rename(Node object, String from, String to) {
    Map<String, Object> copy = new LinkedHashMap<>();
    object.members().keySet().forEach(key -> copy.put(key, raw(object, key)));
    copy.keySet().forEach(object::remove);
    copy.forEach((key, value) -> object.put(key.equals(from) ? to : key, value));
  }

  /** With its {@code $ref}, if it is one. */
  private static Object raw(Node object, String key) {
    return ((Map<?, ?>) object.value()).get(key);
  }

  /** Renames a property, which may be one of the required ones. */
  static void renameProperty(Node schema, String from, String to) {
    rename(schema.at("properties"), from, to);
    replaceRequired(schema, from, to);
  }

  static void replaceRequired(Node schema, String name, String... others) {
    if (!schema.at("required").exists()) return;
    List<String> names = new ArrayList<>();
    for (Node required : schema.at("required").items()) {
      names.addAll(required.is(name) ? List.of(others) : List.of(required.text()));
    }
    schema.put("required", names);
  }

  /** Returns a schema of this type, to be changed further. */
  static Map<String, Object> schema(String type) {
    return new LinkedHashMap<>(Map.of("type", type));
  }

  /** Returns the text in capitals or, if it is already, in small letters. */
  static String otherCase(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    return capitals.equals(text) ? text.toLowerCase(Locale.ROOT) : capitals;
  }
}
