package dev.specwright.probe;

import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A request that leaves a client, beside the operation of the document that it is for.
 *
 * @param request as it would go out
 * @param operation its operation
 * @param document the document
 * @param body the body's text
 */
record Outgoing(Request request, DocumentOperation operation, Document document, String body) {
  static @Nullable Outgoing of(Request request, Document document) throws IOException {
    Operation operation = Operation.of(request);
    if (operation == null) return null;
    Buffer body = new Buffer();
    if (request.body() != null) request.body().writeTo(body);
    return new Outgoing(request, document.operation(operation.id()), document, body.readUtf8());
  }

  /** Whether the body is an URL-encoded form that the operation's example fills. */
  boolean hasFields() {
    return !body.isEmpty()
        && operation
            .body()
            .map(content -> content.mediaType().equals("application/x-www-form-urlencoded"))
            .orElse(false);
  }

  List<Field> fields() {
    return Field.parse(body);
  }

  /** Returns the wire names of what a form has to have, credentials aside. */
  List<String> requiredFields() {
    if (!hasFields()) return List.of();
    List<String> names = new ArrayList<>();
    Node schema = operation.body().orElseThrow().schema();
    for (Node required : schema.get("required").items()) {
      String name = required.text();
      Node property = schema.get("properties").get(name);
      if (property.get("x-credential").exists()) continue;
      List<Node> inner = property.get("required").items();
      boolean isJson = json(name);
      if (!inner.isEmpty() && !isJson) {
        inner.forEach(member -> names.add(name + "[" + member.text() + "]"));
      } else if (!property.get("properties").exists() || isJson) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether a form field is JSON text. */
  boolean json(String name) {
    return operation
        .body()
        .orElseThrow()
        .node()
        .get("encoding")
        .get(name)
        .get("contentType")
        .text()
        .equals("application/json");
  }

  /** Returns the schema of a form field. */
  Node schema(Field field) {
    Node property = operation.body().orElseThrow().schema().get("properties").get(field.root());
    return field.key().isEmpty() ? property : property.get("properties").get(field.key());
  }

  /** Returns the request with one field of its form changed, or without it where that is null. */
  Request withField(String name, UnaryOperator<@Nullable Field> change) {
    List<Field> fields = new ArrayList<>();
    for (Field field : fields()) {
      Field changed = field.name().equals(name) ? change.apply(field) : field;
      if (changed != null) fields.add(changed);
    }
    return withBody("application/x-www-form-urlencoded", Field.encode(fields));
  }

  Request withBody(String mediaType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return request
        .newBuilder()
        .method(request.method(), RequestBody.create(bytes, MediaType.get(mediaType)))
        // A network interceptor stands behind the one that sets these.
        .header("Content-Type", mediaType)
        .header("Content-Length", String.valueOf(bytes.length))
        .build();
  }

  Request withUrl(HttpUrl url) {
    return request.newBuilder().url(url).build();
  }

  /** Returns the query parameters that the document declares, and the request has. */
  Map<String, Node> query() {
    Map<String, Node> parameters = new java.util.LinkedHashMap<>();
    for (Node parameter : operation.parameters()) {
      String name = parameter.get("name").text();
      boolean inQuery = parameter.get("in").text().equals("query");
      if (inQuery && request.url().queryParameterNames().contains(name)) {
        parameters.put(name, parameter);
      }
    }
    return parameters;
  }

  /** Returns the request with another name for a query parameter, or none if it is null. */
  Request withQueryName(String name, @Nullable String other) {
    HttpUrl.Builder url = request.url().newBuilder();
    List<String> values = new ArrayList<>();
    request.url().queryParameterValues(name).forEach(value -> values.add(String.valueOf(value)));
    url.removeAllQueryParameters(name);
    if (other != null) values.forEach(value -> url.addQueryParameter(other, value));
    return withUrl(url.build());
  }

  /** Returns the security schemes of the first alternative of the operation. */
  List<Node> schemes() {
    Node own = operation.node().get("security");
    Node security = own.exists() ? own : document.root().get("security");
    List<Node> schemes = new ArrayList<>();
    for (Node alternative : security.items()) {
      for (String name : alternative.members().keySet()) {
        schemes.add(document.root().get("components").get("securitySchemes").get(name));
      }
      break;
    }
    return schemes;
  }
}
