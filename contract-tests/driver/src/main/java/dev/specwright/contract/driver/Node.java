package dev.specwright.contract.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, every {@code $ref} followed. Asking for what is not there gives a place
 * that does not exist, so that a reader need not look at every step.
 */
public final class Node {
  private final @Nullable Object root;
  private final @Nullable Object value;

  private Node(@Nullable Object root, @Nullable Object value) {
    this.root = root;
    this.value = value;
  }

  /** Returns the top of a document that was read already. */
  public static Node of(@Nullable Object document) {
    return new Node(document, document);
  }

  /** Returns the top of the YAML or JSON in {@code file}. */
  public static Node read(Path file) {
    try {
      return of(Yaml12.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the member of a member, and so on. */
  public Node at(String... keys) {
    Node node = this;
    for (String key : keys) {
      node = node.followed(node.value instanceof Map<?, ?> map ? map.get(key) : null);
    }
    return node;
  }

  /** Whether there is anything here; a null of the document is nothing. */
  public boolean exists() {
    return value != null;
  }

  /** Whether this is {@code other}. */
  public boolean is(Object other) {
    return other.equals(value);
  }

  /** Returns what is here as it was read: a map, a list, a scalar or null. */
  public @Nullable Object value() {
    return value;
  }

  /** Returns what is here as text, or an empty one. */
  public String text() {
    return value == null ? "" : value.toString();
  }

  /** Returns the members by name, in the document's order; none if this is no object. */
  public Map<String, Node> members() {
    Map<String, Node> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> members.put(String.valueOf(key), followed(member)));
    }
    return members;
  }

  /** Returns the items; none if this is no list. */
  public List<Node> items() {
    return value instanceof List<?> list ? list.stream().map(this::followed).toList() : List.of();
  }

  /**
   * Returns the values in {@code examples} by name, or that of {@code example}, whose name is
   * empty.
   */
  public Map<String, @Nullable Object> examples() {
    Map<String, @Nullable Object> examples = new LinkedHashMap<>();
    at("examples")
        .members()
        .forEach((name, example) -> examples.put(name, example.at("value").value));
    if (value instanceof Map<?, ?> map && map.containsKey("example")) {
      examples.put("", map.get("example"));
    }
    return examples;
  }

  /** Returns the top of a copy of this, of which changes are not seen here. */
  public Node copy() {
    return of(copy(value));
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(copy(each)));
      return copy;
    }
    if (!(value instanceof Map<?, ?> map)) return value;
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put(key, copy(each)));
    return copy;
  }

  /** Sets a member of the object that is here; whoever reads the document sees it. */
  public void put(String key, @Nullable Object member) {
    object().put(key, member);
  }

  /** Takes a member out of the object that is here. */
  public void remove(String key) {
    object().remove(key);
  }

  @SuppressWarnings("unchecked")
  private Map<String, @Nullable Object> object() {
    if (value instanceof Map<?, ?>) return (Map<String, @Nullable Object>) value;
    throw new IllegalArgumentException("Expected an object in the document but found " + value);
  }

  private Node followed(@Nullable Object child) {
    if (!(child instanceof Map<?, ?> map) || !(map.get("$ref") instanceof String reference)) {
      return new Node(root, child);
    }
    Node target = new Node(root, root);
    for (String step : reference.substring("#/".length()).split("/", -1)) {
      target = target.at(step.replace("~1", "/").replace("~0", "~"));
    }
    if (target.exists()) return target;
    throw new IllegalArgumentException(
        "Expected " + reference + " in the document but it is not there.");
  }
}
