package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.Locale;
import java.util.Map;

/** Walks through a document's operations. */
final class Operations {
  /** One operation and where it stands. */
  interface Visitor {
    void visit(String place, PathItem.HttpMethod method, PathItem item, Operation operation);
  }

  private Operations() {}

  static void visit(OpenAPI document, Visitor visitor) {
    if (document.getPaths() == null) return;
    for (Map.Entry<String, PathItem> path : document.getPaths().entrySet()) {
      path.getValue()
          .readOperationsMap()
          .forEach(
              (method, operation) ->
                  visitor.visit(
                      "paths." + path.getKey() + "." + method.name().toLowerCase(Locale.ROOT),
                      method,
                      path.getValue(),
                      operation));
    }
  }
}
