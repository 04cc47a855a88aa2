package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** What the template of {@code ApiWebhooks} prints: {@code x-webhooks}, which no parser reads. */
final class WebhookViews {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** A call that the service makes. */
  record WebhookView(
      String constant,
      String doc,
      String name,
      String method,
      String type,
      String payload,
      String headers,
      boolean deprecated) {}

  /** A Java type, and an expression for it. */
  private record Payload(String type, String expression) {
    Payload list() {
      return new Payload(
          "List<" + type + ">", "Types.newParameterizedType(List.class, " + expression + ")");
    }

    Payload map() {
      return new Payload(
          "Map<String, " + type + ">",
          "Types.newParameterizedType(Map.class, String.class, " + expression + ")");
    }
  }

  private final OpenAPI document;
  private final UnaryOperator<String> className;

  /** {@code className} gives the Java class of a schema. */
  WebhookViews(OpenAPI document, UnaryOperator<String> className) {
    this.document = document;
    this.className = className;
  }

  List<WebhookView> views() {
    List<WebhookView> views = new ArrayList<>();
    Names constants = new Names(Extensions.WEBHOOKS, "Rename one of them.");
    Extensions.map(document.getExtensions(), Extensions.WEBHOOKS)
        .forEach(
            (name, item) -> {
              String place = Extensions.WEBHOOKS + "." + name;
              Map<?, ?> methods = map(item);
              List<String> found = METHODS.stream().filter(methods::containsKey).toList();
              if (found.size() != 1) {
                throw new UnsupportedDocumentException(
                    place, "has the methods " + found + ".", "Describe the one that is used.");
              }
              String method = found.get(0);
              if (String.valueOf(name).isBlank()) {
                throw new UnsupportedDocumentException(place, "has no name.", "Give it one.");
              }
              String constant = constant(String.valueOf(name));
              constants.add(constant, String.valueOf(name));
              views.add(
                  view(
                      place + "." + method,
                      String.valueOf(name),
                      method,
                      map(methods.get(method)),
                      constant));
            });
    return views;
  }

  private WebhookView view(
      String place, String name, String method, Map<?, ?> operation, String constant) {
    Map<?, ?> schema = payload(place + ".requestBody", operation);
    boolean list = "array".equals(schema.get("type"));
    Payload payload = named(place + ".requestBody", list ? map(schema.get("items")) : schema);
    if (list) payload = payload.list();
    return new WebhookView(
        constant,
        doc(operation, name),
        Names.literal(name),
        Names.literal(method.toUpperCase(Locale.ROOT)),
        payload.type(),
        payload.expression(),
        headers(operation),
        Boolean.TRUE.equals(operation.get("deprecated")));
  }

  /** Returns the JSON schema of what is sent. */
  private static Map<?, ?> payload(String place, Map<?, ?> operation) {
    Map<?, ?> content = map(map(operation.get("requestBody")).get("content"));
    for (Map.Entry<?, ?> entry : content.entrySet()) {
      if (MediaTypes.isJson(String.valueOf(entry.getKey()))) {
        return map(map(entry.getValue()).get("schema"));
      }
    }
    throw new UnsupportedDocumentException(
        place, "is no JSON.", "Describe content of application/json, at this place.");
  }

  private Payload named(String place, Map<?, ?> reference) {
    String name = reference.get("$ref") instanceof String ref ? ModelUtils.getSimpleRef(ref) : null;
    Schema<?> schema = name == null ? null : ModelUtils.getSchemas(document).get(name);
    if (name == null || schema == null) throw unnamed(place);
    return payload(place, name, schema);
  }

  /** Lists and maps have no class of their own, whether they have a name or not. */
  private Payload payload(String place, @Nullable String name, Schema<?> schema) {
    if (schema.get$ref() != null) {
      return named(place, Map.of("$ref", schema.get$ref()));
    }
    if (ModelUtils.isArraySchema(schema)) {
      return payload(place, null, schema.getItems()).list();
    }
    if (ModelUtils.isFreeFormObject(schema, document)) {
      return new Payload("@Nullable Object", "Object.class").map();
    }
    if (ModelUtils.isMapSchema(schema)
        && schema.getProperties() == null
        && schema.getAdditionalProperties() instanceof Schema<?> values) {
      return payload(place, null, values).map();
    }
    if (name == null || !isClass(schema)) throw unnamed(place);
    return new Payload(className.apply(name), className.apply(name) + ".class");
  }

  /** Whether a schema with a name is a class; a text or a number is not. */
  private static boolean isClass(Schema<?> schema) {
    return "object".equals(schema.getType())
        || schema.getProperties() != null
        || schema.getEnum() != null
        || schema.getAllOf() != null
        || schema.getOneOf() != null
        || schema.getAnyOf() != null;
  }

  private static UnsupportedDocumentException unnamed(String place) {
    return new UnsupportedDocumentException(
        place,
        "is of no named schema.",
        "Give the payload a schema of components.schemas, or a list of one.");
  }

  private static String doc(Map<?, ?> operation, String name) {
    String summary = Javadoc.line(text(operation.get("summary")));
    StringBuilder doc = new StringBuilder(Javadoc.sentence(summary.isEmpty() ? name : summary));
    String description = Javadoc.text(text(operation.get("description")));
    if (!description.isEmpty()) doc.append("\n\n<p>").append(description);
    String section = text(operation.get(Extensions.SECTION));
    if (section != null) {
      doc.append("\n\n<p>Vendor's page: ").append(Javadoc.line(section)).append('.');
    }
    return doc.toString();
  }

  private String headers(Map<?, ?> operation) {
    List<String> names = new ArrayList<>();
    if (operation.get("parameters") instanceof Iterable<?> parameters) {
      for (Object each : parameters) {
        Map<?, ?> parameter = map(each);
        if (parameter.get("$ref") instanceof String ref) {
          Parameter shared = ModelUtils.getReferencedParameter(document, new Parameter().$ref(ref));
          if ("header".equals(shared.getIn())) names.add(Names.literal(shared.getName()));
        } else if ("header".equals(parameter.get("in"))) {
          names.add(Names.literal(String.valueOf(parameter.get("name"))));
        }
      }
    }
    return String.join(", ", names);
  }

  /** {@code answerReceived} is ANSWER_RECEIVED. */
  private static String constant(String name) {
    String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("\\W+", "_");
    String constant = words.toUpperCase(Locale.ROOT);
    return constant.equals("ALL") || Character.isDigit(constant.charAt(0))
        ? "_" + constant
        : constant;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
