package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Tells schemas of objects, of lists and of single values apart, wherever they are defined. */
final class SchemaShapes {
  private final OpenAPI document;

  SchemaShapes(OpenAPI document) {
    this.document = document;
  }

  /** Whether the values are single: text, numbers, booleans. */
  boolean isSingle(@Nullable Schema<?> schema) {
    return !isObject(schema) && !isList(schema);
  }

  boolean isList(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    return resolved != null && ModelUtils.isArraySchema(resolved);
  }

  boolean isListOfSingles(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    return isList(resolved) && isSingle(resolved.getItems());
  }

  boolean isListOfObjects(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    return isList(resolved) && isObject(resolved.getItems());
  }

  boolean isObject(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    return resolved != null
        && ("object".equals(resolved.getType())
            || resolved.getProperties() != null
            || resolved.getAdditionalProperties() != null
            || anyObject(resolved.getAllOf())
            || anyObject(resolved.getOneOf())
            || anyObject(resolved.getAnyOf()));
  }

  private boolean anyObject(@Nullable List<?> parts) {
    return parts != null && parts.stream().anyMatch(part -> isObject((Schema<?>) part));
  }
}
