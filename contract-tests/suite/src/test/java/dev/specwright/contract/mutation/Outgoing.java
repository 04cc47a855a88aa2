package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.CredentialPlace;
import dev.specwright.contract.driver.CredentialPlace.Place;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedParameter;
import dev.specwright.contract.driver.Node;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;

/**
 * A request that leaves a client, beside the operation of the document that it is for.
 *
 * @param request as it would go out
 * @param operation its operation
 * @param document the document
 * @param body the body's bytes, none if there is no body
 */
record Outgoing(
    Request request, DocumentedOperation operation, Document document, ByteString body) {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Returns null for a request that no generated method made. */
  static Outgoing of(Request request, Document document) throws IOException {
    Operation operation = Operation.of(request);
    if (operation == null) return null;
    Buffer body = new Buffer();
    if (request.body() != null) request.body().writeTo(body);
    return new Outgoing(
        request, document.operation(operation.id()), document, body.readByteString());
  }

  /** Returns the media type of the body, without parameters. */
  String type() {
    return String.valueOf(request.header("Content-Type")).replaceFirst(";.*", "");
  }

  Request withUrl(HttpUrl url) {
    return request.newBuilder().url(url).build();
  }

  Request withHeader(String name, String value) {
    return request.newBuilder().header(name, value).build();
  }

  Request withBody(String mediaType, String text) {
    ByteString bytes = ByteString.encodeUtf8(text);
    return request
        .newBuilder()
        .method(request.method(), RequestBody.create(bytes, MediaType.get(mediaType)))
        // A network interceptor stands behind the one that sets these.
        .header("Content-Type", mediaType)
        .header("Content-Length", String.valueOf(bytes.size()))
        .removeHeader("Transfer-Encoding")
        .build();
  }

  // ---- forms

  /** Whether the body is an URL-encoded form that has fields. */
  boolean hasFields() {
    return body.size() > 0 && type().equals(FORM) && form().isPresent();
  }

  private Optional<Content> form() {
    return operation.requests().stream().filter(Content::isForm).findFirst();
  }

  List<Field> fields() {
    return hasFields() ? Field.parse(body.utf8()) : List.of();
  }

  Request withFields(List<Field> fields) {
    return withBody(FORM, Field.encode(fields));
  }

  /** Returns the request with one field of its form changed, or without it where that is null. */
  Request withField(String name, UnaryOperator<Field> change) {
    return withFields(
        fields().stream()
            .flatMap(
                each -> Stream.ofNullable(each.name().equals(name) ? change.apply(each) : each))
            .toList());
  }

  /** Returns the wire names of what a form has to have, credentials aside. */
  List<String> requiredFields() {
    if (!hasFields()) return List.of();
    List<String> names = new ArrayList<>();
    Node schema = form().orElseThrow().schema();
    for (Node required : schema.at("required").items()) {
      String name = required.text();
      Node property = schema.at("properties", name);
      if (property.at("x-credential").exists()) continue;
      if (isJson(name) || !property.at("properties").exists()) {
        names.add(name);
      } else {
        property
            .at("required")
            .items()
            .forEach(member -> names.add(name + "[" + member.text() + "]"));
      }
    }
    return names;
  }

  /** Whether a form field is JSON text. */
  boolean isJson(String name) {
    Node form = form().orElseThrow().node();
    return form.at("encoding", name, "contentType").is("application/json");
  }

  /** Returns the schema of a form field. */
  Node schema(Field field) {
    Node property = form().orElseThrow().schema().at("properties", field.root());
    return field.key().isEmpty() ? property : property.at("properties", field.key());
  }

  // ---- parameters

  /** Returns the parameters of the query that the document declares, and the request has. */
  List<DocumentedParameter> query() {
    return operation
        .parameters("query")
        .filter(each -> request.url().queryParameterNames().contains(each.name()))
        .toList();
  }

  /** Returns the request with another name for a query parameter, or without it if it is null. */
  Request withQueryName(String name, String other) {
    HttpUrl.Builder url = request.url().newBuilder();
    List<String> values = request.url().queryParameterValues(name);
    url.removeAllQueryParameters(name);
    if (other != null) values.forEach(value -> url.addQueryParameter(other, value));
    return withUrl(url.build());
  }

  /** Returns the index of the path segment that is this parameter, if there is one. */
  Optional<Integer> segment(DocumentedParameter parameter) {
    int index = List.of(template()).indexOf("{" + parameter.name() + "}");
    return index < 0 ? Optional.empty() : Optional.of(index);
  }

  String[] template() {
    return operation.path().substring(1).split("/", -1);
  }

  Request withSegment(int index, String value) {
    return withUrl(request.url().newBuilder().setPathSegment(index, value).build());
  }

  // ---- credentials

  /** Returns the places of credentials that the request fills. */
  List<CredentialPlace> credentials() {
    return operation.alternatives().stream()
        .flatMap(each -> each.places().stream())
        .distinct()
        .filter(each -> value(each) != null)
        .toList();
  }

  /** Returns the place of a credential that stands in this part of the request, if there is one. */
  Optional<CredentialPlace> credential(Place place) {
    return credentials().stream().filter(each -> each.place() == place).findFirst();
  }

  /** Returns what stands in a place for a credential, or null if there is nothing. */
  String value(CredentialPlace place) {
    return switch (place.place()) {
      case BASIC, BEARER, HEADER -> request.header(place.parameter());
      case QUERY -> request.url().queryParameter(place.parameter());
      case FORM ->
          fields().stream()
              .filter(each -> each.name().equals(place.parameter()))
              .map(Field::value)
              .findFirst()
              .orElse(null);
      case PATH ->
          operation.parameters().stream()
              .filter(each -> each.name().equals(place.parameter()))
              .flatMap(each -> segment(each).stream())
              .map(request.url().pathSegments()::get)
              .findFirst()
              .orElse(null);
    };
  }
}
