package dev.specwright.contract;

import dev.specwright.contract.driver.Yaml12;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a YAML document, with each {@code $ref} followed. */
record DocumentNode(Object root, @Nullable Object value) {
  static DocumentNode read(Path file) {
    try {
      Object root = Yaml12.read(file);
      return new DocumentNode(root, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DocumentNode at(String... keys) {
    DocumentNode node = this;
    for (String key : keys) node = node.child(key);
    return node;
  }

  private DocumentNode child(String key) {
    return node(value instanceof Map<?, ?> map ? map.get(key) : null);
  }

  private DocumentNode node(@Nullable Object child) {
    if (!(child instanceof Map<?, ?> map) || !(map.get("$ref") instanceof String reference)) {
      return new DocumentNode(root, child);
    }
    DocumentNode target = new DocumentNode(root, root);
    for (String step : reference.substring("#/".length()).split("/")) {
      String key = URLDecoder.decode(step, StandardCharsets.UTF_8);
      target = target.child(key.replace("~1", "/").replace("~0", "~"));
    }
    return target;
  }

  boolean exists() {
    return value != null;
  }

  /** Returns the members in their order, or none if this is no object. */
  Map<String, DocumentNode> members() {
    Map<String, DocumentNode> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> members.put(String.valueOf(key), node(each)));
    }
    return members;
  }

  /** Returns the items, or none if this is no array. */
  List<DocumentNode> items() {
    return value instanceof List<?> list ? list.stream().map(this::node).toList() : List.of();
  }

  boolean is(Object other) {
    return other.equals(value);
  }

  /** Returns the value as text, or the text {@code null}. */
  String text() {
    return String.valueOf(value);
  }
}
