package dev.specwright.contract.mutation;

import dev.specwright.contract.driver.Node;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.Request;
import okhttp3.RequestBody;

/** What a client could do wrong with a body. */
final class FormFaults {
  private FormFaults() {}

  static List<ClientMutation> all() {
    return List.of(
        of("required form field dropped", out -> onRequired(out, field -> null)),
        of(
            "required form field renamed",
            out -> onRequired(out, field -> new Field(field.name() + "x", field.value()))),
        of("unknown form field added", FormFaults::withUnknownField),
        of(
            "form field is text instead of a number",
            out -> withValue(out, schema -> schema.at("type").is("integer"), "many")),
        of(
            "form field has a value that is not listed",
            out -> withValue(out, schema -> schema.at("enum").exists(), "nonesuch")),
        of("quotes of JSON text lost", FormFaults::withoutQuotes),
        of("brackets of a form lost", FormFaults::withoutBrackets),
        of("body dropped", out -> out.body().size() == 0 ? null : emptied(out)),
        of(
            "form sent as JSON",
            out -> out.hasFields() ? out.withBody("application/json", "{}") : null),
        of(
            "form sent as text",
            out -> out.hasFields() ? out.withBody("text/plain", out.body().utf8()) : null),
        of(
            "part of a multipart body renamed",
            out -> onParts(out, body -> body.replaceFirst(" name=\"", " name=\"x"))),
        // Bytes that are no text do not survive it.
        of("bytes of an upload read as text", out -> onParts(out, body -> body)));
  }

  private static ClientMutation of(String name, Fault fault) {
    return new ClientMutation(name, false, fault);
  }

  private static Request onRequired(Outgoing out, UnaryOperator<Field> change) {
    return out.requiredFields().stream()
        .findFirst()
        .map(name -> out.withField(name, change))
        .orElse(null);
  }

  private static Request withValue(Outgoing out, Predicate<Node> where, String value) {
    return out.fields().stream()
        .filter(field -> where.test(out.schema(field)))
        .findFirst()
        .map(field -> out.withField(field.name(), each -> new Field(each.name(), value)))
        .orElse(null);
  }

  private static Request withUnknownField(Outgoing out) {
    if (!out.hasFields()) return null;
    return out.withFields(
        Stream.concat(out.fields().stream(), Stream.of(new Field("nonesuch", "1"))).toList());
  }

  private static Request withoutQuotes(Outgoing out) {
    return out.fields().stream()
        .filter(field -> out.isJson(field.name()) && field.value().startsWith("\""))
        .findFirst()
        .map(
            field ->
                out.withField(
                    field.name(), each -> new Field(each.name(), each.value().replace("\"", ""))))
        .orElse(null);
  }

  private static Request withoutBrackets(Outgoing out) {
    List<Field> fields = out.fields();
    if (fields.stream().allMatch(field -> field.key().isEmpty())) return null;
    return out.withFields(
        fields.stream()
            .map(field -> new Field(field.name().replaceAll("[\\[\\]]", "_"), field.value()))
            .toList());
  }

  private static Request emptied(Outgoing out) {
    return out.request()
        .newBuilder()
        .method(out.request().method(), RequestBody.EMPTY)
        .removeHeader("Content-Type")
        .removeHeader("Transfer-Encoding")
        .header("Content-Length", "0")
        .build();
  }

  private static Request onParts(Outgoing out, UnaryOperator<String> change) {
    return out.type().equals("multipart/form-data")
        ? out.withBody(
            String.valueOf(out.request().header("Content-Type")), change.apply(out.body().utf8()))
        : null;
  }
}
