package dev.specwright.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes of a document that break its clients. Where they strike is found in the document. */
final class DocumentMutations {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private DocumentMutations() {}

  static List<DocumentMutation> all() {
    return List.of(
        of("path renamed", document -> path(document, segment -> segment + "s")),
        of("path in other letters", document -> path(document, DocumentMutations::otherCase)),
        of("method changed", DocumentMutations::method),
        of("required query parameter renamed", DocumentMutations::queryParameterRenamed),
        of("required query parameter added", document -> parameterAdded(document, "query")),
        of("required header added", document -> parameterAdded(document, "header")),
        of("limit of a query parameter lowered", DocumentMutations::limitLowered),
        of("pattern of a parameter changed", DocumentMutations::patternChanged),
        of("path parameter became a boolean", DocumentMutations::pathParameterType),
        of("form field renamed", DocumentMutations::formFieldRenamed),
        of("required form field added", DocumentMutations::formFieldAdded),
        of("type of a form field changed", DocumentMutations::formFieldType),
        of("listed value of a request removed", DocumentMutations::requestEnum),
        of("encoding of a form changed", DocumentMutations::encoding),
        of("form became JSON", DocumentMutations::formToJson),
        of("key moved from query to header", document -> keyMoved(document, "query", "header")),
        of("key moved from header to query", document -> keyMoved(document, "header", "query")),
        of("key renamed", DocumentMutations::keyRenamed),
        of("Basic became Bearer", DocumentMutations::basicToBearer),
        of("credentials asked for where there were none", DocumentMutations::securityAdded),
        of("member of an answer renamed", DocumentMutations::answerMemberRenamed),
        of("envelope of answers renamed", DocumentMutations::envelopeRenamed),
        of("type of an answer's member changed", DocumentMutations::answerType),
        of("required member missing in an answer", DocumentMutations::answerMemberDropped),
        of("value of an answer changed", DocumentMutations::answerValue),
        of("listed value of an answer removed", DocumentMutations::answerEnum),
        of("null no longer allowed in an answer", DocumentMutations::answerNull),
        of("answer became HTML", DocumentMutations::answerMediaType),
        of("success became an error", DocumentMutations::statusChanged),
        of("code of errors renamed", DocumentMutations::errorCode));
  }

  private static DocumentMutation of(String name, DocumentMutation.Rule rule) {
    return new DocumentMutation(name, rule);
  }

  // ---- paths, methods, parameters

  private static Optional<String> path(Document document, UnaryOperator<String> change) {
    Map<String, Object> paths = map(document.root().get("paths"));
    for (String path : List.copyOf(paths.keySet())) {
      String[] segments = path.split("/");
      String last = segments[segments.length - 1];
      if (last.contains("{")) continue;
      String changed = path.substring(0, path.length() - last.length()) + change.apply(last);
      rename(paths, path, changed);
      return Optional.of(path + " is " + changed);
    }
    return Optional.empty();
  }

  private static String otherCase(String segment) {
    String small = segment.toLowerCase(Locale.ROOT);
    return small.equals(segment) ? segment.toUpperCase(Locale.ROOT) : small;
  }

  private static Optional<String> method(Document document) {
    for (Node item : document.root().get("paths").members().values()) {
      for (String method : List.of("post", "get")) {
        if (!item.get(method).exists()) continue;
        rename(map(item), method, "patch");
        return Optional.of(item.get("patch").get("operationId").text() + " is PATCH");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> parameter(
      Document document, BiPredicate<DocumentOperation, Node> where, Consumer<Node> change) {
    for (DocumentOperation operation : document.operations()) {
      for (Node parameter : operation.parameters()) {
        if (!where.test(operation, parameter)) continue;
        change.accept(parameter);
        return Optional.of(operation.id() + ": " + parameter.get("name").text());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> queryParameterRenamed(Document document) {
    return parameter(
        document,
        (operation, each) -> each.get("in").text().equals("query") && each.get("required").isTrue(),
        each -> put(each, "name", each.get("name").text() + "_name"));
  }

  private static Optional<String> parameterAdded(Document document, String in) {
    for (DocumentOperation operation : document.operations()) {
      if (operation.body().isPresent()) continue;
      List<Object> parameters = new ArrayList<>();
      if (operation.node().get("parameters").value() instanceof List<?> list) {
        parameters.addAll(list);
      }
      Map<String, Object> added = new LinkedHashMap<>();
      added.put("name", "tenant");
      added.put("in", in);
      added.put("required", true);
      added.put("schema", Map.of("type", "string"));
      parameters.add(added);
      map(operation.node()).put("parameters", parameters);
      return Optional.of(operation.id() + ": tenant");
    }
    return Optional.empty();
  }

  private static Optional<String> limitLowered(Document document) {
    return parameter(
        document,
        (operation, each) ->
            each.get("in").text().equals("query")
                && each.get("schema").get("type").text().equals("integer")
                && each.get("example").value() instanceof Integer,
        each ->
            put(each.get("schema"), "maximum", Integer.parseInt(each.get("example").text()) - 1));
  }

  private static Optional<String> patternChanged(Document document) {
    return parameter(
        document,
        (operation, each) -> each.get("schema").get("pattern").exists(),
        each -> put(each.get("schema"), "pattern", "^never$"));
  }

  private static Optional<String> pathParameterType(Document document) {
    return parameter(
        document,
        (operation, each) -> each.get("in").text().equals("path"),
        each -> put(each, "schema", new LinkedHashMap<>(Map.of("type", "boolean"))));
  }

  // ---- forms

  /** The schema whose properties are the fields: that of the body, or of the one object in it. */
  private static Optional<Node> fields(DocumentOperation operation) {
    Node body = operation.node().get("requestBody").get("content").get(FORM);
    Node schema = body.get("schema");
    for (Node required : schema.get("required").items()) {
      Node property = schema.get("properties").get(required.text());
      Node encoding = body.get("encoding").get(required.text());
      if (encoding.get("style").text().equals("deepObject")) return Optional.of(property);
    }
    return schema.get("required").exists() ? Optional.of(schema) : Optional.empty();
  }

  private static Optional<String> required(Document document, FieldChange change) {
    for (DocumentOperation operation : document.operations()) {
      Optional<Node> fields = fields(operation);
      if (fields.isEmpty()) continue;
      for (Node required : fields.get().get("required").items()) {
        Node property = fields.get().get("properties").get(required.text());
        if (property.get("x-credential").exists()) continue;
        if (change.apply(fields.get(), required.text(), property)) {
          return Optional.of(operation.id() + ": " + required.text());
        }
      }
    }
    return Optional.empty();
  }

  private interface FieldChange {
    boolean apply(Node schema, String name, Node property);
  }

  private static Optional<String> formFieldRenamed(Document document) {
    return required(
        document,
        (schema, name, property) -> {
          rename(map(schema.get("properties")), name, name + "_text");
          replaceRequired(schema, name, name + "_text");
          return true;
        });
  }

  private static Optional<String> formFieldAdded(Document document) {
    return required(
        document,
        (schema, name, property) -> {
          map(schema.get("properties")).put("tenant", Map.of("type", "string"));
          replaceRequired(schema, name, name, "tenant");
          return true;
        });
  }

  private static Optional<String> formFieldType(Document document) {
    return required(
        document,
        (schema, name, property) -> {
          if (!property.get("type").text().equals("string")) return false;
          map(schema.get("properties")).put(name, new LinkedHashMap<>(Map.of("type", "integer")));
          return true;
        });
  }

  private static Optional<String> requestEnum(Document document) {
    Optional<String> inForm =
        required(
            document,
            (schema, name, property) -> {
              if (!property.get("enum").exists()) return false;
              put(property, "enum", List.of("never"));
              return true;
            });
    return inForm.isPresent()
        ? inForm
        : parameter(
            document,
            (operation, each) -> each.get("schema").get("enum").exists(),
            each -> put(each.get("schema"), "enum", List.of(7)));
  }

  private static Optional<String> encoding(Document document) {
    for (DocumentOperation operation : document.operations()) {
      Node body = operation.node().get("requestBody").get("content").get(FORM);
      for (Map.Entry<String, Node> field : body.get("encoding").members().entrySet()) {
        // A text or a number is the same to Prism, whether it is JSON text or not.
        String type = body.get("schema").get("properties").get(field.getKey()).get("type").text();
        if (!type.equals("object") && !type.equals("array")) continue;
        map(body.get("encoding")).remove(field.getKey());
        return Optional.of(operation.id() + ": " + field.getKey());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> formToJson(Document document) {
    for (DocumentOperation operation : document.operations()) {
      Node content = operation.node().get("requestBody").get("content");
      if (!content.get(FORM).exists()
          || !operation.node().get("requestBody").get("required").isTrue()) {
        continue;
      }
      rename(map(content), FORM, JSON);
      return Optional.of(operation.id());
    }
    return Optional.empty();
  }

  // ---- security

  private static Optional<String> scheme(
      Document document, Predicate<Node> where, Consumer<Node> change) {
    Map<String, Node> schemes = document.root().get("components").get("securitySchemes").members();
    for (Map.Entry<String, Node> scheme : schemes.entrySet()) {
      if (!where.test(scheme.getValue())) continue;
      change.accept(scheme.getValue());
      return Optional.of(scheme.getKey());
    }
    return Optional.empty();
  }

  private static Optional<String> keyMoved(Document document, String from, String to) {
    return scheme(
        document, each -> each.get("in").text().equals(from), each -> put(each, "in", to));
  }

  private static Optional<String> keyRenamed(Document document) {
    return scheme(
        document,
        each -> each.get("type").text().equals("apiKey"),
        each -> put(each, "name", each.get("name").text() + "_v2"));
  }

  private static Optional<String> basicToBearer(Document document) {
    return scheme(
        document,
        each -> each.get("scheme").text().equals("basic"),
        each -> put(each, "scheme", "bearer"));
  }

  private static Optional<String> securityAdded(Document document) {
    for (DocumentOperation operation : document.operations()) {
      boolean open =
          operation.node().get("security").value() instanceof List<?> list && list.isEmpty();
      if (!open) continue;
      Map<String, Object> components = map(document.root().get("components"));
      Map<String, Object> schemes = new LinkedHashMap<>();
      document
          .root()
          .get("components")
          .get("securitySchemes")
          .members()
          .forEach((name, scheme) -> schemes.put(name, scheme.value()));
      schemes.put("tenant", Map.of("type", "apiKey", "in", "header", "name", "X-Tenant"));
      components.put("securitySchemes", schemes);
      map(operation.node()).put("security", List.of(Map.of("tenant", List.of())));
      return Optional.of(operation.id());
    }
    return Optional.empty();
  }

  // ---- answers

  private interface AnswerChange {
    boolean apply(Node schema, Map<String, Object> example);
  }

  /** The object that the first example of a successful answer holds, with its schema. */
  private static Optional<String> answer(Document document, AnswerChange change) {
    for (DocumentOperation operation : document.operations()) {
      Node content = operation.node().get("responses").get("200").get("content").get(JSON);
      if (content.examples().isEmpty()) continue;
      if (deep(content.get("schema"), content.examples().get(0), change)) {
        return Optional.of(operation.id());
      }
    }
    return Optional.empty();
  }

  private static boolean deep(Node schema, @Nullable Object value, AnswerChange change) {
    if (value instanceof List<?> list) {
      return !list.isEmpty() && deep(schema.get("items"), list.get(0), change);
    }
    if (!(value instanceof Map<?, ?>)) return false;
    Map<String, Object> example = cast(value);
    if (change.apply(schema, example)) return true;
    for (Map.Entry<String, Object> member :
        List.copyOf(example.entrySet().stream().filter(e -> e.getValue() != null).toList())) {
      if (deep(schema.get("properties").get(member.getKey()), member.getValue(), change)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a member is a plain one, not an envelope or a list of rows. */
  private static boolean isScalar(@Nullable Object value) {
    return value != null && !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
  }

  private static Optional<String> answerMemberRenamed(Document document) {
    return answer(
        document,
        (schema, example) -> {
          for (String name : List.copyOf(example.keySet())) {
            if (!isScalar(example.get(name)) || !schema.get("properties").get(name).exists()) {
              continue;
            }
            rename(map(schema.get("properties")), name, name + "_v2");
            replaceRequired(schema, name, name + "_v2");
            rename(example, name, name + "_v2");
            return true;
          }
          return false;
        });
  }

  private static Optional<String> envelopeRenamed(Document document) {
    for (DocumentOperation operation : document.operations()) {
      String name = operation.node().get("x-envelope").get("data").text();
      Node content = operation.node().get("responses").get("200").get("content").get(JSON);
      if (name.isEmpty() || content.examples().isEmpty()) continue;
      rename(map(content.get("schema").get("properties")), name, name + "_v2");
      replaceRequired(content.get("schema"), name, name + "_v2");
      for (Object example : content.examples()) rename(cast(example), name, name + "_v2");
      return Optional.of(operation.id());
    }
    return Optional.empty();
  }

  private static Optional<String> answerType(Document document) {
    return answer(
        document,
        (schema, example) -> {
          for (Map.Entry<String, Object> member : example.entrySet()) {
            if (!schema.get("properties").get(member.getKey()).exists()) continue;
            if (!isScalar(member.getValue())) continue;
            // Prism turns a lone value into a list where one is asked for.
            map(schema.get("properties"))
                .put(member.getKey(), new LinkedHashMap<>(Map.of("type", "object")));
            return true;
          }
          return false;
        });
  }

  private static Optional<String> answerMemberDropped(Document document) {
    return answer(
        document,
        (schema, example) -> {
          for (Node required : schema.get("required").items()) {
            if (!isScalar(example.get(required.text()))) continue;
            example.remove(required.text());
            return true;
          }
          return false;
        });
  }

  private static Optional<String> answerValue(Document document) {
    return answer(
        document,
        (schema, example) -> {
          for (Map.Entry<String, Object> member : example.entrySet()) {
            if (!(member.getValue() instanceof Integer number)) continue;
            if (schema.get("properties").get(member.getKey()).get("enum").exists()) continue;
            member.setValue(number + 1);
            return true;
          }
          for (Map.Entry<String, Object> member : example.entrySet()) {
            if (!(member.getValue() instanceof String text) || text.contains(":")) continue;
            member.setValue(text + "x");
            return true;
          }
          return false;
        });
  }

  private static Optional<String> answerEnum(Document document) {
    return answer(
        document,
        (schema, example) -> {
          for (Map.Entry<String, Object> member : example.entrySet()) {
            Node property = schema.get("properties").get(member.getKey());
            if (!property.get("enum").exists() || member.getValue() == null) continue;
            put(property, "enum", List.of("never"));
            return true;
          }
          return false;
        });
  }

  private static Optional<String> answerNull(Document document) {
    return answer(
        document,
        (schema, example) -> {
          for (Map.Entry<String, Object> member : example.entrySet()) {
            Node property = schema.get("properties").get(member.getKey());
            if (member.getValue() != null || !property.get("nullable").isTrue()) continue;
            map(property).remove("nullable");
            return true;
          }
          return false;
        });
  }

  private static Optional<String> answerMediaType(Document document) {
    for (DocumentOperation operation : document.operations()) {
      Node content = operation.node().get("responses").get("200").get("content");
      if (!content.get(JSON).exists()) continue;
      map(content).clear();
      map(content).put("text/html", Map.of("schema", Map.of("type", "string"), "example", "<p>"));
      return Optional.of(operation.id());
    }
    return Optional.empty();
  }

  private static Optional<String> statusChanged(Document document) {
    for (DocumentOperation operation : document.operations()) {
      Map<String, Object> answers = map(operation.node().get("responses"));
      if (!answers.containsKey("200")) continue;
      Object success = answers.remove("200");
      answers.clear();
      answers.put("409", success);
      return Optional.of(operation.id());
    }
    return Optional.empty();
  }

  /** In the schema and in the examples, as if the vendor had renamed it. */
  private static Optional<String> errorCode(Document document) {
    String[] steps = document.root().get("x-error").get("code").text().split("/");
    for (DocumentOperation operation : document.operations()) {
      Node content = operation.node().get("responses").get("401").get("content").get(JSON);
      if (content.examples().isEmpty()) continue;
      Node schema = content.get("schema");
      Map<String, Object> example = cast(content.examples().get(0));
      for (int i = 1; i < steps.length - 1; i++) {
        schema = schema.get("properties").get(steps[i]);
        example = cast(example.get(steps[i]));
      }
      String name = steps[steps.length - 1];
      rename(map(schema.get("properties")), name, name + "_v2");
      replaceRequired(schema, name, name + "_v2");
      rename(example, name, name + "_v2");
      return Optional.of(operation.id());
    }
    return Optional.empty();
  }

  // ---- edits

  private static void put(Node node, String key, Object value) {
    map(node).put(key, value);
  }

  private static Map<String, Object> map(Node node) {
    return cast(node.value());
  }

  /** YAML's keys are texts but for statuses, which the documents quote. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(@Nullable Object value) {
    if (value instanceof Map<?, ?>) return (Map<String, Object>) value;
    throw new IllegalArgumentException("Expected an object in the document but found " + value);
  }

  /** Keeps the order, so that what was first stays first. */
  private static void rename(Map<String, Object> map, String from, String to) {
    Map<String, Object> copy = new LinkedHashMap<>(map);
    map.clear();
    copy.forEach((key, value) -> map.put(key.equals(from) ? to : key, value));
  }

  private static void replaceRequired(Node schema, String name, String... others) {
    if (!schema.get("required").exists()) return;
    List<Object> names = new ArrayList<>();
    for (Node required : schema.get("required").items()) {
      if (required.text().equals(name)) names.addAll(List.of(others));
      else names.add(required.text());
    }
    map(schema).put("required", names);
  }
}
