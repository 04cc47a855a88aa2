package dev.specwright.contract;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okhttp3.Credentials;

/**
 * The requests that the examples of a document make: each example of each body with each way to
 * authenticate and the first example of every parameter; once without the optional parameters; and
 * once with each further example of a parameter.
 */
final class DocumentedRequests {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final JsonAdapter<Object> JSON =
      new Moshi.Builder().build().adapter(Object.class).serializeNulls();

  private final DocumentNode document;
  private final List<WireRequest> requests = new ArrayList<>();

  private DocumentedRequests(DocumentNode document) {
    this.document = document;
  }

  /** Returns the requests of {@code specs/<api>/openapi.yaml}. */
  static List<WireRequest> of(String api) {
    DocumentNode document = DocumentNode.read(Apis.DOCUMENTS.resolve(api + "/openapi.yaml"));
    DocumentedRequests all = new DocumentedRequests(document);
    document
        .at("paths")
        .members()
        .forEach(
            (path, item) ->
                item.members()
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) all.add(path, method, item, operation);
                        }));
    return all.requests;
  }

  private void add(String path, String method, DocumentNode item, DocumentNode operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (DocumentNode holder : List.of(item, operation)) {
      holder.at("parameters").items().forEach(each -> parameters.add(Parameter.of(each)));
    }
    List<Body> bodies = bodies(operation.at("requestBody"));
    List<Access> ways = ways(operation);
    WireRequest bare =
        new WireRequest(
            operation.at("operationId").text(),
            "",
            method.toUpperCase(Locale.ROOT),
            path,
            Map.of(),
            Map.of(),
            Map.of(),
            null,
            Map.of());

    for (Access way : ways) {
      for (Body body : bodies) {
        requests.add(request(bare, parameters, Map.of(), body, way, ""));
      }
    }
    Body body = bodies.get(0);
    Access way = ways.get(0);
    List<Parameter> required = parameters.stream().filter(Parameter::required).toList();
    if (required.size() < parameters.size()) {
      requests.add(request(bare, required, Map.of(), body, way, "required only"));
    }
    for (Parameter parameter : parameters) {
      List<String> names = List.copyOf(parameter.examples().keySet());
      for (String name : names.subList(1, names.size())) {
        String label = parameter.name() + " " + name;
        requests.add(request(bare, parameters, Map.of(parameter.name(), name), body, way, label));
      }
    }
  }

  private static WireRequest request(
      WireRequest bare,
      List<Parameter> parameters,
      Map<String, String> chosen,
      Body body,
      Access way,
      String label) {
    WireRequest request = body.in(bare);
    for (Parameter each : parameters) {
      List<String> texts = each.examples().get(chosen.getOrDefault(each.name(), each.first()));
      request = request.with(each.part(), each.name(), texts);
    }
    String name =
        List.of(body.name(), way.name(), label).stream()
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(", "));
    return named(way.in(request, body), name);
  }

  private static WireRequest named(WireRequest request, String example) {
    return new WireRequest(
        request.operation(),
        example,
        request.method(),
        request.path(),
        request.pathParameters(),
        request.query(),
        request.headers(),
        request.contentType(),
        request.form());
  }

  /** A parameter with its examples by name, each as the texts that it sends. */
  private record Parameter(
      String name, String part, boolean required, Map<String, List<String>> examples) {
    static Parameter of(DocumentNode parameter) {
      DocumentNode json = parameter.at("content", "application/json");
      DocumentNode holder = json.exists() ? json : parameter;
      Map<String, DocumentNode> values = examplesOf(parameter);
      if (values.isEmpty()) values = examplesOf(holder);
      if (values.isEmpty()) values = Map.of("example", holder.at("schema", "example"));
      Map<String, List<String>> examples = new LinkedHashMap<>();
      values.forEach(
          (name, value) ->
              examples.put(
                  name, json.exists() ? List.of(json(value)) : texts(value, !isJoined(parameter))));
      String place = parameter.at("in").text();
      return new Parameter(
          parameter.at("name").text(),
          place.equals("path") ? "parameters" : place.equals("header") ? "headers" : place,
          parameter.at("required").is(true),
          examples);
    }

    private static boolean isJoined(DocumentNode parameter) {
      return parameter.at("explode").is(false);
    }

    String first() {
      return examples.keySet().iterator().next();
    }
  }

  /** An example of a request body; without a media type if there is none. */
  private record Body(
      String name, String type, boolean required, DocumentNode media, DocumentNode value) {
    WireRequest in(WireRequest request) {
      if (type.isEmpty()) return request;
      WireRequest typed = request.with("type", null, List.of(type));
      for (Map.Entry<String, DocumentNode> field : value.members().entrySet()) {
        DocumentNode encoding = media.at("encoding", field.getKey());
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        if (encoding.at("style").is("deepObject")) {
          addBrackets(pairs, field.getKey(), field.getValue());
        } else if (encoding.at("contentType").is("application/json")) {
          pairs.put(field.getKey(), List.of(json(field.getValue())));
        } else {
          pairs.put(field.getKey(), texts(field.getValue(), true));
        }
        for (Map.Entry<String, List<String>> pair : pairs.entrySet()) {
          typed = typed.with("form", pair.getKey(), pair.getValue());
        }
      }
      return typed;
    }

    /** As PHP's http_build_query does; nothing for null. */
    private static void addBrackets(
        Map<String, List<String>> pairs, String name, DocumentNode node) {
      node.members().forEach((key, each) -> addBrackets(pairs, name + "[" + key + "]", each));
      int index = 0;
      for (DocumentNode item : node.items()) addBrackets(pairs, name + "[" + index++ + "]", item);
      if (node.value() instanceof Boolean yes) {
        pairs.put(name, List.of(yes ? "1" : "0"));
      } else if (node.value() instanceof String || node.value() instanceof Number) {
        pairs.put(name, List.of(node.text()));
      }
    }
  }

  /** One of the alternatives of {@code security}: its schemes by name. */
  private record Access(Map<String, DocumentNode> schemes) {
    String name() {
      return String.join(" and ", schemes.keySet());
    }

    /** Adds credentials that nobody takes for real ones. */
    WireRequest in(WireRequest request, Body body) {
      WireRequest result = request;
      for (Map.Entry<String, DocumentNode> scheme : schemes.entrySet()) {
        result = add(scheme.getValue(), result);
        result = withoutField(scheme.getKey(), result, body);
      }
      return result;
    }

    private static WireRequest add(DocumentNode scheme, WireRequest request) {
      if (scheme.at("type").is("http") && scheme.at("scheme").is("basic")) {
        String basic = Credentials.basic("somebody@example.com", "example-password");
        return request.with("headers", "Authorization", List.of(basic));
      }
      if (!scheme.at("type").is("apiKey")) {
        throw new IllegalArgumentException("Teach this test the scheme " + scheme.value());
      }
      String part = scheme.at("in").is("query") ? "query" : "headers";
      String name = scheme.at("name").text();
      return request.with(part, name, List.of("example-credential"));
    }

    /** Takes the credential out of the form, and the form away if nothing is left of it. */
    private static WireRequest withoutField(String scheme, WireRequest request, Body body) {
      for (String name : new TreeSet<>(request.form().keySet())) {
        DocumentNode field = body.media().at("schema", "properties", name);
        if (!field.at("x-credential").is(scheme)) continue;
        WireRequest without = request.with("form", name, List.of());
        if (!without.form().isEmpty()) return without;
        if (!body.required()) return without.with("type", null, List.of());
      }
      return request;
    }
  }

  private static List<Body> bodies(DocumentNode requestBody) {
    List<Body> bodies = new ArrayList<>();
    boolean required = requestBody.at("required").is(true);
    requestBody
        .at("content")
        .members()
        .forEach(
            (type, media) ->
                examplesOf(media)
                    .forEach(
                        (name, value) -> bodies.add(new Body(name, type, required, media, value))));
    if (requestBody.exists() && bodies.isEmpty()) {
      throw new IllegalArgumentException("A body without an example: " + requestBody.value());
    }
    if (!requestBody.exists()) bodies.add(new Body("", "", required, requestBody, requestBody));
    return bodies;
  }

  private List<Access> ways(DocumentNode operation) {
    DocumentNode own = operation.at("security");
    List<Access> ways = new ArrayList<>();
    for (DocumentNode each : (own.exists() ? own : document.at("security")).items()) {
      Map<String, DocumentNode> schemes = new LinkedHashMap<>();
      for (String name : each.members().keySet()) {
        schemes.put(name, document.at("components", "securitySchemes", name));
      }
      ways.add(new Access(schemes));
    }
    if (ways.isEmpty()) ways.add(new Access(Map.of()));
    return ways;
  }

  private static Map<String, DocumentNode> examplesOf(DocumentNode holder) {
    Map<String, DocumentNode> examples = new LinkedHashMap<>();
    holder.at("examples").members().forEach((name, each) -> examples.put(name, each.at("value")));
    if (holder.at("example").exists()) examples.put("example", holder.at("example"));
    return examples;
  }

  private static String json(DocumentNode value) {
    return JSON.toJson(value.value());
  }

  private static List<String> texts(DocumentNode value, boolean repeated) {
    if (!(value.value() instanceof List<?>)) return List.of(value.text());
    List<String> texts = value.items().stream().map(DocumentNode::text).toList();
    return repeated ? texts : List.of(String.join(",", texts));
  }
}
