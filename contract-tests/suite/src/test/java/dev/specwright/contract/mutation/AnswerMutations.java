package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.Node;
import dev.specwright.contract.mutation.DocumentMutation.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of what is answered. */
final class AnswerMutations {
  private static final String JSON = "application/json";

  /** Changes an object of an answer, if it has the right members. */
  private interface ObjectChange {
    boolean apply(Node schema, Node example);
  }

  /** Changes a member of an object, if it is of the right kind. */
  private interface MemberChange {
    boolean apply(Node schema, Node example, String name, Node member);
  }

  private AnswerMutations() {}

  static List<DocumentMutation> all() {
    return List.of(
        member(
            "member of an answer renamed",
            (schema, example, name, member) -> {
              if (!isScalar(member)) return false;
              Edits.renameProperty(schema, name, name + "_v2");
              Edits.rename(example, name, name + "_v2");
              return true;
            }),
        new DocumentMutation("envelope of answers renamed", AnswerMutations::envelopeRenamed),
        member(
            "type of an answer's member changed",
            (schema, example, name, member) -> {
              if (!isScalar(member)) return false;
              schema.at("properties").put(name, Edits.schema("object"));
              return true;
            }),
        object("required member missing in an answer", AnswerMutations::requiredDropped),
        member(
            "value of an answer changed",
            (schema, example, name, member) -> {
              if (schema.at("properties", name, "enum").exists()) return false;
              if (!(member.value() instanceof Integer number)) return false;
              example.put(name, number + 1);
              return true;
            }),
        member(
            "listed value of an answer removed",
            (schema, example, name, member) -> {
              if (!schema.at("properties", name, "enum").exists() || !member.exists()) return false;
              schema.at("properties", name).put("enum", List.of("never"));
              return true;
            }),
        member(
            "null no longer allowed in an answer",
            (schema, example, name, member) -> {
              Node property = schema.at("properties", name);
              if (member.exists() || !property.at("nullable").is(true)) return false;
              property.remove("nullable");
              return true;
            }),
        new DocumentMutation("answer became HTML", AnswerMutations::mediaType),
        new DocumentMutation("success became an error", AnswerMutations::status),
        new DocumentMutation("code of errors renamed", AnswerMutations::errorCode));
  }

  // ---- members

  private static DocumentMutation member(String name, MemberChange change) {
    return object(
        name,
        (schema, example) -> {
          for (Map.Entry<String, Node> member : example.members().entrySet()) {
            if (!schema.at("properties", member.getKey()).exists()) continue;
            if (change.apply(schema, example, member.getKey(), member.getValue())) return true;
          }
          return false;
        });
  }

  private static boolean requiredDropped(Node schema, Node example) {
    for (Node required : schema.at("required").items()) {
      if (!isScalar(example.at(required.text()))) continue;
      example.remove(required.text());
      return true;
    }
    return false;
  }

  /** Changes an object that the first example of a successful answer holds. */
  private static DocumentMutation object(String name, ObjectChange change) {
    return new DocumentMutation(
        name,
        document -> {
          for (DocumentedOperation operation : document.operations()) {
            Content content = json(operation, 200).orElse(null);
            if (content == null || content.examples().isEmpty()) continue;
            if (deep(content.schema(), firstExample(content), change)) return Place.of(operation);
          }
          return Optional.empty();
        });
  }

  private static boolean deep(Node schema, Node value, ObjectChange change) {
    if (!value.items().isEmpty()) return deep(schema.at("items"), value.items().get(0), change);
    if (!(value.value() instanceof Map<?, ?>)) return false;
    if (change.apply(schema, value)) return true;
    return value.members().entrySet().stream()
        .anyMatch(each -> deep(schema.at("properties", each.getKey()), each.getValue(), change));
  }

  /** Whether a member is a plain one, not an envelope or a list of rows. */
  private static boolean isScalar(Node value) {
    return value.exists() && value.members().isEmpty() && !(value.value() instanceof List<?>);
  }

  // ---- answers

  private static Optional<Content> json(DocumentedOperation operation, int status) {
    return operation.answers(status).stream()
        .flatMap(each -> each.content().stream())
        .filter(each -> each.mediaType().equals(JSON))
        .findFirst();
  }

  private static Node firstExample(Content content) {
    return content.node().at("examples").members().values().stream()
        .findFirst()
        .map(each -> each.at("value"))
        .orElse(content.node().at("example"));
  }

  private static Optional<Place> envelopeRenamed(Document document) {
    for (DocumentedOperation operation : document.operations()) {
      String name = operation.envelope().orElse("");
      Content content = json(operation, 200).orElse(null);
      if (name.isEmpty() || content == null || content.examples().isEmpty()) continue;
      Edits.renameProperty(content.schema(), name, name + "_v2");
      content.examples().values().forEach(each -> Edits.rename(Node.of(each), name, name + "_v2"));
      return Place.of(operation);
    }
    return Optional.empty();
  }

  private static Optional<Place> mediaType(Document document) {
    for (DocumentedOperation operation : document.operations()) {
      if (json(operation, 200).isEmpty()) continue;
      Map<String, Object> html = new LinkedHashMap<>();
      html.put("schema", Edits.schema("string"));
      html.put("example", "<p>");
      operation
          .node()
          .at("responses", "200")
          .put("content", new LinkedHashMap<>(Map.of("text/html", html)));
      return Place.of(operation);
    }
    return Optional.empty();
  }

  private static Optional<Place> status(Document document) {
    for (DocumentedOperation operation : document.operations()) {
      Node success = operation.node().at("responses", "200");
      if (!success.exists()) continue;
      operation.node().put("responses", new LinkedHashMap<>(Map.of("409", success.value())));
      return Place.of(operation);
    }
    return Optional.empty();
  }

  /** In the schema and in the example, as if the vendor had renamed it. */
  private static Optional<Place> errorCode(Document document) {
    String[] steps = document.root().at("x-error", "code").text().split("/");
    for (DocumentedOperation operation : document.operations()) {
      Content content = json(operation, 401).orElse(null);
      if (content == null || content.examples().isEmpty()) continue;
      Node schema = content.schema();
      Node example = firstExample(content);
      for (int i = 1; i < steps.length - 1; i++) {
        schema = schema.at("properties", steps[i]);
        example = example.at(steps[i]);
      }
      String name = steps[steps.length - 1];
      Edits.renameProperty(schema, name, name + "_v2");
      Edits.rename(example, name, name + "_v2");
      return Place.of(operation);
    }
    return Optional.empty();
  }
}
