package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.Node;
import dev.specwright.contract.mutation.DocumentMutation.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Changes of the credentials that a document asks for. */
final class SecurityMutations {
  private SecurityMutations() {}

  static List<DocumentMutation> all() {
    return List.of(
        keyMoved("query", "header"),
        keyMoved("header", "query"),
        scheme(
            "key renamed",
            each -> each.at("type").is("apiKey"),
            each -> each.put("name", each.at("name").text() + "_v2")),
        scheme(
            "Basic became Bearer",
            each -> each.at("scheme").is("basic"),
            each -> each.put("scheme", "bearer")),
        new DocumentMutation(
            "credentials asked for where there were none", SecurityMutations::securityAdded));
  }

  private static DocumentMutation keyMoved(String from, String to) {
    return scheme(
        "key moved from " + from + " to " + to,
        each -> each.at("in").is(from),
        each -> each.put("in", to));
  }

  private static DocumentMutation scheme(
      String name, Predicate<Node> where, Consumer<Node> change) {
    return new DocumentMutation(name, document -> scheme(document, where, change));
  }

  private static Optional<Place> scheme(
      Document document, Predicate<Node> where, Consumer<Node> change) {
    Map<String, Node> schemes = document.root().at("components", "securitySchemes").members();
    for (Map.Entry<String, Node> scheme : schemes.entrySet()) {
      if (!where.test(scheme.getValue())) continue;
      change.accept(scheme.getValue());
      return document.operations().stream()
          .filter(each -> isUsed(scheme.getKey(), each))
          .findFirst()
          .flatMap(each -> Place.of(each, scheme.getKey()));
    }
    return Optional.empty();
  }

  /** Whether clients go in with it; of a form's credential the scheme says nothing. */
  private static boolean isUsed(String scheme, DocumentedOperation operation) {
    return operation.alternatives().equals(operation.clientWays())
        && operation.alternatives().stream()
            .flatMap(each -> each.places().stream())
            .anyMatch(each -> each.credential().equals(scheme));
  }

  private static Optional<Place> securityAdded(Document document) {
    for (DocumentedOperation operation : document.operations()) {
      Node security = operation.node().at("security");
      if (!security.exists() || !security.items().isEmpty()) continue;
      Node components = document.root().at("components");
      if (!components.at("securitySchemes").exists()) {
        components.put("securitySchemes", new LinkedHashMap<>());
      }
      components
          .at("securitySchemes")
          .put("tenant", Map.of("type", "apiKey", "in", "header", "name", "X-Tenant"));
      operation.node().put("security", List.of(Map.of("tenant", List.of())));
      return Place.of(operation);
    }
    return Optional.empty();
  }
}
