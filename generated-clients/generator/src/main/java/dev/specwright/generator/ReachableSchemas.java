package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Follows the references of schemas and notes the component schemas that they lead to. */
final class ReachableSchemas {
  private static final String REF = "#/components/schemas/";

  private final OpenAPI document;
  private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> names = new LinkedHashSet<>();

  /** Those of {@link #names} that are not visited yet: chains of references outgrow the stack. */
  private final Queue<String> pending = new ArrayDeque<>();

  ReachableSchemas(OpenAPI document) {
    this.document = document;
  }

  /** The names of the schemas that were found. */
  Set<String> names() {
    while (!pending.isEmpty()) visit(ModelUtils.getSchemas(document).get(pending.remove()));
    return names;
  }

  void visitAll(Collection<MediaType> contents) {
    contents.forEach(media -> visit(media.getSchema()));
  }

  /** Follows the references of an extension, which the parser leaves as plain maps and lists. */
  void visitRaw(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String ref && ref.startsWith(REF)) reference(ref);
      map.values().forEach(this::visitRaw);
    } else if (value instanceof Iterable<?> list) {
      list.forEach(this::visitRaw);
    }
  }

  private void reference(String ref) {
    String name = ModelUtils.getSimpleRef(ref);
    if (names.add(name)) pending.add(name);
  }

  void visit(@Nullable Schema<?> schema) {
    if (schema == null || !seen.add(schema)) return;
    if (schema.get$ref() != null) {
      reference(schema.get$ref());
      return;
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::visit);
    }
    visit(schema.getItems());
    if (schema.getAdditionalProperties() instanceof Schema<?> values) visit(values);
    for (Collection<?> parts :
        new Collection<?>[] {schema.getAllOf(), schema.getOneOf(), schema.getAnyOf()}) {
      if (parts != null) parts.forEach(part -> visit((Schema<?>) part));
    }
  }
}
