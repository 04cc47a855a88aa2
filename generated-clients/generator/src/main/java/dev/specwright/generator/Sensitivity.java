package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Which values must not be shown: {@code x-sensitive} and {@code x-credential}, wherever the mark
 * stands. A value is shown whole or not at all, so one with a marked part is sensitive as well,
 * unless the part is a property, which has a name of its own.
 */
final class Sensitivity {
  private final OpenAPI document;

  Sensitivity(OpenAPI document) {
    this.document = document;
  }

  /** Whether the values of {@code schema} must not be shown. */
  boolean isMarked(@Nullable Schema<?> schema) {
    return isMarked(schema, false, seen());
  }

  /** Whether something in the values of {@code schema} must not be shown. */
  boolean holdsMarked(@Nullable Schema<?> schema) {
    return isMarked(schema, true, seen());
  }

  private boolean isMarked(@Nullable Schema<?> schema, boolean deep, Set<Schema<?>> seen) {
    if (schema == null) return false;
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    if (resolved == null || !seen.add(resolved)) return false;
    if (hasMark(schema) || hasMark(resolved)) return true;
    List<@Nullable Schema<?>> parts = new ArrayList<>(SchemaShapes.shapes(resolved));
    if (resolved.getAllOf() != null) resolved.getAllOf().forEach(parts::add);
    parts.add(resolved.getItems());
    parts.add(values(resolved));
    if (deep && resolved.getProperties() != null) {
      resolved.getProperties().values().forEach(parts::add);
    }
    return parts.stream().anyMatch(part -> isMarked(part, deep, seen));
  }

  private static boolean hasMark(Schema<?> schema) {
    return Extensions.isTrue(schema, Extensions.SENSITIVE)
        || Extensions.text(schema, Extensions.CREDENTIAL) != null;
  }

  /**
   * Returns the names that the sensitive properties in {@code body} have on the wire: {@code
   * password}, {@code a[b]}. Those in a list have the name without an index.
   */
  Set<String> names(@Nullable Schema<?> body) {
    Set<String> names = new TreeSet<>();
    collect(body, "", names, seen());
    if (isMarked(body)) names.addAll(ObjectParts.of(document, body).properties().keySet());
    return names;
  }

  /**
   * @param open the schemas that {@code schema} is in
   */
  private void collect(
      @Nullable Schema<?> schema, String name, Set<String> names, Set<Schema<?>> open) {
    Schema<?> resolved = ModelUtils.getReferencedSchema(document, schema);
    if (resolved == null) return;
    boolean named = !name.isEmpty();
    boolean endless = !open.add(resolved);
    boolean nameless = holdsMarked(values(resolved)) || (endless && holdsMarked(resolved));
    if (named && (isMarked(schema) || nameless)) {
      names.add(name);
    } else if (!endless) {
      collect(resolved.getItems(), name, names, open);
      for (Schema<?> shape : SchemaShapes.shapes(resolved)) collect(shape, name, names, open);
      if (resolved.getAllOf() != null) {
        for (Schema<?> part : resolved.getAllOf()) collect(part, name, names, open);
      }
      if (resolved.getProperties() != null) {
        resolved
            .getProperties()
            .forEach(
                (property, value) ->
                    collect(value, named ? name + "[" + property + "]" : property, names, open));
      }
    }
    if (!endless) open.remove(resolved);
  }

  /** Returns the schema of the values in a map, whose names nobody knows; or null. */
  private static @Nullable Schema<?> values(Schema<?> map) {
    return map.getAdditionalProperties() instanceof Schema<?> values ? values : null;
  }

  private static Set<Schema<?>> seen() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
