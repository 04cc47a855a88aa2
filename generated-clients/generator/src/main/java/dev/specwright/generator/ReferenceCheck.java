package dev.specwright.generator;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Refuses references that lead nowhere or in a circle. OpenAPI Generator would end on them, without
 * a word of where they stand; of schemas that are not there it tells by itself.
 */
final class ReferenceCheck {
  private final OpenAPI document;
  private final Components components;

  ReferenceCheck(OpenAPI document) {
    this.document = document;
    this.components =
        document.getComponents() == null ? new Components() : document.getComponents();
  }

  void run() {
    ModelUtils.getSchemas(document).forEach((name, schema) -> checkCircle(name));
    Operations.visit(
        document,
        (place, method, item, operation) -> {
          checkParameters(place, item.getParameters());
          checkParameters(place, operation.getParameters());
          checkBody(place, operation.getRequestBody());
          checkAnswers(place, operation);
        });
  }

  private void checkParameters(String place, @Nullable List<Parameter> parameters) {
    if (parameters == null) return;
    for (Parameter each : parameters) {
      checkExists(place + ".parameters", each.get$ref(), components.getParameters());
    }
  }

  private void checkBody(String place, @Nullable RequestBody body) {
    if (body == null) return;
    checkExists(place + ".requestBody", body.get$ref(), components.getRequestBodies());
  }

  private void checkAnswers(String place, Operation operation) {
    if (operation.getResponses() == null) return;
    operation
        .getResponses()
        .forEach(
            (status, reference) -> {
              String where = place + ".responses." + status;
              checkExists(where, reference.get$ref(), components.getResponses());
              ApiResponse answer = ModelUtils.getReferencedApiResponse(document, reference);
              if (answer == null || answer.getHeaders() == null) return;
              answer
                  .getHeaders()
                  .forEach(
                      (name, header) ->
                          checkExists(
                              where + "." + name, header.get$ref(), components.getHeaders()));
            });
  }

  private static void checkExists(
      String place, @Nullable String reference, @Nullable Map<String, ?> there) {
    if (reference == null) return;
    if (there != null && there.containsKey(ModelUtils.getSimpleRef(reference))) return;
    throw new UnsupportedDocumentException(
        place,
        "refers to " + reference + ", which is not in the document.",
        "Describe it, or refer to what is there.");
  }

  /** A schema that is itself, or a part of itself, has no values. */
  private void checkCircle(String name) {
    Set<String> seen = new HashSet<>();
    List<String> open = List.of(name);
    while (!open.isEmpty()) {
      open = open.stream().flatMap(this::parts).filter(seen::add).toList();
    }
    if (!seen.contains(name)) return;
    throw new UnsupportedDocumentException(
        "components.schemas." + name,
        "is the same as itself or a part of itself, by $ref or allOf.",
        "Leave out one of the references.");
  }

  private Stream<String> parts(String name) {
    Schema<?> schema = ModelUtils.getSchemas(document).get(name);
    return schema == null ? Stream.empty() : references(schema);
  }

  private static Stream<String> references(Schema<?> schema) {
    if (schema.get$ref() != null) return Stream.of(ModelUtils.getSimpleRef(schema.get$ref()));
    if (schema.getAllOf() == null) return Stream.empty();
    return schema.getAllOf().stream().flatMap(ReferenceCheck::references);
  }
}
