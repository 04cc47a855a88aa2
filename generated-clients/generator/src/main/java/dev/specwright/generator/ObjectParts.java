package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** The schemas that an object is made of: itself, and what it has in {@code allOf}. */
record ObjectParts(List<Schema<?>> all) {
  static ObjectParts of(OpenAPI document, @Nullable Schema<?> object) {
    List<Schema<?>> parts = new ArrayList<>();
    collect(document, object, parts, Collections.newSetFromMap(new IdentityHashMap<>()));
    return new ObjectParts(parts);
  }

  private static void collect(
      OpenAPI document, @Nullable Schema<?> object, List<Schema<?>> parts, Set<Schema<?>> seen) {
    Schema<?> part = ModelUtils.getReferencedSchema(document, object);
    if (part == null || !seen.add(part)) return;
    parts.add(part);
    if (part.getAllOf() == null) return;
    for (Schema<?> each : part.getAllOf()) collect(document, each, parts, seen);
  }

  /** The schemas of each property, by its name. */
  Map<String, List<Schema<?>>> properties() {
    Map<String, List<Schema<?>>> found = new LinkedHashMap<>();
    for (Schema<?> part : all) {
      if (part.getProperties() == null) continue;
      part.getProperties()
          .forEach(
              (name, property) ->
                  found.computeIfAbsent(name, key -> new ArrayList<>()).add(property));
    }
    return found;
  }

  /** The names of the properties that are always there. */
  Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    for (Schema<?> part : all) {
      if (part.getRequired() != null) names.addAll(part.getRequired());
    }
    return names;
  }
}
