package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Tells schemas of objects, of lists and of single values apart, wherever they are defined. */
final class SchemaShapes {
  private final OpenAPI document;

  SchemaShapes(OpenAPI document) {
    this.document = document;
  }

  /** Whether the values are single: text, numbers, booleans, and unions of these. */
  boolean isSingle(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    if (resolved == null || isObject(resolved) || isList(resolved)) return false;
    List<Schema<?>> shapes = shapes(resolved);
    if (!shapes.isEmpty()) return shapes.stream().allMatch(this::isSingle);
    return resolved.getType() != null
        || resolved.getEnum() != null
        || (resolved.getAllOf() != null && isAnySingle(resolved.getAllOf()));
  }

  private boolean isAnySingle(List<?> parts) {
    return parts.stream().anyMatch(part -> isSingle((Schema<?>) part));
  }

  /** Whether a shape of a union is not written as what it is in JSON. */
  boolean hasMarkedShape(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    if (resolved == null) return false;
    if (isList(resolved)) return hasMarkedShape(resolved.getItems());
    return shapes(resolved).stream()
        .map(shape -> ModelUtils.getReferencedSchema(document, shape))
        .anyMatch(
            shape ->
                Extensions.isTrue(shape, Extensions.BOOLEAN)
                    || Extensions.text(shape, Extensions.DATE_FORMAT) != null);
  }

  /** Whether the values are a union with a shape that may be null. */
  boolean hasNullableShape(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    return resolved != null
        && shapes(resolved).stream()
            .map(shape -> ModelUtils.getReferencedSchema(document, shape))
            .anyMatch(shape -> Boolean.TRUE.equals(shape.getNullable()));
  }

  /** The shapes of a union; none of anything else. */
  static List<Schema<?>> shapes(Schema<?> schema) {
    List<Schema<?>> shapes = new ArrayList<>();
    if (schema.getOneOf() != null) schema.getOneOf().forEach(shapes::add);
    if (schema.getAnyOf() != null) schema.getAnyOf().forEach(shapes::add);
    return shapes;
  }

  /** What a list or map holds; null of anything else. */
  static @Nullable Schema<?> element(Schema<?> schema) {
    if (schema.getItems() != null) return schema.getItems();
    return schema.getProperties() == null
            && schema.getAdditionalProperties() instanceof Schema<?> values
        ? values
        : null;
  }

  boolean isList(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    return resolved != null && ModelUtils.isArraySchema(resolved);
  }

  boolean isListOfSingles(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    return isList(resolved) && isSingle(resolved.getItems());
  }

  boolean isListOfFiles(@Nullable Schema<?> schema) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    if (!isList(resolved)) return false;
    Schema<?> items = ModelUtils.getReferencedSchema(document, resolved.getItems());
    return items != null && "binary".equals(items.getFormat());
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
