package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Rewrites a document so that OpenAPI Generator's own model can hold it, and keeps what gets lost
 * as {@link OperationFacts}:
 *
 * <ul>
 *   <li>a form body becomes a JSON body, so that it stays one model;
 *   <li>what carries a credential goes away, since no caller passes it;
 *   <li>a JSON-encoded parameter becomes a parameter of the type inside;
 *   <li>the answer becomes the value inside its envelope, of one media type;
 *   <li>answers other than the successful one become text.
 * </ul>
 */
final class DocumentPreparation {
  /** Remembers on a schema which credentials it had; several operations may share it. */
  private static final String REMOVED = "x-removed-credentials";

  private final OpenAPI document;
  private final SchemaShapes shapes;
  private final Sensitivity sensitivity;
  private final Map<String, OperationFacts> facts = new HashMap<>();

  DocumentPreparation(OpenAPI document) {
    this.document = document;
    this.shapes = new SchemaShapes(document);
    this.sensitivity = new Sensitivity(document);
  }

  /** Rewrites the document and returns the facts by operationId. */
  Map<String, OperationFacts> run() {
    Operations.visit(document, this::operation);
    // Every operation has its own copy by now; the path item's would come back.
    if (document.getPaths() != null) {
      document.getPaths().values().forEach(item -> item.setParameters(null));
    }
    return facts;
  }

  private void operation(
      String place, PathItem.HttpMethod method, PathItem item, Operation operation) {
    OperationFacts found = new OperationFacts(place, operation);
    facts.put(operation.getOperationId(), found);
    found.summary = operation.getSummary();
    found.idempotent = isIdempotent(method, operation);
    found.envelope = member(operation, Extensions.ENVELOPE, "data");
    security(operation, found);
    parameters(place, item, operation, found);
    body(place, operation, found);
    answers(place, operation, found);
  }

  private static boolean isIdempotent(PathItem.HttpMethod method, Operation operation) {
    Object said =
        operation.getExtensions() == null
            ? null
            : operation.getExtensions().get(Extensions.IDEMPOTENT);
    if (said instanceof Boolean idempotent) return idempotent;
    return method != PathItem.HttpMethod.POST && method != PathItem.HttpMethod.PATCH;
  }

  private static String member(Operation operation, String extension, String name) {
    Object value = Extensions.map(operation.getExtensions(), extension).get(name);
    return value == null ? "" : value.toString();
  }

  private void security(Operation operation, OperationFacts found) {
    List<SecurityRequirement> alternatives =
        operation.getSecurity() != null ? operation.getSecurity() : document.getSecurity();
    if (alternatives == null) return;
    for (SecurityRequirement schemes : alternatives) {
      found.security.add(String.join(" ", schemes.keySet()));
    }
  }

  // ---- parameters

  private void parameters(String place, PathItem item, Operation operation, OperationFacts found) {
    // An operation's own parameter replaces the path item's of the same name and place.
    Map<String, Parameter> all = new LinkedHashMap<>();
    for (List<Parameter> list : Arrays.asList(item.getParameters(), operation.getParameters())) {
      if (list == null) continue;
      for (Parameter reference : list) {
        Parameter parameter = ModelUtils.getReferencedParameter(document, reference);
        all.put(parameter.getIn() + " " + parameter.getName(), parameter);
      }
    }
    List<Parameter> kept = new ArrayList<>();
    for (Parameter parameter : all.values()) {
      String credential = Extensions.text(parameter.getExtensions(), Extensions.CREDENTIAL);
      if (credential != null) {
        credential(place, parameter, credential, found);
      } else {
        if (Extensions.isTrue(parameter.getExtensions(), Extensions.JSONP)) {
          found.jsonp = parameter.getName();
        }
        decodeJson(place, parameter);
        if (Extensions.isTrue(parameter.getExtensions(), Extensions.SENSITIVE)
            || sensitivity.holdsMarked(parameter.getSchema())) {
          found.sensitive.add(parameter.getName());
        }
        kept.add(parameter);
      }
    }
    operation.setParameters(kept);
  }

  private static void credential(
      String place, Parameter parameter, String credential, OperationFacts found) {
    if (!"path".equals(parameter.getIn())) {
      throw new UnsupportedDocumentException(
          place + ".parameters." + parameter.getName(),
          "carries a credential in the " + parameter.getIn() + ".",
          "Describe it as a security scheme.");
    }
    String path = place.substring(0, place.lastIndexOf('.'));
    if (!Arrays.asList(path.split("/")).contains("{" + parameter.getName() + "}")) {
      throw new UnsupportedDocumentException(
          place,
          "has the credential {" + parameter.getName() + "} in a part of a segment.",
          "Only a whole path segment can be a credential.");
    }
    found.credentials.add(new OperationFacts.Credential(credential, "PATH", parameter.getName()));
    found.sensitive.add(parameter.getName());
  }

  /** Gives a parameter with JSON text the schema of the value inside. */
  private void decodeJson(String place, Parameter parameter) {
    MediaType json =
        parameter.getContent() == null ? null : MediaTypes.json(parameter.getContent());
    if (json != null) {
      nameAnything(json);
      parameter.setSchema(json.getSchema());
      // The normalizer does not look into the content of a parameter.
      SchemaTypes.javaType(json.getSchema());
      if (json.getSchema().getItems() != null) SchemaTypes.javaType(json.getSchema().getItems());
      parameter.setContent(null);
      parameter.setStyle(Parameter.StyleEnum.FORM);
      parameter.addExtension(Extensions.JSON_TEXT, OperationFacts.WHOLE);
      return;
    }
    Schema<?> schema = parameter.getSchema();
    if (schema == null) return;
    Schema<?> value = inside(place, parameter, schema);
    Schema<?> element =
        schema.getItems() == null ? null : inside(place, parameter, schema.getItems());
    if (value != null) {
      parameter.setSchema(value);
      parameter.addExtension(Extensions.JSON_TEXT, OperationFacts.WHOLE);
    } else if (element != null) {
      parameter.setSchema(new ArraySchema().items(element));
      parameter.addExtension(Extensions.JSON_TEXT, OperationFacts.EACH);
    }
  }

  /** Returns the schema inside a JSON text, or null if the text is no JSON. */
  private @Nullable Schema<?> inside(String place, Parameter parameter, Schema<?> text) {
    String name = Extensions.text(text, Extensions.JSON_TEXT);
    if (name == null) return null;
    if (!ModelUtils.getSchemas(document).containsKey(name)) {
      throw new UnsupportedDocumentException(
          place + ".parameters." + parameter.getName(),
          "has x-json-text \"" + name + "\", which is no schema.",
          "Name a schema of components.schemas.");
    }
    return new Schema<>().$ref("#/components/schemas/" + name);
  }

  // ---- request bodies

  private void body(String place, Operation operation, OperationFacts found) {
    RequestBody body = ModelUtils.getReferencedRequestBody(document, operation.getRequestBody());
    if (body == null || body.getContent() == null) return;
    if (body.getContent().size() != 1) {
      throw new UnsupportedDocumentException(
          place + ".requestBody",
          "offers the media types " + body.getContent().keySet() + ".",
          "Describe the one that clients should send.");
    }
    Map.Entry<String, MediaType> only = body.getContent().entrySet().iterator().next();
    String type = only.getKey();
    MediaType media = only.getValue();
    if (MediaTypes.isJson(type)) nameAnything(media);
    Schema<?> schema = ModelUtils.getReferencedSchema(document, media.getSchema());
    found.sensitive.addAll(sensitivity.names(schema));
    found.sensitiveBody = sensitivity.isMarked(media.getSchema());
    if (MediaTypes.isForm(type)) {
      form(place + ".requestBody", operation, body, media, found);
    } else if (MediaTypes.isMultipart(type)) {
      found.jsonParts.addAll(jsonParts(media));
    } else if (!MediaTypes.isJson(type)) {
      // The caller has the bytes, whatever the schema says of them.
      if (schema != null) RuleExpressions.refuseLimits(place + ".requestBody", schema);
      operation.setRequestBody(withContent(body, type, bytes()));
      if (!MediaTypes.isRange(type)) found.contentType = type;
    } else if (!MediaTypes.isPlainJson(type)) {
      found.contentType = type;
    }
  }

  /** JSON without a schema may be anything; OpenAPI Generator would take it for nothing. */
  private static void nameAnything(MediaType media) {
    if (media.getSchema() == null) media.setSchema(new Schema<>());
  }

  private static MediaType bytes() {
    return new MediaType().schema(new Schema<>().type("string").format("binary"));
  }

  /** A new body, since other operations may refer to the same one. */
  private static RequestBody withContent(RequestBody body, String type, MediaType media) {
    return new RequestBody()
        .description(body.getDescription())
        .required(body.getRequired())
        .content(new Content().addMediaType(type, media));
  }

  /** Objects are JSON without saying so, other parts are if their encoding says it. */
  private List<String> jsonParts(MediaType media) {
    List<String> json = new ArrayList<>();
    ObjectParts.of(document, media.getSchema())
        .properties()
        .forEach(
            (name, schemas) -> {
              Encoding encoding =
                  media.getEncoding() == null ? null : media.getEncoding().get(name);
              String type = encoding == null ? null : encoding.getContentType();
              boolean object =
                  schemas.stream()
                      .anyMatch(it -> shapes.isObject(it) || shapes.isListOfObjects(it));
              if (type == null ? object : MediaTypes.isJson(type)) json.add(name);
            });
    return json;
  }

  @SuppressWarnings("rawtypes") // as swagger-models declares properties
  private void form(
      String place, Operation operation, RequestBody body, MediaType form, OperationFacts found) {
    Schema<?> schema = ModelUtils.getReferencedSchema(document, form.getSchema());
    Map<String, Encoding> encoding = form.getEncoding() == null ? Map.of() : form.getEncoding();
    Map<String, Schema> properties = properties(schema, place);
    removeCredentials(properties, schema, found);
    if (properties.isEmpty()) {
      operation.setRequestBody(null);
      found.credentialForm = true;
      return;
    }
    List<String> json = new ArrayList<>();
    String deep = null;
    for (Map.Entry<String, Encoding> entry : encoding.entrySet()) {
      if (MediaTypes.isJson(entry.getValue().getContentType())) {
        json.add(entry.getKey());
        // One field with all that is in it.
        if (sensitivity.holdsMarked(properties.get(entry.getKey()))) {
          found.sensitive.add(entry.getKey());
        }
      }
      if (entry.getValue().getStyle() == Encoding.StyleEnum.DEEP_OBJECT) deep = entry.getKey();
    }
    MediaType media = new MediaType().schema(form.getSchema());
    // A body that is one bracketed object is that object; its name is only a prefix.
    if (deep != null && properties.size() == 1) {
      found.form = new OperationFacts.Form(deep, json);
      media.setSchema(properties.values().iterator().next());
    } else {
      found.form = new OperationFacts.Form("", json);
    }
    operation.setRequestBody(withContent(body, MediaTypes.JSON, media));
  }

  @SuppressWarnings("rawtypes") // as swagger-models declares it
  private static Map<String, Schema> properties(@Nullable Schema<?> schema, String place) {
    if (schema == null || schema.getProperties() == null) {
      throw new UnsupportedDocumentException(
          place, "is a form without properties.", "Describe its fields as properties.");
    }
    return schema.getProperties();
  }

  @SuppressWarnings("rawtypes")
  private static void removeCredentials(
      Map<String, Schema> properties, Schema<?> schema, OperationFacts found) {
    properties
        .entrySet()
        .removeIf(
            property -> {
              String credential = Extensions.text(property.getValue(), Extensions.CREDENTIAL);
              if (credential == null) return false;
              // Kept where the next operation with this schema finds it.
              Object others =
                  schema.getExtensions() == null ? null : schema.getExtensions().get(REMOVED);
              Map<String, String> removed = new LinkedHashMap<>();
              if (others instanceof Map<?, ?> map) {
                map.forEach((name, value) -> removed.put((String) name, (String) value));
              }
              removed.put(property.getKey(), credential);
              schema.addExtension(REMOVED, removed);
              if (schema.getRequired() != null) {
                List<String> required = new ArrayList<>(schema.getRequired());
                required.remove(property.getKey());
                schema.setRequired(required);
              }
              return true;
            });
    Extensions.map(schema.getExtensions(), REMOVED)
        .forEach(
            (field, credential) -> {
              found.credentials.add(
                  new OperationFacts.Credential((String) credential, "FORM", (String) field));
              found.sensitive.add((String) field);
            });
  }

  // ---- answers

  private void answers(String place, Operation operation, OperationFacts found) {
    ApiResponse success = null;
    List<String> successes = new ArrayList<>();
    for (Map.Entry<String, ApiResponse> entry : operation.getResponses().entrySet()) {
      ApiResponse answer = ModelUtils.getReferencedApiResponse(document, entry.getValue());
      if (entry.getKey().startsWith("2")) {
        success = answer;
        successes.add(entry.getKey());
      } else {
        String error = entry.getKey() + ": " + firstParagraph(answer.getDescription());
        found.errors.add(withSection(error, " ", answer));
      }
    }
    if (success == null) {
      throw new UnsupportedDocumentException(
          place + ".responses", "has no 2xx answer.", "Describe what a success looks like.");
    }
    if (successes.size() > 1) {
      throw new UnsupportedDocumentException(
          place + ".responses",
          "has the 2xx answers " + successes + ".",
          "Describe the one that clients should expect.");
    }
    if (success.getDescription() != null) {
      found.answer = withSection(success.getDescription().strip(), "\n\n", success);
    }
    headers(success, found);
    ApiResponse one = new ApiResponse().description(success.getDescription());
    if (success.getContent() != null && !success.getContent().isEmpty()) {
      one.setContent(value(place, success.getContent(), found));
    }
    operation.getResponses().clear();
    operation.getResponses().addApiResponse("200", one);
  }

  private void headers(ApiResponse success, OperationFacts found) {
    if (success.getHeaders() == null) return;
    success
        .getHeaders()
        .forEach(
            (name, reference) -> {
              Header header = ModelUtils.getReferencedHeader(document, reference);
              found.headers.add(header(name, header));
            });
  }

  private OperationFacts.Header header(String name, Header header) {
    for (Schema<?> part : ObjectParts.of(document, header.getSchema()).all()) {
      // Written as 1 and 0, whatever its type.
      if (Extensions.isTrue(part, Extensions.BOOLEAN)) break;
      if (part.getType() != null) {
        return new OperationFacts.Header(
            name, part.getType(), part.getFormat(), header.getDescription());
      }
    }
    return new OperationFacts.Header(name, null, null, header.getDescription());
  }

  private Content value(String place, Content content, OperationFacts found) {
    List<String> types = new ArrayList<>(content.keySet());
    // Asked for by a parameter, and taken off again on the way back.
    if (!found.jsonp.isEmpty()) types.removeIf(MediaTypes::isJavaScript);
    MediaType media = MediaTypes.json(content);
    if (media != null && types.size() > 1) {
      throw new UnsupportedDocumentException(
          place + ".responses",
          "offer the media types " + types + ".",
          "Describe the one that clients should expect.");
    }
    if (media == null) {
      String type = content.keySet().iterator().next();
      // Not JSON: the caller gets the bytes.
      return new Content().addMediaType(type, bytes());
    }
    nameAnything(media);
    if (found.envelope.isEmpty()) {
      found.nullable = shapes.hasNullableShape(media.getSchema());
      return new Content().addMediaType(MediaTypes.JSON, new MediaType().schema(media.getSchema()));
    }
    Schema<?> envelope = ModelUtils.getReferencedSchema(document, media.getSchema());
    Schema<?> value =
        envelope == null || envelope.getProperties() == null
            ? null
            : (Schema<?>) envelope.getProperties().get(found.envelope);
    if (value == null) {
      throw new UnsupportedDocumentException(
          place + "." + Extensions.ENVELOPE,
          "names \"" + found.envelope + "\", which is no property of the answer.",
          "Name the property with the value.");
    }
    return new Content().addMediaType(MediaTypes.JSON, new MediaType().schema(unwrap(value)));
  }

  /** {@code allOf: [$ref]} is how 3.0 makes a reference nullable; the type is the reference. */
  private static Schema<?> unwrap(Schema<?> schema) {
    List<?> parts = schema.getAllOf();
    return parts != null && parts.size() == 1 && schema.getProperties() == null
        ? (Schema<?>) parts.get(0)
        : schema;
  }

  private static String withSection(String text, String separator, ApiResponse answer) {
    String section = Extensions.text(answer.getExtensions(), Extensions.SECTION);
    if (section == null) return text;
    return Javadoc.sentence(text) + separator + "Vendor's page: " + section + ".";
  }

  private static String firstParagraph(@Nullable String text) {
    return text == null ? "" : text.strip().split("\\R\\s*\\R", 2)[0];
  }
}
