package dev.specwright.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What plain Prism cannot see in a request: names that the document does not have, a token that is
 * neither in the form nor in the query, credentials that nobody asked for.
 */
final class WireCheck {
  private static final Pattern PART =
      Pattern.compile("(?i)content-disposition: form-data; name=\"([^\"]*)\"");

  private final Document document;

  WireCheck(Document document) {
    this.document = document;
  }

  /** Returns what is wrong with a request of {@code operation}. */
  List<String> findings(DocumentOperation operation, Exchange request) {
    List<String> findings = new ArrayList<>();
    Set<String> queryNames = new TreeSet<>();
    for (Node parameter : operation.parameters()) {
      if (parameter.get("in").text().equals("query")) queryNames.add(parameter.get("name").text());
    }
    Set<String> schemes = schemes(operation);
    for (String scheme : schemes) {
      Node declared = document.root().get("components").get("securitySchemes").get(scheme);
      if (declared.get("in").text().equals("query")) queryNames.add(declared.get("name").text());
    }
    for (Field field : request.query()) {
      if (!queryNames.contains(field.name())) {
        findings.add("query parameter " + field.name() + " is not in the document");
      }
    }
    boolean basic =
        schemes.stream()
            .map(name -> document.root().get("components").get("securitySchemes").get(name))
            .anyMatch(scheme -> scheme.get("type").text().equals("http"));
    if (!basic && !request.header("Authorization").isEmpty()) {
      findings.add("a header Authorization, which no security scheme asks for");
    }
    operation.body().ifPresent(body -> checkBody(body, request, findings));
    return findings;
  }

  private Set<String> schemes(DocumentOperation operation) {
    Node own = operation.node().get("security");
    Node security = own.exists() ? own : document.root().get("security");
    Set<String> schemes = new TreeSet<>();
    security.items().forEach(alternative -> schemes.addAll(alternative.members().keySet()));
    return schemes;
  }

  private static void checkBody(
      DocumentOperation.Content body, Exchange request, List<String> findings) {
    Map<String, Node> properties = body.schema().get("properties").members();
    for (Field field : request.form()) {
      Node property = properties.get(field.root());
      if (property == null || !knows(property, field)) {
        findings.add("form field " + field.name() + " is not in the document");
      }
    }
    Matcher parts = PART.matcher(request.text());
    while (request.hasType("multipart/form-data") && parts.find()) {
      if (!properties.containsKey(parts.group(1))) {
        findings.add("part " + parts.group(1) + " is not in the document");
      }
    }
    properties.forEach(
        (name, property) -> {
          if (property.get("x-credential").exists() && !carries(request, name)) {
            findings.add(name + " is neither in the form nor in the query");
          }
        });
  }

  private static boolean knows(Node property, Field field) {
    if (field.key().isEmpty() || !property.get("properties").exists()) return true;
    return property.get("properties").get(field.key()).exists()
        || property.get("additionalProperties").exists();
  }

  private static boolean carries(Exchange request, String name) {
    return request.form().stream().anyMatch(field -> field.name().equals(name))
        || request.query().stream().anyMatch(field -> field.name().equals(name));
  }
}
