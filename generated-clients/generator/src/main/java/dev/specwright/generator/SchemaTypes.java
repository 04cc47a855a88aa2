package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openapitools.codegen.OpenAPINormalizer;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Gives schemas the type they have in Java: {@code x-boolean} is a boolean, and so is an enum of
 * booleans; the format of an {@code x-date-format} is a class of java.time. And keeps what its
 * superclass would forget. OpenAPI Generator finds this class by its NORMALIZER_CLASS rule; it runs
 * before inline enums become schemas of their own.
 */
public final class SchemaTypes extends OpenAPINormalizer {
  private static final String CONTAINS_ITSELF = "x-contains-itself";

  /** For OpenAPI Generator. */
  public SchemaTypes(OpenAPI document, Map<String, String> rules) {
    super(document, rules);
    // The superclass takes the reference away, so that anything would do.
    ModelUtils.getSchemas(document)
        .forEach(
            (name, schema) -> {
              Schema<?> element = SchemaShapes.element(schema);
              if (element != null
                  && element.get$ref() != null
                  && ModelUtils.getSimpleRef(element.get$ref()).equals(name)) {
                schema.addExtension(CONTAINS_ITSELF, true);
              }
            });
  }

  /** Whether the elements or values were the schema itself, before it was prepared. */
  static boolean containedItself(Schema<?> schema) {
    return Extensions.isTrue(schema, CONTAINS_ITSELF);
  }

  @Override
  @SuppressWarnings("rawtypes") // as the method it overrides
  public Schema normalizeSchema(Schema schema, Set<Schema> visited) {
    if (schema != null) {
      javaType(schema);
      keepRequired(schema);
    }
    return super.normalizeSchema(schema, visited);
  }

  /** The superclass moves properties into allOf, and only what is required among these. */
  private static void keepRequired(Schema<?> schema) {
    if (schema.getAllOf() == null || schema.getProperties() == null) return;
    if (schema.getRequired() == null) return;
    Schema<?> required = new Schema<>().type("object");
    required.setRequired(List.copyOf(schema.getRequired()));
    schema.addAllOfItem(required);
    schema.setRequired(null);
  }

  static void javaType(Schema<?> schema) {
    if (Extensions.isTrue(schema, Extensions.BOOLEAN) || "boolean".equals(schema.getType())) {
      schema.setType("boolean");
      schema.setTypes(null);
      schema.setFormat(null);
      schema.setEnum(null);
    }
    String date = Extensions.text(schema, Extensions.DATE_FORMAT);
    String type = date == null ? null : DatePattern.javaType(date);
    // One without a meaning is refused later: here OpenAPI Generator would print it and go on.
    if (type != null) schema.setFormat(type);
    // 3.0 has null among the values of a nullable enum; it is no value of the Java class.
    if (schema.getEnum() != null) schema.getEnum().removeIf(Objects::isNull);
  }
}
