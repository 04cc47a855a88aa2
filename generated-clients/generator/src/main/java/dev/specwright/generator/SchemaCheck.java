package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Refuses schemas whose Java type would take other values than the document says. */
final class SchemaCheck {
  private final OpenAPI document;
  private final SchemaShapes shapes;

  SchemaCheck(OpenAPI document) {
    this.document = document;
    this.shapes = new SchemaShapes(document);
  }

  void run() {
    SchemaWalk.through(document, this::check);
  }

  private void check(String place, Schema<?> schema) {
    String date = Extensions.text(schema, Extensions.DATE_FORMAT);
    if (date != null) DatePattern.check(place, date);
    checkEnums(place, schema);
    checkValues(place, schema);
    checkUnions(place, schema);
    checkDiscriminator(place, schema);
    checkAdditional(place, schema);
    checkEnd(place, schema);
    if (schema.getNot() != null) {
      throw new UnsupportedDocumentException(
          place, "has \"not\", which no type says.", "Say in the description what is not allowed.");
    }
    if (schema.getAllOf() != null) checkTypes(place, schema);
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

  private static void checkValues(String place, Schema<?> schema) {
    if (schema.getEnum() != null && Set.of("array", "object").contains(type(schema))) {
      throw new UnsupportedDocumentException(
          place,
          "is an enum of values that are lists or objects.",
          "List the values of what is in them.");
    }
    if (schema.getProperties() != null && schema.getProperties().containsKey("")) {
      throw new UnsupportedDocumentException(
          place, "has a property without a name.", "Leave it out, or make the object a map.");
    }
  }

  private static String type(Schema<?> schema) {
    return schema.getType() == null ? "" : schema.getType();
  }

  /** A union has a class with its shapes, and no place for anything around them. */
  private void checkUnions(String place, Schema<?> schema) {
    boolean union = !SchemaShapes.shapes(schema).isEmpty();
    if (union && (schema.getProperties() != null || schema.getAllOf() != null)) {
      throw new UnsupportedDocumentException(
          place,
          "is a union and has properties of its own, which would get lost.",
          "Move them into the shapes.");
    }
    if (schema.getAllOf() == null) return;
    boolean others = false;
    for (Schema<?> part : schema.getAllOf()) {
      boolean inline = part.get$ref() == null;
      boolean one = !SchemaShapes.shapes(ModelUtils.getReferencedSchema(document, part)).isEmpty();
      union |= one;
      others |= one ? inline : shapes.isObject(part);
    }
    if (!union || !others) return;
    throw new UnsupportedDocumentException(
        place,
        "has a union among the parts of allOf, whose shapes would get lost.",
        "Move the other parts into the shapes.");
  }

  private static void checkDiscriminator(String place, Schema<?> schema) {
    Discriminator discriminator = schema.getDiscriminator();
    if (discriminator == null) return;
    Set<String> shapes = new HashSet<>();
    for (Schema<?> shape : SchemaShapes.shapes(schema)) {
      if (shape.get$ref() != null) shapes.add(ModelUtils.getSimpleRef(shape.get$ref()));
    }
    if (SchemaShapes.shapes(schema).isEmpty()) {
      throw new UnsupportedDocumentException(
          place + ".discriminator",
          "stands beside no oneOf, and schemas with this one in allOf would never be read.",
          "Move it into a schema with a oneOf of them.");
    }
    if (discriminator.getMapping() == null) return;
    discriminator
        .getMapping()
        .forEach(
            (tag, target) -> {
              // A mapping may have the bare name of a schema.
              String name = target.contains("/") ? ModelUtils.getSimpleRef(target) : target;
              if (shapes.contains(name)) return;
              throw new UnsupportedDocumentException(
                  place + ".discriminator.mapping",
                  "has \"" + tag + "\" for " + target + ", which is no shape of the union.",
                  "Add it to the shapes.");
            });
  }

  private void checkAdditional(String place, Schema<?> schema) {
    ObjectParts parts = ObjectParts.of(document, schema);
    if (parts.properties().isEmpty()) return;
    for (Schema<?> part : parts.all()) {
      if (part.getAdditionalProperties() instanceof Schema<?> values && !isAnything(values)) {
        throw new UnsupportedDocumentException(
            place + ".additionalProperties",
            "have a type beside the properties, and their values are of any type in Java.",
            "Make them a property that is a map, or leave out the type.");
      }
    }
  }

  private static boolean isAnything(Schema<?> schema) {
    return schema.get$ref() == null
        && schema.getType() == null
        && schema.getEnum() == null
        && schema.getProperties() == null
        && schema.getAllOf() == null
        && SchemaShapes.shapes(schema).isEmpty();
  }

  /** A list or map has no class of its own, so it cannot contain itself. */
  private void checkEnd(String place, Schema<?> schema) {
    Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Schema<?> inner = resolved(SchemaShapes.element(schema));
    while (inner != null && seen.add(inner)) inner = resolved(SchemaShapes.element(inner));
    if (!seen.contains(schema) && !SchemaTypes.containedItself(schema)) return;
    throw new UnsupportedDocumentException(
        place,
        "is a list or map of itself, which has no type in Java.",
        "Put an object or a union in between.");
  }

  /** Of two types in allOf OpenAPI Generator takes the last one. */
  private void checkTypes(String place, Schema<?> schema) {
    ObjectParts.of(document, schema)
        .properties()
        .forEach(
            (name, schemas) -> {
              Set<String> types = new LinkedHashSet<>();
              for (Schema<?> each : schemas) types.addAll(types(each));
              if (types.size() < 2) return;
              throw new UnsupportedDocumentException(
                  place + "." + name,
                  "is " + String.join(" and ", types) + " in parts of allOf.",
                  "Describe it in one of them.");
            });
  }

  /** The types of JSON that a schema says its values have, with their formats. */
  private Set<String> types(Schema<?> schema) {
    Set<String> types = new LinkedHashSet<>();
    for (Schema<?> part : ObjectParts.of(document, schema).all()) {
      if (part.getType() == null) continue;
      types.add(
          part.getFormat() == null ? part.getType() : part.getType() + " " + part.getFormat());
    }
    return types;
  }

  private @Nullable Schema<?> resolved(@Nullable Schema<?> schema) {
    return ModelUtils.getReferencedSchema(document, schema);
  }
}
