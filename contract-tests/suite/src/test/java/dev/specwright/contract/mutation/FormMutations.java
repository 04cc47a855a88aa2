package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.Node;
import dev.specwright.contract.mutation.DocumentMutation.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes of what forms hold, and of how they are written. */
final class FormMutations {
  /** Changes a required field, if it is of the right kind. */
  private interface FieldChange {
    boolean apply(Node schema, String name, Node property);
  }

  private FormMutations() {}

  static List<DocumentMutation> all() {
    return List.of(
        required(
            "form field renamed",
            (schema, name, property) -> {
              Edits.renameProperty(schema, name, name + "_text");
              return true;
            }),
        required(
            "required form field added",
            (schema, name, property) -> {
              schema.at("properties").put("tenant", Edits.schema("string"));
              Edits.replaceRequired(schema, name, name, "tenant");
              return true;
            }),
        required(
            "type of a form field changed",
            (schema, name, property) -> {
              if (!property.at("type").is("string")) return false;
              schema.at("properties").put(name, Edits.schema("integer"));
              return true;
            }),
        new DocumentMutation("listed value of a request removed", FormMutations::listedValue),
        new DocumentMutation("encoding of a form changed", FormMutations::encoding),
        new DocumentMutation("form became JSON", FormMutations::formToJson));
  }

  private static DocumentMutation required(String name, FieldChange change) {
    return new DocumentMutation(name, document -> required(document, change));
  }

  private static Optional<Place> required(Document document, FieldChange change) {
    for (DocumentedOperation operation : document.operations()) {
      for (Content form : forms(operation).toList()) {
        Node schema = fields(form);
        for (Node required : schema.at("required").items()) {
          Node property = schema.at("properties", required.text());
          if (property.at("x-credential").exists()) continue;
          if (change.apply(schema, required.text(), property)) {
            return Place.of(operation, required.text());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<Content> forms(DocumentedOperation operation) {
    return operation.requests().stream().filter(Content::isForm);
  }

  /** The schema whose properties are the fields: that of the body, or of the one object in it. */
  private static Node fields(Content form) {
    for (Node required : form.schema().at("required").items()) {
      if (form.node().at("encoding", required.text(), "style").is("deepObject")) {
        return form.schema().at("properties", required.text());
      }
    }
    return form.schema();
  }

  private static Optional<Place> listedValue(Document document) {
    Optional<Place> inForm =
        required(
            document,
            (schema, name, property) -> {
              if (!property.at("enum").exists()) return false;
              property.put("enum", List.of("never"));
              return true;
            });
    return inForm.isPresent()
        ? inForm
        : ParameterMutations.parameter(
            document,
            each -> each.schema().at("enum").exists(),
            each -> each.schema().put("enum", List.of(7)));
  }

  private static Optional<Place> encoding(Document document) {
    for (DocumentedOperation operation : document.operations()) {
      for (Content form : forms(operation).toList()) {
        for (String field : form.node().at("encoding").members().keySet()) {
          // A text or a number is written the same, whether it is JSON text or not.
          Node type = form.schema().at("properties", field, "type");
          if (!type.is("object") && !type.is("array")) continue;
          if (!isShown(form, field)) continue;
          form.node().at("encoding").remove(field);
          return Place.of(operation, field);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isShown(Content form, String field) {
    return form.examples().values().stream()
        .anyMatch(each -> each instanceof Map<?, ?> fields && fields.containsKey(field));
  }

  private static Optional<Place> formToJson(Document document) {
    for (DocumentedOperation operation : document.operations()) {
      Node body = operation.node().at("requestBody");
      for (Content form : forms(operation).toList()) {
        if (!body.at("required").is(true)) continue;
        Edits.rename(body.at("content"), form.mediaType(), "application/json");
        return Place.of(operation);
      }
    }
    return Optional.empty();
  }
}
