package dev.specwright.contract;

import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.CredentialPlace;
import dev.specwright.contract.driver.CredentialPlace.Place;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedParameter;
import dev.specwright.contract.driver.Json;
import dev.specwright.contract.driver.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Credentials;

/**
 * The requests that the examples of a document make: each example of each body with each way to
 * authenticate and the first example of every parameter; once without the optional parameters; and
 * once with each further example of a parameter.
 */
final class DocumentedRequests {
  private final DocumentedOperation operation;

  private DocumentedRequests(DocumentedOperation operation) {
    this.operation = operation;
  }

  /** Returns the requests of {@code specs/<api>/openapi.yaml}. */
  static List<WireRequest> of(String api) {
    return Document.read(Apis.document(api)).operations().stream()
        .flatMap(each -> new DocumentedRequests(each).all())
        .toList();
  }

  private Stream<WireRequest> all() {
    List<DocumentedParameter> parameters = operation.parameters();
    List<Body> bodies = bodies();
    List<Alternative> ways = operation.alternatives();
    List<WireRequest> requests = new ArrayList<>();
    for (Alternative way : ways) {
      for (Body body : bodies) requests.add(request(parameters, Map.of(), body, way, ""));
    }
    Body body = bodies.get(0);
    Alternative way = ways.get(0);
    List<DocumentedParameter> required =
        parameters.stream().filter(DocumentedParameter::isRequired).toList();
    if (required.size() < parameters.size()) {
      requests.add(request(required, Map.of(), body, way, "required only"));
    }
    for (DocumentedParameter parameter : parameters) {
      parameter.examples().keySet().stream()
          .skip(1)
          .forEach(
              name ->
                  requests.add(
                      request(
                          parameters,
                          Map.of(parameter.name(), name),
                          body,
                          way,
                          parameter.name() + " " + name)));
    }
    return requests.stream();
  }

  private WireRequest request(
      List<DocumentedParameter> parameters,
      Map<String, String> chosen,
      Body body,
      Alternative way,
      String label) {
    List<String> schemes = schemes(way).map(CredentialPlace::credential).toList();
    String example =
        Stream.of(body.name(), String.join(" and ", schemes), label)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(", "));
    WireRequest request =
        body.in(
            new WireRequest(
                operation.id(),
                example,
                operation.method(),
                operation.path(),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                Map.of()));
    for (DocumentedParameter each : parameters) {
      String name = chosen.getOrDefault(each.name(), each.examples().keySet().iterator().next());
      request = request.with(part(each), each.name(), texts(each, each.examples().get(name)));
    }
    for (CredentialPlace each : schemes(way).toList()) {
      request = body.without(each.credential(), with(each, request));
    }
    return request;
  }

  // ---- parameters

  private static String part(DocumentedParameter parameter) {
    return switch (parameter.in()) {
      case "path" -> "parameters";
      case "header" -> "headers";
      default -> parameter.in();
    };
  }

  private static List<String> texts(DocumentedParameter parameter, Object value) {
    if (parameter.isJson()) return List.of(Json.text(value));
    boolean joined = parameter.node().at("explode").is(false);
    return joined ? List.of(String.join(",", texts(value))) : texts(value);
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  // ---- credentials

  /** Returns those that no example holds. */
  private static Stream<CredentialPlace> schemes(Alternative way) {
    return way.places().stream()
        .filter(each -> each.place() != Place.FORM && each.place() != Place.PATH);
  }

  /** Adds a credential that nobody takes for a real one. */
  private static WireRequest with(CredentialPlace place, WireRequest request) {
    String value =
        switch (place.place()) {
          case BASIC -> Credentials.basic("somebody@example.com", "example-password");
          case BEARER -> "Bearer example-credential";
          default -> "example-credential";
        };
    String part = place.place() == Place.QUERY ? "query" : "headers";
    return request.with(part, place.parameter(), List.of(value));
  }

  // ---- bodies

  private List<Body> bodies() {
    List<Body> bodies = new ArrayList<>();
    boolean required = operation.node().at("requestBody", "required").is(true);
    for (Content content : operation.requests()) {
      content
          .examples()
          .forEach((name, value) -> bodies.add(new Body(name, content, required, Node.of(value))));
    }
    if (!operation.requests().isEmpty()) return bodies;
    return List.of(new Body("", null, false, Node.of(null)));
  }

  /** An example of a request body; without content if there is none. */
  private record Body(String name, Content content, boolean required, Node value) {
    WireRequest in(WireRequest request) {
      if (content == null) return request;
      WireRequest typed = request.with("type", null, List.of(content.mediaType()));
      for (Map.Entry<String, Node> field : value.members().entrySet()) {
        Node encoding = content.node().at("encoding", field.getKey());
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        if (encoding.at("style").is("deepObject")) {
          addBrackets(pairs, field.getKey(), field.getValue());
        } else if (encoding.at("contentType").is("application/json")) {
          pairs.put(field.getKey(), List.of(Json.text(field.getValue().value())));
        } else {
          pairs.put(field.getKey(), texts(field.getValue().value()));
        }
        for (Map.Entry<String, List<String>> pair : pairs.entrySet()) {
          typed = typed.with("form", pair.getKey(), pair.getValue());
        }
      }
      return typed;
    }

    /** As PHP's http_build_query does; nothing for null. */
    private static void addBrackets(Map<String, List<String>> pairs, String name, Node node) {
      node.members().forEach((key, each) -> addBrackets(pairs, name + "[" + key + "]", each));
      int index = 0;
      for (Node item : node.items()) addBrackets(pairs, name + "[" + index++ + "]", item);
      if (node.value() instanceof Boolean yes) {
        pairs.put(name, List.of(yes ? "1" : "0"));
      } else if (node.value() instanceof String || node.value() instanceof Number) {
        pairs.put(name, List.of(node.text()));
      }
    }

    /** Takes a credential out of the form, and the form away if nothing is left of it. */
    WireRequest without(String credential, WireRequest request) {
      for (String field : new TreeSet<>(request.form().keySet())) {
        Node property = content.schema().at("properties", field);
        if (!property.at("x-credential").is(credential)) continue;
        WireRequest without = request.with("form", field, List.of());
        if (!without.form().isEmpty()) return without;
        if (!required) return without.with("type", null, List.of());
      }
      return request;
    }
  }
}
