package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;

/** Drops the component schemas that no operation and no webhook leads to. */
final class UnusedSchemas {
  private final OpenAPI document;

  UnusedSchemas(OpenAPI document) {
    this.document = document;
  }

  void remove() {
    ReachableSchemas used = new ReachableSchemas(document);
    Operations.visit(
        document,
        (place, method, item, operation) -> {
          visitRequest(operation, used);
          operation
              .getResponses()
              .values()
              .forEach(
                  answer -> {
                    if (answer.getContent() != null) used.visitAll(answer.getContent().values());
                  });
        });
    if (document.getExtensions() != null) {
      used.visitRaw(document.getExtensions().get(Extensions.WEBHOOKS));
    }
    if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
      document.getComponents().getSchemas().keySet().retainAll(used.names());
    }
  }

  /** Follows the schemas of what a caller sends. */
  static void visitRequest(Operation operation, ReachableSchemas found) {
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> found.visit(parameter.getSchema()));
    }
    if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
      found.visitAll(operation.getRequestBody().getContent().values());
    }
  }
}
