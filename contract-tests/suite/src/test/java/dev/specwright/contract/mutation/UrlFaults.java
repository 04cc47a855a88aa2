package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.DocumentedParameter;
import dev.specwright.contract.driver.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** What a client could do wrong with method, path, query and what it asks for. */
final class UrlFaults {
  private UrlFaults() {}

  static List<ClientMutation> all() {
    return List.of(
        of("another method", UrlFaults::withOtherMethod),
        of("path in capitals", out -> onPath(out, Edits::otherCase)),
        of("path misspelt", out -> onPath(out, segment -> segment + "s")),
        of("end of the path dropped", UrlFaults::withoutLastSegment),
        of("path parameter is text instead of a number", UrlFaults::withTextInPath),
        of("required query parameter dropped", out -> onQuery(out, true, name -> null)),
        of("required query parameter renamed", out -> onQuery(out, true, name -> name + "x")),
        of("optional query parameter misspelt", out -> onQuery(out, false, name -> name + "x")),
        of(
            "query parameter is text instead of a number",
            out -> withValue(out, schema -> schema.at("type").is("integer"), "many")),
        of(
            "query parameter above its maximum",
            out -> withValue(out, schema -> schema.at("maximum").exists(), "1000000")),
        of("another media type asked for", UrlFaults::acceptingOther));
  }

  private static ClientMutation of(String name, Fault fault) {
    return new ClientMutation(name, false, fault);
  }

  private static Request withOtherMethod(Outgoing out) {
    boolean reads = out.request().method().equals("GET");
    RequestBody body = out.request().body() == null ? RequestBody.EMPTY : out.request().body();
    Request.Builder request = out.request().newBuilder().method("PATCH", body);
    return reads ? request.header("Content-Length", "0").build() : request.build();
  }

  private static Request onPath(Outgoing out, UnaryOperator<String> change) {
    return lastFixedSegment(out)
        .map(
            index ->
                out.withSegment(index, change.apply(out.request().url().pathSegments().get(index))))
        .orElse(null);
  }

  private static Optional<Integer> lastFixedSegment(Outgoing out) {
    String[] segments = out.template();
    for (int i = segments.length - 1; i >= 0; i--) {
      if (!segments[i].contains("{")) return Optional.of(i);
    }
    return Optional.empty();
  }

  private static Request withoutLastSegment(Outgoing out) {
    HttpUrl url = out.request().url();
    HttpUrl shorter = url.newBuilder().removePathSegment(url.pathSize() - 1).build();
    // What is left must not be another operation of the same method.
    return out.document().operation(out.request().method(), shorter.encodedPath()).isPresent()
        ? null
        : out.withUrl(shorter);
  }

  private static Request withTextInPath(Outgoing out) {
    for (DocumentedParameter parameter : out.operation().parameters("path").toList()) {
      if (!parameter.schema().at("type").is("integer")) continue;
      String[] segments = out.template();
      for (int i = 0; i < segments.length; i++) {
        String place = "{" + parameter.name() + "}";
        if (segments[i].contains(place)) {
          return out.withSegment(i, segments[i].replace(place, "many"));
        }
      }
    }
    return null;
  }

  private static Request onQuery(Outgoing out, boolean required, UnaryOperator<String> name) {
    return out.query().stream()
        .filter(each -> each.isRequired() == required)
        .findFirst()
        .map(each -> out.withQueryName(each.name(), name.apply(each.name())))
        .orElse(null);
  }

  private static Request withValue(Outgoing out, Predicate<Node> where, String value) {
    for (DocumentedParameter parameter : out.query()) {
      if (!where.test(parameter.schema())) continue;
      HttpUrl.Builder url = out.request().url().newBuilder();
      return out.withUrl(url.setQueryParameter(parameter.name(), value).build());
    }
    return null;
  }

  private static Request acceptingOther(Outgoing out) {
    boolean hasContent = out.operation().successes().anyMatch(each -> each.content().isPresent());
    return hasContent ? out.withHeader("Accept", "application/x-nonesuch") : null;
  }
}
