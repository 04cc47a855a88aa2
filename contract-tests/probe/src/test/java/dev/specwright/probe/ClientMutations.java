package dev.specwright.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Faults that a client could have. Where they strike is found in the document. */
final class ClientMutations {
  private ClientMutations() {}

  static List<ClientMutation> all() {
    return List.of(
        of("required form field dropped", out -> onRequired(out, field -> null)),
        of(
            "required form field renamed",
            out -> onRequired(out, field -> new Field(field.name() + "x", field.value()))),
        of("unknown form field added", ClientMutations::withUnknownField),
        of(
            "form field is text instead of a number",
            out ->
                onField(
                    out,
                    schema -> schema.get("type").text().equals("integer"),
                    field -> new Field(field.name(), "many"))),
        of(
            "form field has a value that is not listed",
            out ->
                onField(
                    out,
                    schema -> schema.get("enum").exists(),
                    field -> new Field(field.name(), "nonesuch"))),
        of("quotes of JSON text lost", ClientMutations::withoutQuotes),
        of("brackets of a form lost", ClientMutations::withoutBrackets),
        of("token of a form dropped", ClientMutations::withoutFormToken),
        of("body dropped", out -> out.body().isEmpty() ? null : emptied(out)),
        of(
            "form sent as JSON",
            out -> out.hasFields() ? out.withBody("application/json", "{}") : null),
        of(
            "form sent as text",
            out -> out.hasFields() ? out.withBody("text/plain", out.body()) : null),
        of("part of a multipart body renamed", ClientMutations::withRenamedPart),
        of("another method", ClientMutations::withOtherMethod),
        of("path in capitals", out -> onPath(out, ClientMutations::otherCase)),
        of("path misspelt", out -> onPath(out, segment -> segment + "s")),
        of("end of the path dropped", ClientMutations::withoutLastSegment),
        of("path parameter is text instead of a number", ClientMutations::withTextInPath),
        of("credential of the path has another form", ClientMutations::withOtherPathCredential),
        of("required query parameter dropped", out -> onQuery(out, required(), name -> null)),
        of("required query parameter renamed", out -> onQuery(out, required(), name -> name + "x")),
        of(
            "optional query parameter misspelt",
            out -> onQuery(out, required().negate(), name -> name + "x")),
        of("query parameter is text instead of a number", ClientMutations::withTextInQuery),
        of("query parameter above its maximum", ClientMutations::aboveMaximum),
        of("header with a credential dropped", out -> withoutHeaders(out)),
        of("query key dropped", out -> onQueryKey(out, name -> null)),
        of("query key renamed", out -> onQueryKey(out, name -> "api_" + name)),
        of("query key sent as a bearer token", ClientMutations::asBearer),
        of("another media type asked for", ClientMutations::acceptingOther));
  }

  private static ClientMutation of(String name, ContractCheck.Fault fault) {
    return new ClientMutation(name, fault);
  }

  private static @Nullable Request onRequired(Outgoing out, UnaryOperator<@Nullable Field> change) {
    return out.requiredFields().stream()
        .findFirst()
        .map(name -> out.withField(name, change))
        .orElse(null);
  }

  private static @Nullable Request onField(
      Outgoing out, Predicate<Node> where, UnaryOperator<@Nullable Field> change) {
    if (!out.hasFields()) return null;
    return out.fields().stream()
        .filter(field -> where.test(out.schema(field)))
        .findFirst()
        .map(field -> out.withField(field.name(), change))
        .orElse(null);
  }

  private static @Nullable Request withUnknownField(Outgoing out) {
    if (!out.hasFields()) return null;
    List<Field> fields = new ArrayList<>(out.fields());
    fields.add(new Field("nonesuch", "1"));
    return out.withBody("application/x-www-form-urlencoded", Field.encode(fields));
  }

  private static @Nullable Request withoutQuotes(Outgoing out) {
    if (!out.hasFields()) return null;
    return out.fields().stream()
        .filter(field -> out.json(field.name()) && field.value().startsWith("\""))
        .findFirst()
        .map(
            field ->
                out.withField(
                    field.name(), each -> new Field(field.name(), field.value().replace("\"", ""))))
        .orElse(null);
  }

  private static @Nullable Request withoutBrackets(Outgoing out) {
    if (!out.hasFields() || out.fields().stream().allMatch(field -> field.key().isEmpty())) {
      return null;
    }
    List<Field> fields = new ArrayList<>();
    out.fields()
        .forEach(
            field ->
                fields.add(new Field(field.name().replaceAll("[\\[\\]]", "_"), field.value())));
    return out.withBody("application/x-www-form-urlencoded", Field.encode(fields));
  }

  private static @Nullable Request withoutFormToken(Outgoing out) {
    return onField(out, schema -> schema.get("x-credential").exists(), field -> null);
  }

  private static Request emptied(Outgoing out) {
    return out.request()
        .newBuilder()
        .method(out.request().method(), RequestBody.EMPTY)
        .removeHeader("Content-Type")
        .header("Content-Length", "0")
        .build();
  }

  private static @Nullable Request withRenamedPart(Outgoing out) {
    String type = String.valueOf(out.request().header("Content-Type"));
    if (!type.startsWith("multipart/form-data")) return null;
    return out.withBody(type, out.body().replace("name=\"file\"", "name=\"upload\""));
  }

  private static Request withOtherMethod(Outgoing out) {
    boolean reads = out.request().method().equals("GET");
    RequestBody body = out.request().body() == null ? RequestBody.EMPTY : out.request().body();
    Request.Builder request = out.request().newBuilder().method("PATCH", body);
    return reads ? request.header("Content-Length", "0").build() : request.build();
  }

  private static Optional<Integer> lastFixedSegment(Outgoing out) {
    String[] segments = out.operation().path().substring(1).split("/");
    for (int i = segments.length - 1; i >= 0; i--) {
      if (!segments[i].contains("{")) return Optional.of(i);
    }
    return Optional.empty();
  }

  private static @Nullable Request onPath(Outgoing out, UnaryOperator<String> change) {
    return lastFixedSegment(out)
        .map(
            index -> {
              HttpUrl url = out.request().url();
              String changed = change.apply(url.pathSegments().get(index));
              return out.withUrl(url.newBuilder().setPathSegment(index, changed).build());
            })
        .orElse(null);
  }

  private static String otherCase(String segment) {
    String capitals = segment.toUpperCase(Locale.ROOT);
    return capitals.equals(segment) ? segment.toLowerCase(Locale.ROOT) : capitals;
  }

  private static @Nullable Request withoutLastSegment(Outgoing out) {
    HttpUrl url = out.request().url();
    // What is left must not be another operation of the same method.
    HttpUrl shorter = url.newBuilder().removePathSegment(url.pathSize() - 1).build();
    boolean other =
        out.document().operations().stream()
            .anyMatch(each -> each.matches(out.request().method(), shorter.encodedPath()));
    return other ? null : out.withUrl(shorter);
  }

  private static @Nullable Request withTextInPath(Outgoing out) {
    String[] segments = out.operation().path().substring(1).split("/");
    for (Node parameter : out.operation().parameters()) {
      if (!parameter.get("schema").get("type").text().equals("integer")) continue;
      for (int i = 0; i < segments.length; i++) {
        String place = "{" + parameter.get("name").text() + "}";
        if (!segments[i].contains(place)) continue;
        HttpUrl.Builder url = out.request().url().newBuilder();
        return out.withUrl(url.setPathSegment(i, segments[i].replace(place, "many")).build());
      }
    }
    return null;
  }

  private static @Nullable Request withOtherPathCredential(Outgoing out) {
    String[] segments = out.operation().path().substring(1).split("/");
    for (Node parameter : out.operation().parameters()) {
      if (!parameter.get("x-credential").exists()) continue;
      for (int i = 0; i < segments.length; i++) {
        if (!segments[i].equals("{" + parameter.get("name").text() + "}")) continue;
        return out.withUrl(out.request().url().newBuilder().setPathSegment(i, "abc").build());
      }
    }
    return null;
  }

  private static Predicate<Node> required() {
    return parameter -> parameter.get("required").isTrue();
  }

  private static @Nullable Request onQuery(
      Outgoing out, Predicate<Node> where, UnaryOperator<@Nullable String> name) {
    for (Map.Entry<String, Node> parameter : out.query().entrySet()) {
      if (where.test(parameter.getValue())) {
        return out.withQueryName(parameter.getKey(), name.apply(parameter.getKey()));
      }
    }
    return null;
  }

  private static @Nullable Request withTextInQuery(Outgoing out) {
    return withQueryValue(out, schema -> schema.get("type").text().equals("integer"), "many");
  }

  private static @Nullable Request aboveMaximum(Outgoing out) {
    return withQueryValue(out, schema -> schema.get("maximum").exists(), "1000000");
  }

  private static @Nullable Request withQueryValue(
      Outgoing out, Predicate<Node> where, String value) {
    for (Map.Entry<String, Node> parameter : out.query().entrySet()) {
      Node json = parameter.getValue().get("content").get("application/json").get("schema");
      if (!where.test(json.exists() ? json : parameter.getValue().get("schema"))) continue;
      HttpUrl.Builder url = out.request().url().newBuilder();
      return out.withUrl(url.setQueryParameter(parameter.getKey(), value).build());
    }
    return null;
  }

  private static @Nullable Request withoutHeaders(Outgoing out) {
    for (Node scheme : out.schemes()) {
      boolean header = scheme.get("in").text().equals("header");
      if (header) {
        return out.request().newBuilder().removeHeader(scheme.get("name").text()).build();
      }
      if (scheme.get("type").text().equals("http")) {
        return out.request().newBuilder().removeHeader("Authorization").build();
      }
    }
    return null;
  }

  private static @Nullable Request onQueryKey(
      Outgoing out, UnaryOperator<@Nullable String> change) {
    for (Node scheme : out.schemes()) {
      String name = scheme.get("name").text();
      boolean inQuery = scheme.get("in").text().equals("query");
      if (inQuery && out.request().url().queryParameterNames().contains(name)) {
        return out.withQueryName(name, change.apply(name));
      }
    }
    return null;
  }

  private static @Nullable Request asBearer(Outgoing out) {
    Request request = onQueryKey(out, name -> null);
    return request == null
        ? null
        : request.newBuilder().header("Authorization", "Bearer example-access-token").build();
  }

  private static @Nullable Request acceptingOther(Outgoing out) {
    Node answer = out.operation().answer(200).orElseThrow();
    return DocumentOperation.contents(answer).isEmpty()
        ? null
        : out.request().newBuilder().header("Accept", "application/x-nonesuch").build();
  }
}
