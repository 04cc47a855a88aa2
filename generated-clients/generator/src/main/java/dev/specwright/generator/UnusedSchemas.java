package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Drops the component schemas that no operation and no webhook leads to. */
final class UnusedSchemas {
  private static final String REF = "#/components/schemas/";

  private final OpenAPI document;
  private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> used = new HashSet<>();

  /** Those of {@link #used} that are not visited yet: chains of references outgrow the stack. */
  private final Queue<String> pending = new ArrayDeque<>();

  UnusedSchemas(OpenAPI document) {
    this.document = document;
  }

  void remove() {
    Operations.visit(
        document,
        (place, method, item, operation) -> {
          if (operation.getParameters() != null) {
            for (Parameter parameter : operation.getParameters()) visit(parameter.getSchema());
          }
          if (operation.getRequestBody() != null
              && operation.getRequestBody().getContent() != null) {
            visitAll(operation.getRequestBody().getContent().values());
          }
          operation
              .getResponses()
              .values()
              .forEach(
                  answer -> {
                    if (answer.getContent() != null) visitAll(answer.getContent().values());
                  });
        });
    if (document.getExtensions() != null) {
      visitRaw(document.getExtensions().get(Extensions.WEBHOOKS));
    }
    while (!pending.isEmpty()) visit(ModelUtils.getSchemas(document).get(pending.remove()));
    if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
      document.getComponents().getSchemas().keySet().retainAll(used);
    }
  }

  private void visitAll(Collection<MediaType> contents) {
    contents.forEach(media -> visit(media.getSchema()));
  }

  /** Follows the references of an extension, which the parser leaves as plain maps and lists. */
  private void visitRaw(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String ref && ref.startsWith(REF)) reference(ref);
      map.values().forEach(this::visitRaw);
    } else if (value instanceof Iterable<?> list) {
      list.forEach(this::visitRaw);
    }
  }

  private void reference(String ref) {
    String name = ModelUtils.getSimpleRef(ref);
    if (used.add(name)) pending.add(name);
  }

  private void visit(@Nullable Schema<?> schema) {
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
    if (schema.getDiscriminator() != null && schema.getDiscriminator().getMapping() != null) {
      schema.getDiscriminator().getMapping().values().forEach(this::reference);
    }
  }
}
