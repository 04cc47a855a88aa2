package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.openapitools.codegen.utils.ModelUtils;

/** Refuses schemas whose Java type would take other values than the document says. */
final class SchemaCheck {
  private final OpenAPI document;

  SchemaCheck(OpenAPI document) {
    this.document = document;
  }

  void run() {
    SchemaWalk.through(document, this::check);
  }

  private void check(String place, Schema<?> schema) {
    String date = Extensions.text(schema, Extensions.DATE_FORMAT);
    if (date != null) DatePattern.check(place, date);
    checkEnums(place, schema);
  }

  /** An enum is a class of its own, and no other class can hold less of it. */
  private void checkEnums(String place, Schema<?> schema) {
    if (schema.getAllOf() == null) return;
    int enums = schema.getEnum() == null ? 0 : 2;
    boolean narrowed = false;
    for (Schema<?> part : schema.getAllOf()) {
      if (ModelUtils.getReferencedSchema(document, part).getEnum() == null) continue;
      enums++;
      narrowed |= part.get$ref() == null;
    }
    if (enums < 2 && !narrowed) return;
    throw new UnsupportedDocumentException(
        place,
        "narrows the values by an enum in allOf, and there is no Java class for the rest.",
        "List the values that are left in one enum.");
  }
}
