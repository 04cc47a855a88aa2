package dev.specwright.contract.driver;

import dev.specwright.contract.driver.CredentialPlace.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An OpenAPI document, as far as tests derive something from it. */
public final class Document {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Map<String, Object> root;
  private final List<DocumentedOperation> operations;

  private Document(Map<String, Object> root) {
    this.root = root;
    this.operations = readOperations();
  }

  /** Reads the document in {@code file}. */
  public static Document read(Path file) {
    try {
      return new Document(Yaml12.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the operations, in the order of the document. */
  public List<DocumentedOperation> operations() {
    return operations;
  }

  /** Returns the operation with this operationId. */
  public DocumentedOperation operation(String id) {
    return operations.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** Returns the object that {@code node} is, or that its {@code $ref}s lead to. */
  public Map<String, Object> resolve(Object node) {
    Map<String, Object> object = map(node);
    while (object.get("$ref") instanceof String pointer) {
      Object found = root;
      for (String name : pointer.substring(2).split("/", -1)) {
        found = map(found).get(name.replace("~1", "/").replace("~0", "~"));
      }
      object = map(found);
    }
    return object;
  }

  /** Returns the properties of an object schema, each with its {@code $ref} followed. */
  public Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
    Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
    map(resolve(schema).get("properties"))
        .forEach((name, property) -> properties.put(name, resolve(property)));
    return properties;
  }

  /** Returns the document as it was read; who changes it changes this document. */
  Map<String, Object> root() {
    return root;
  }

  /** Returns {@code node} as an object, empty if there is none. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  private static List<?> list(Object node) {
    return node == null ? List.of() : (List<?>) node;
  }

  private List<DocumentedOperation> readOperations() {
    List<DocumentedOperation> all = new ArrayList<>();
    map(root.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            all.add(operation(method, path, map(item), map(operation)));
                          }
                        }));
    return List.copyOf(all);
  }

  private DocumentedOperation operation(
      String method, String path, Map<String, Object> item, Map<String, Object> operation) {
    List<DocumentedParameter> parameters =
        Stream.of(item, operation)
            .flatMap(each -> list(each.get("parameters")).stream())
            .map(each -> parameter(resolve(each)))
            .toList();
    List<Content> requests = contents(resolve(operation.get("requestBody")));
    return new DocumentedOperation(
        (String) operation.get("operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        requests,
        answers(operation),
        alternatives(operation, parameters, requests),
        Optional.ofNullable((String) map(operation.get("x-envelope")).get("data")));
  }

  private DocumentedParameter parameter(Map<String, Object> parameter) {
    List<Content> contents = contents(parameter);
    Map<String, Object> schema =
        contents.isEmpty() ? resolve(parameter.get("schema")) : contents.get(0).schema();
    List<Object> examples =
        List.copyOf(
            (contents.isEmpty() ? examples(parameter) : contents.get(0).examples()).values());
    if (examples.isEmpty() && schema.containsKey("example")) {
      examples = List.of(schema.get("example"));
    }
    return new DocumentedParameter(
        (String) parameter.get("name"),
        (String) parameter.get("in"),
        schema,
        examples,
        Optional.ofNullable((String) parameter.get("x-credential")),
        Boolean.TRUE.equals(parameter.get("x-jsonp")),
        Optional.ofNullable((String) parameter.get("x-java-name")));
  }

  private List<Content> contents(Map<String, Object> holder) {
    return map(holder.get("content")).entrySet().stream()
        .map(
            entry ->
                new Content(
                    entry.getKey(),
                    resolve(map(entry.getValue()).get("schema")),
                    examples(map(entry.getValue()))))
        .toList();
  }

  private Map<String, Object> examples(Map<String, Object> holder) {
    Map<String, Object> examples = new LinkedHashMap<>();
    map(holder.get("examples"))
        .forEach((name, example) -> examples.put(name, resolve(example).get("value")));
    if (holder.containsKey("example")) examples.put("", holder.get("example"));
    return examples;
  }

  private List<Answer> answers(Map<String, Object> operation) {
    List<Answer> answers = new ArrayList<>();
    map(operation.get("responses"))
        .forEach(
            (status, response) -> {
              List<Content> contents = contents(resolve(response));
              contents.forEach(each -> answers.add(new Answer(status, Optional.of(each))));
              if (contents.isEmpty()) answers.add(new Answer(status, Optional.empty()));
            });
    return List.copyOf(answers);
  }

  // ---- ways in

  /**
   * The places marked {@code x-credential} are what an empty requirement stands for: OpenAPI cannot
   * say "in the form" or "in the path", so the document lists them as "or nothing".
   */
  private List<Alternative> alternatives(
      Map<String, Object> operation, List<DocumentedParameter> parameters, List<Content> requests) {
    List<CredentialPlace> own = new ArrayList<>();
    parameters.forEach(
        each ->
            each.credential()
                .ifPresent(name -> own.add(new CredentialPlace(name, Place.PATH, each.name()))));
    requests.forEach(
        each ->
            properties(each.schema())
                .forEach(
                    (property, schema) -> {
                      if (schema.get("x-credential") instanceof String name) {
                        own.add(new CredentialPlace(name, Place.FORM, property));
                      }
                    }));
    List<?> requirements = list(operation.getOrDefault("security", root.get("security")));
    if (requirements.isEmpty()) return List.of(new Alternative(List.copyOf(own)));
    return requirements.stream().map(each -> alternative(map(each), own)).toList();
  }

  private Alternative alternative(Map<String, Object> requirement, List<CredentialPlace> own) {
    return new Alternative(
        requirement.isEmpty()
            ? List.copyOf(own)
            : requirement.keySet().stream().map(this::scheme).toList());
  }

  private CredentialPlace scheme(String name) {
    Map<String, Object> schemes = map(map(root.get("components")).get("securitySchemes"));
    Map<String, Object> scheme = resolve(schemes.get(name));
    if (scheme.get("type").equals("http")) {
      Place place = Place.valueOf(((String) scheme.get("scheme")).toUpperCase(Locale.ROOT));
      return new CredentialPlace(name, place, "Authorization");
    }
    Place place = Place.valueOf(((String) scheme.get("in")).toUpperCase(Locale.ROOT));
    return new CredentialPlace(name, place, (String) scheme.get("name"));
  }

  // ---- errors

  /**
   * Returns what the document's {@code x-error} finds in a decoded answer, at {@code part}, which
   * is {@code code} or {@code message}.
   */
  public Optional<String> error(String part, Object answer) {
    if (!(map(root.get("x-error")).get(part) instanceof String pointer)) return Optional.empty();
    Object found = answer;
    for (String name : pointer.substring(1).split("/", -1)) {
      found = found instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return Optional.ofNullable(found).map(String::valueOf);
  }

  /** Returns the HTTP status that a vendor's code stands for, by {@code x-error} or by itself. */
  public Optional<Integer> statusOf(String code) {
    Optional<Integer> listed = listedStatusOf(code);
    if (listed.isPresent()) return listed;
    return code.matches("[45]\\d\\d") ? Optional.of(Integer.valueOf(code)) : Optional.empty();
  }

  /** Returns the status that {@code x-error} lists for a code; it decides before the answer's. */
  public Optional<Integer> listedStatusOf(String code) {
    Object listed = map(map(root.get("x-error")).get("statuses")).get(code);
    return listed instanceof Integer status ? Optional.of(status) : Optional.empty();
  }
}
