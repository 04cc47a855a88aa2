package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Walks through all schemas of a document, each once and with its place. */
final class SchemaWalk {
  /** Looks at one schema. */
  interface Visitor {
    void visit(String place, Schema<?> schema);
  }

  private final OpenAPI document;
  private final Visitor visitor;
  private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private SchemaWalk(OpenAPI document, Visitor visitor) {
    this.document = document;
    this.visitor = visitor;
  }

  static void through(OpenAPI document, Visitor visitor) {
    SchemaWalk walk = new SchemaWalk(document, visitor);
    ModelUtils.getSchemas(document)
        .forEach((name, schema) -> walk.schema("components.schemas." + name, schema));
    Operations.visit(
        document, (place, method, item, operation) -> walk.operation(place, operation));
  }

  private void operation(String place, Operation operation) {
    if (operation.getParameters() != null) {
      for (Parameter reference : operation.getParameters()) {
        Parameter parameter = ModelUtils.getReferencedParameter(document, reference);
        String where = place + ".parameters." + parameter.getName();
        schema(where, parameter.getSchema());
        content(where, parameter.getContent());
      }
    }
    RequestBody body = ModelUtils.getReferencedRequestBody(document, operation.getRequestBody());
    if (body != null) content(place + ".requestBody", body.getContent());
    operation
        .getResponses()
        .forEach(
            (status, reference) -> {
              String where = place + ".responses." + status;
              ApiResponse answer = ModelUtils.getReferencedApiResponse(document, reference);
              content(where, answer.getContent());
              if (answer.getHeaders() != null) {
                answer.getHeaders().forEach((name, header) -> header(where + "." + name, header));
              }
            });
  }

  private void header(String place, Header reference) {
    Header header = ModelUtils.getReferencedHeader(document, reference);
    schema(place, header.getSchema());
  }

  private void content(String place, @Nullable Content content) {
    if (content != null) content.values().forEach(media -> schema(place, media.getSchema()));
  }

  private void schema(String place, @Nullable Schema<?> schema) {
    if (schema == null || schema.get$ref() != null || !seen.add(schema)) return;
    visitor.visit(place, schema);
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((name, property) -> schema(place + "." + name, property));
    }
    schema(place + ".items", schema.getItems());
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      schema(place + ".additionalProperties", values);
    }
    schemas(place + ".allOf", schema.getAllOf());
    schemas(place + ".oneOf", schema.getOneOf());
    schemas(place + ".anyOf", schema.getAnyOf());
  }

  private void schemas(String place, @Nullable List<?> schemas) {
    if (schemas == null) return;
    for (int i = 0; i < schemas.size(); i++) {
      schema(place + "[" + i + "]", (Schema<?>) schemas.get(i));
    }
  }
}
