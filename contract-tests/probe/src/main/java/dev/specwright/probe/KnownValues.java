package dev.specwright.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values for the parameters of real calls: what somebody gave, what lists have shown, what was
 * created. A document's examples name things that a real account does not have.
 */
final class KnownValues {
  private final Document document;
  private final Map<String, Object> values;
  private final Map<String, Object> created = new LinkedHashMap<>();

  KnownValues(Document document, Map<String, ?> given) {
    this.document = document;
    this.values = new LinkedHashMap<>(given);
  }

  /** Returns arguments for a call, or nothing if a value is missing; see {@link #missing}. */
  Optional<Arguments> arguments(
      DocumentOperation operation, @Nullable Object body, boolean optional) {
    if (!missing(operation).isEmpty()) return Optional.empty();
    Arguments examples =
        optional
            ? Arguments.all(operation, filled(body))
            : Arguments.required(operation, filled(body));
    for (Node parameter : operation.parameters()) {
      String name = parameter.get("name").text();
      Object value = values.get(name);
      if (value != null && (optional || parameter.get("required").isTrue())) {
        examples = examples.with(name, value);
      }
    }
    return Optional.of(examples);
  }

  /** Returns the parameters that nobody knows a value for. */
  List<String> missing(DocumentOperation operation) {
    List<String> missing = new ArrayList<>();
    for (Node parameter : operation.parameters()) {
      String name = parameter.get("name").text();
      if (!parameter.get("required").isTrue() || parameter.get("x-credential").exists()) continue;
      if (values.containsKey(name)) continue;
      boolean inPath = parameter.get("in").text().equals("path");
      if (inPath ? list(operation, name).isPresent() : !parameter.get("x-jsonp").isTrue()) {
        missing.add(name);
      }
    }
    return missing;
  }

  /** Looks for the names of things in the answer to a list. */
  void learn(DocumentOperation operation, @Nullable Object answer) {
    List<String> names = members(operation);
    Object row = firstRow(operation, answer);
    if (names.isEmpty() || !(row instanceof Map<?, ?> map)) return;
    for (String name : names) {
      Object value = id(map, name);
      if (value != null) values.putIfAbsent(name, value);
    }
  }

  /**
   * Remembers what a call has made, and returns it by parameter; from now on it is what others are
   * called with.
   */
  Map<String, Object> learnCreated(DocumentOperation operation, @Nullable Object answer) {
    Object made = unwrapped(operation, answer);
    Map<String, Object> learned = new LinkedHashMap<>();
    for (String name : members(operation)) {
      Object value = made instanceof Map<?, ?> map ? id(map, name) : name(made);
      if (value != null) learned.put(name, value);
    }
    values.putAll(learned);
    created.putAll(learned);
    return learned;
  }

  /** Whether a call makes something that later calls can name. */
  boolean creates(DocumentOperation operation) {
    return operation.method().equals("POST") && !members(operation).isEmpty();
  }

  /** Whether a call changes only what was created before. */
  boolean touchesOwn(DocumentOperation operation) {
    String last = "";
    for (Node parameter : operation.parameters()) {
      String name = parameter.get("name").text();
      if (operation.path().indexOf("{" + name + "}") > operation.path().indexOf("{" + last + "}")) {
        last = name;
      }
    }
    return created.containsKey(last);
  }

  /** The parameters that follow an operation's path directly: {@code /tickets/{ticket_id}}. */
  private List<String> members(DocumentOperation operation) {
    String prefix = operation.path() + "/{";
    return document.operations().stream()
        .map(DocumentOperation::path)
        .filter(path -> path.startsWith(prefix) && path.endsWith("}"))
        .map(path -> path.substring(prefix.length(), path.length() - 1))
        .filter(name -> name.indexOf('/') < 0)
        .distinct()
        .toList();
  }

  /** The list in which a path parameter's values can be found. */
  private Optional<DocumentOperation> list(DocumentOperation operation, String parameter) {
    int place = operation.path().indexOf("/{" + parameter + "}");
    String path = place < 0 ? "" : operation.path().substring(0, place);
    return document.operations().stream()
        .filter(each -> each.method().equals("GET") && each.path().equals(path))
        .findFirst();
  }

  private static @Nullable Object id(Map<?, ?> row, String parameter) {
    for (String name : List.of(parameter, "id", "_id", "name")) {
      Object value = name(row.get(name));
      if (value != null) return value;
    }
    return null;
  }

  /** Returns what a thing may be called, or null. JSON is read with all numbers as doubles. */
  private static @Nullable Object name(@Nullable Object value) {
    if (value instanceof Double number && number == Math.rint(number)) return number.longValue();
    return value instanceof Number || value instanceof String ? value : null;
  }

  private static @Nullable Object unwrapped(DocumentOperation operation, @Nullable Object answer) {
    String envelope = operation.node().get("x-envelope").get("data").text();
    return !envelope.isEmpty() && answer instanceof Map<?, ?> map ? map.get(envelope) : answer;
  }

  private static @Nullable Object firstRow(DocumentOperation operation, @Nullable Object answer) {
    Object rows = unwrapped(operation, answer);
    if (rows instanceof Map<?, ?> map) {
      rows = map.values().stream().filter(List.class::isInstance).findFirst().orElse(null);
    }
    return rows instanceof List<?> list && !list.isEmpty() ? list.get(0) : null;
  }

  /** A body in which what is known by its name stands in place of the example's. */
  private @Nullable Object filled(@Nullable Object body) {
    if (!(body instanceof Map<?, ?> map)) return body;
    Map<String, @Nullable Object> filled = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          Object known = created.get(name.toString());
          filled.put(name.toString(), known != null ? known : filled(value));
        });
    return filled;
  }
}
