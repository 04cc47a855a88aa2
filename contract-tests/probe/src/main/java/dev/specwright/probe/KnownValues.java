package dev.specwright.probe;

import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedParameter;
import dev.specwright.contract.driver.DocumentedRequest;
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

  /** Returns a request to call it with, or nothing if a value is missing; see {@link #missing}. */
  Optional<DocumentedRequest> request(
      DocumentedOperation operation, @Nullable Object body, boolean optional) {
    if (!missing(operation).isEmpty()) return Optional.empty();
    DocumentedRequest example = DocumentedRequest.of(operation);
    if (!optional) example = example.required();
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(example.parameters());
    for (DocumentedParameter parameter : operation.parameters()) {
      Object value = values.get(parameter.name());
      if (value != null) parameters.replace(parameter.key(), value);
    }
    DocumentedRequest request = example.withParameters(parameters);
    return Optional.of(
        body == null ? request : request.withBody(request.content().orElseThrow(), filled(body)));
  }

  /** Returns the parameters that nobody knows a value for. */
  List<String> missing(DocumentedOperation operation) {
    List<String> missing = new ArrayList<>();
    for (DocumentedParameter parameter : operation.parameters()) {
      String name = parameter.name();
      if (!parameter.isRequired() || parameter.credential().isPresent()) continue;
      if (values.containsKey(name)) continue;
      boolean inPath = parameter.in().equals("path");
      if (inPath ? list(operation, name).isPresent() : !parameter.isJsonp()) {
        missing.add(name);
      }
    }
    return missing;
  }

  /** Looks for the names of things in the answer to a list. */
  void learn(DocumentedOperation operation, @Nullable Object answer) {
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
  Map<String, Object> learnCreated(DocumentedOperation operation, @Nullable Object answer) {
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
  boolean creates(DocumentedOperation operation) {
    return operation.method().equals("POST") && !members(operation).isEmpty();
  }

  /** Whether a call changes only what was created before. */
  boolean touchesOwn(DocumentedOperation operation) {
    String last = "";
    for (DocumentedParameter parameter : operation.parameters()) {
      String name = parameter.name();
      if (operation.path().indexOf("{" + name + "}") > operation.path().indexOf("{" + last + "}")) {
        last = name;
      }
    }
    return created.containsKey(last);
  }

  /** The parameters that follow an operation's path directly: {@code /tickets/{ticket_id}}. */
  private List<String> members(DocumentedOperation operation) {
    String prefix = operation.path() + "/{";
    return document.operations().stream()
        .map(DocumentedOperation::path)
        .filter(path -> path.startsWith(prefix) && path.endsWith("}"))
        .map(path -> path.substring(prefix.length(), path.length() - 1))
        .filter(name -> name.indexOf('/') < 0)
        .distinct()
        .toList();
  }

  /** The list in which a path parameter's values can be found. */
  private Optional<DocumentedOperation> list(DocumentedOperation operation, String parameter) {
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

  private static @Nullable Object unwrapped(
      DocumentedOperation operation, @Nullable Object answer) {
    String envelope = operation.envelope().orElse(null);
    return envelope != null && answer instanceof Map<?, ?> map ? map.get(envelope) : answer;
  }

  private static @Nullable Object firstRow(DocumentedOperation operation, @Nullable Object answer) {
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
