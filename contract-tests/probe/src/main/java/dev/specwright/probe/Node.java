package dev.specwright.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, references followed. Asking for what is not there gives a place that does
 * not exist, so that a reader need not look at every step.
 */
final class Node {
  private final @Nullable Object root;
  private final @Nullable Object value;

  private Node(@Nullable Object root, @Nullable Object value) {
    this.root = root;
    this.value = value;
  }

  /** Returns the top of a document. */
  static Node root(@Nullable Object document) {
    return new Node(document, document);
  }

  /** Returns the member of an object. */
  Node get(String key) {
    return value instanceof Map<?, ?> map ? of(map.get(key)) : new Node(root, null);
  }

  /** Whether there is anything here; a null of the document is nothing. */
  boolean exists() {
    return value != null;
  }

  /** Returns whether the value is {@code true}. */
  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /** Returns the value as it was read: a map, a list, a scalar or null. */
  @Nullable Object value() {
    return value;
  }

  /** Returns the value as text, or an empty one. */
  String text() {
    return value == null ? "" : value.toString();
  }

  /** Returns the members of an object by name, in the document's order. */
  Map<String, Node> members() {
    Map<String, Node> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> members.put(key.toString(), of(member)));
    }
    return members;
  }

  /** Returns the elements of a list. */
  List<Node> items() {
    List<Node> items = new ArrayList<>();
    if (value instanceof List<?> list) list.forEach(item -> items.add(of(item)));
    return items;
  }

  /** Returns the values of {@code example} or {@code examples}, the first of which Prism serves. */
  List<@Nullable Object> examples() {
    List<@Nullable Object> values = new ArrayList<>();
    for (Node example : get("examples").members().values()) {
      values.add(example.get("value").value());
    }
    if (values.isEmpty() && value instanceof Map<?, ?> map && map.containsKey("example")) {
      values.add(map.get("example"));
    }
    return values;
  }

  private Node of(@Nullable Object member) {
    Object target = member;
    while (target instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
      target = follow(reference);
    }
    return new Node(root, target);
  }

  private @Nullable Object follow(String reference) {
    Object target = root;
    for (String step : reference.substring("#/".length()).split("/")) {
      String key = step.replace("~1", "/").replace("~0", "~");
      target = target instanceof Map<?, ?> map ? map.get(key) : null;
    }
    if (target == null) {
      throw new IllegalArgumentException(
          "Expected " + reference + " in the document but it is not there.");
    }
    return target;
  }
}
