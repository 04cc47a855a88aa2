package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedParameter;
import dev.specwright.contract.driver.Node;
import dev.specwright.contract.mutation.DocumentMutation.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes of paths, methods and parameters. */
final class ParameterMutations {
  private ParameterMutations() {}

  static List<DocumentMutation> all() {
    return List.of(
        new DocumentMutation("path renamed", document -> path(document, segment -> segment + "s")),
        new DocumentMutation("path in other letters", document -> path(document, Edits::otherCase)),
        new DocumentMutation("method changed", ParameterMutations::method),
        parameter(
            "required query parameter renamed",
            each -> each.in().equals("query") && each.isRequired(),
            each -> each.node().put("name", each.name() + "_name")),
        new DocumentMutation(
            "required query parameter added", document -> parameterAdded(document, "query")),
        new DocumentMutation(
            "required header added", document -> parameterAdded(document, "header")),
        parameter(
            "limit of a query parameter lowered",
            each -> each.in().equals("query") && isInteger(each),
            each -> each.schema().put("maximum", (Integer) each.example() - 1)),
        parameter(
            "pattern of a parameter changed",
            each -> each.schema().at("pattern").exists(),
            each -> each.schema().put("pattern", "^never$")),
        parameter(
            "path parameter became a boolean",
            each -> each.in().equals("path"),
            each -> each.node().put("schema", Edits.schema("boolean"))));
  }

  private static boolean isInteger(DocumentedParameter parameter) {
    return !parameter.isJson()
        && parameter.schema().at("type").is("integer")
        && parameter.example() instanceof Integer;
  }

  private static DocumentMutation parameter(
      String name, Predicate<DocumentedParameter> where, Consumer<DocumentedParameter> change) {
    return new DocumentMutation(name, document -> parameter(document, where, change));
  }

  static Optional<Place> parameter(
      Document document,
      Predicate<DocumentedParameter> where,
      Consumer<DocumentedParameter> change) {
    for (DocumentedOperation operation : document.operations()) {
      for (DocumentedParameter parameter : operation.parameters()) {
        if (!where.test(parameter)) continue;
        change.accept(parameter);
        return Place.of(operation, parameter.name());
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> path(Document document, UnaryOperator<String> change) {
    for (DocumentedOperation operation : document.operations()) {
      String path = operation.path();
      String last = path.substring(path.lastIndexOf('/') + 1);
      if (last.contains("{")) continue;
      String changed = path.substring(0, path.length() - last.length()) + change.apply(last);
      Edits.rename(document.root().at("paths"), path, changed);
      return Place.of(operation, path + " is " + changed);
    }
    return Optional.empty();
  }

  private static Optional<Place> method(Document document) {
    for (DocumentedOperation operation : document.operations()) {
      Node item = document.root().at("paths", operation.path());
      if (item.at("patch").exists()) continue;
      Edits.rename(item, operation.method().toLowerCase(Locale.ROOT), "patch");
      return Place.of(operation, operation.method() + " is PATCH");
    }
    return Optional.empty();
  }

  private static Optional<Place> parameterAdded(Document document, String in) {
    for (DocumentedOperation operation : document.operations()) {
      if (!operation.requests().isEmpty()) continue;
      List<Object> parameters = new ArrayList<>();
      operation.node().at("parameters").items().forEach(each -> parameters.add(each.value()));
      Map<String, Object> added = new LinkedHashMap<>();
      added.put("name", "tenant");
      added.put("in", in);
      added.put("required", true);
      added.put("schema", Edits.schema("string"));
      parameters.add(added);
      operation.node().put("parameters", parameters);
      return Place.of(operation, "tenant");
    }
    return Optional.empty();
  }
}
