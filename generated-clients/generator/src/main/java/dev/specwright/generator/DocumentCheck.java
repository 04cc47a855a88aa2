package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.servers.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.utils.ModelUtils;

/** Refuses what OpenAPI Generator would lose or overwrite without a word. */
final class DocumentCheck {
  private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9]");

  /** What HTTP calls a token. */
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Set<Parameter.StyleEnum> STYLES =
      Set.of(Parameter.StyleEnum.FORM, Parameter.StyleEnum.SIMPLE);

  private final OpenAPI document;
  private final AbstractJavaCodegen java;
  private final SchemaShapes shapes;
  private final BodyCheck bodies;

  /** Schemas by their Java class. */
  private final Map<String, String> classes = new HashMap<>();

  /** Places by their Java method, tags by their Java interface. */
  private final Map<String, String> methods = new HashMap<>();

  private final Map<String, String> interfaces = new HashMap<>();

  DocumentCheck(OpenAPI document, AbstractJavaCodegen java) {
    this.document = document;
    this.java = java;
    this.shapes = new SchemaShapes(document);
    this.bodies = new BodyCheck(document);
  }

  void run() {
    new SchemaCheck(document).run();
    checkSchemas();
    Operations.visit(
        document,
        (place, method, item, operation) -> {
          PathTemplates.check(place);
          checkServers("paths." + PathTemplates.path(place), item.getServers());
          checkServers(place, operation.getServers());
          checkCallbacks(place, operation);
          checkOperationId(place, operation);
          checkTag(place, operation);
          checkSecurity(place + ".security", operation.getSecurity());
          checkParameters(place, operation);
          bodies.check(place, method, operation);
        });
    checkSecurity("security", document.getSecurity());
  }

  /** File names of some systems do not tell upper from lower case. */
  private static String file(String javaName) {
    return javaName.toLowerCase(Locale.ROOT);
  }

  // ---- schemas

  @SuppressWarnings("rawtypes") // as swagger-models declares schemas
  private void checkSchemas() {
    Map<String, String> files = new HashMap<>();
    for (Map.Entry<String, Schema> entry : ModelUtils.getSchemas(document).entrySet()) {
      String schema = entry.getKey();
      checkSchemaName(schema);
      checkSchema("components.schemas." + schema, entry.getValue());
      String className = java.toModelName(schema);
      classes.put(className, schema);
      String other = files.putIfAbsent(file(className), schema);
      if (other != null) throw sameClass(schema, "schema " + other);
    }
    files.forEach(
        (file, schema) -> {
          String adapter = files.get(file + file(Names.ADAPTER));
          if (adapter != null) throw sameClass(adapter, "adapter of the schema " + schema);
          String validator = files.get(file + file(Names.VALIDATOR));
          if (validator != null) throw sameClass(validator, "validator of the schema " + schema);
        });
  }

  private void checkSchemaName(String schema) {
    if (!java.typeMapping().containsKey(schema)) return;
    throw new UnsupportedDocumentException(
        "components.schemas." + schema,
        "has a name that OpenAPI Generator takes for a type of its own.",
        "Rename it.");
  }

  private static void checkSchema(String place, Schema<?> schema) {
    for (String mark : List.of(Extensions.BOOLEAN, Extensions.DATE_FORMAT)) {
      if (Extensions.text(schema, mark) == null) continue;
      throw new UnsupportedDocumentException(
          place,
          "is a named " + mark + ", whose mark gets lost where it is referenced.",
          "Write it at each property or parameter.");
    }
  }

  /** Refuses a schema whose class is {@code className}, which something else needs. */
  private void reserve(String className, String owner) {
    String schema = classes.get(className);
    if (schema != null) throw sameClass(schema, owner);
  }

  private static UnsupportedDocumentException sameClass(String schema, String owner) {
    return new UnsupportedDocumentException(
        "components.schemas." + schema,
        "has the same Java class as the " + owner + ".",
        "Rename one of them.");
  }

  // ---- operations

  private void checkOperationId(String place, Operation operation) {
    if (operation.getOperationId() == null) {
      throw new UnsupportedDocumentException(
          place, "has no operationId.", "Add one; it becomes the Java method.");
    }
    String id = java.removeNonNameElementToCamelCase(operation.getOperationId());
    String method = LATIN.matcher(id).find() ? java.toOperationId(id) : "";
    if (method.isEmpty()) {
      throw new UnsupportedDocumentException(
          place + ".operationId",
          "\"" + operation.getOperationId() + "\" has no letter that a Java method is named by.",
          "Write it with Latin letters.");
    }
    if (Names.isMethodOfObject(method)) {
      throw new UnsupportedDocumentException(
          place + ".operationId",
          "\"" + operation.getOperationId() + "\" is a method that every object of Java has.",
          "Rename it.");
    }
    String other = methods.putIfAbsent(file(method), place);
    if (other != null) {
      throw new UnsupportedDocumentException(
          place + ".operationId",
          "\"" + operation.getOperationId() + "\" has the same Java method as " + other + ".",
          "Rename one of them.");
    }
    if (hasOptions(operation)) {
      reserve(Names.options(method), "options of " + operation.getOperationId());
    }
    if (hasHeaders(operation)) {
      reserve(Names.headers(method), "answer's headers of " + operation.getOperationId());
    }
  }

  private boolean hasOptions(Operation operation) {
    return hasOptionalParameter(operation) || hasOptionalPart(operation);
  }

  private boolean hasOptionalParameter(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .map(each -> ModelUtils.getReferencedParameter(document, each))
            .anyMatch(each -> !Boolean.TRUE.equals(each.getRequired()));
  }

  private boolean hasOptionalPart(Operation operation) {
    RequestBody body = ModelUtils.getReferencedRequestBody(document, operation.getRequestBody());
    if (body == null || body.getContent() == null) return false;
    return body.getContent().entrySet().stream()
        .filter(each -> MediaTypes.isMultipart(each.getKey()))
        .map(each -> ObjectParts.of(document, each.getValue().getSchema()))
        .anyMatch(parts -> !parts.required().containsAll(parts.properties().keySet()));
  }

  private boolean hasHeaders(Operation operation) {
    return operation.getResponses().entrySet().stream()
        .filter(each -> each.getKey().startsWith("2"))
        .map(each -> ModelUtils.getReferencedApiResponse(document, each.getValue()))
        .anyMatch(each -> each.getHeaders() != null && !each.getHeaders().isEmpty());
  }

  private static void checkServers(String place, @Nullable List<Server> servers) {
    if (servers == null || servers.isEmpty()) return;
    throw new UnsupportedDocumentException(
        place + ".servers",
        "are other servers than those of the document, and a client calls one.",
        "Describe what they offer in a document of its own.");
  }

  private static void checkCallbacks(String place, Operation operation) {
    if (operation.getCallbacks() == null || operation.getCallbacks().isEmpty()) return;
    throw new UnsupportedDocumentException(
        place + ".callbacks",
        "are calls that the service makes.",
        "Describe them in " + Extensions.WEBHOOKS + ".");
  }

  private void checkTag(String place, Operation operation) {
    if (operation.getTags() == null || operation.getTags().size() != 1) {
      throw new UnsupportedDocumentException(
          place + ".tags",
          "must be exactly one, since a tag is a Java interface.",
          "Give the operation one tag.");
    }
    String tag = operation.getTags().get(0);
    String name = java.toApiName(java.sanitizeTag(tag));
    String other = interfaces.putIfAbsent(file(name), tag);
    if (other != null && !other.equals(tag)) {
      throw new UnsupportedDocumentException(
          place + ".tags",
          "\"" + tag + "\" has the same Java interface as the tag \"" + other + "\".",
          "Rename one of them.");
    }
    reserve(name, "interface of the tag " + tag);
    reserve(name + Names.VALIDATOR, "validator of the tag " + tag);
  }

  private void checkSecurity(String place, @Nullable List<SecurityRequirement> alternatives) {
    if (alternatives == null) return;
    var schemes =
        document.getComponents() == null ? null : document.getComponents().getSecuritySchemes();
    for (SecurityRequirement alternative : alternatives) {
      for (String name : alternative.keySet()) {
        if (schemes == null || !schemes.containsKey(name)) {
          throw new UnsupportedDocumentException(
              place,
              "names \"" + name + "\", which is no security scheme.",
              "Describe it under components.securitySchemes.");
        }
      }
    }
  }

  // ---- parameters

  private void checkParameters(String place, Operation operation) {
    if (operation.getParameters() == null) return;
    for (Parameter reference : operation.getParameters()) {
      Parameter parameter = ModelUtils.getReferencedParameter(document, reference);
      checkParameter(place + ".parameters." + parameter.getName(), parameter);
      if ("path".equals(parameter.getIn())) PathTemplates.check(place, parameter);
    }
  }

  private void checkParameter(String where, Parameter parameter) {
    if ("cookie".equals(parameter.getIn())) {
      throw new UnsupportedDocumentException(
          where,
          "is a cookie, and Retrofit has no place for one.",
          "Describe it as a header parameter, or leave it to an OkHttp CookieJar.");
    }
    refuseReserved(where, parameter.getAllowReserved());
    if ("header".equals(parameter.getIn()) && !HEADER.matcher(parameter.getName()).matches()) {
      throw new UnsupportedDocumentException(
          where, "has a name that no header has.", "Use letters, digits and hyphens.");
    }
    if (parameter.getStyle() != null && !STYLES.contains(parameter.getStyle())) {
      throw new UnsupportedDocumentException(
          where,
          "has style " + parameter.getStyle() + ".",
          "Use style form or simple, or content application/json.");
    }
    if (parameter.getContent() != null) {
      checkContent(where, parameter);
    } else if (!shapes.isSingle(parameter.getSchema())
        && !shapes.isListOfSingles(parameter.getSchema())) {
      throw new UnsupportedDocumentException(
          where, "is not a single value or a list of them.", "Use content application/json.");
    } else if (shapes.hasMarkedShape(parameter.getSchema())) {
      throw new UnsupportedDocumentException(
          where,
          "is a union of a shape with "
              + Extensions.BOOLEAN
              + " or "
              + Extensions.DATE_FORMAT
              + ".",
          "Use content application/json.");
    }
  }

  /** Refuses {@code allowReserved}. */
  static void refuseReserved(String where, @Nullable Boolean allowReserved) {
    if (!Boolean.TRUE.equals(allowReserved)) return;
    throw new UnsupportedDocumentException(
        where,
        "has allowReserved, and clients encode reserved characters.",
        "Leave it out; a service decodes them.");
  }

  private void checkContent(String where, Parameter parameter) {
    var json = MediaTypes.json(parameter.getContent());
    if (json == null) {
      throw new UnsupportedDocumentException(
          where,
          "has content of type " + parameter.getContent().keySet() + ".",
          "Use application/json, or a schema.");
    }
    boolean optionalQuery =
        "query".equals(parameter.getIn()) && !Boolean.TRUE.equals(parameter.getRequired());
    if (shapes.isList(json.getSchema()) && !optionalQuery) {
      throw new UnsupportedDocumentException(
          where,
          "is a list as one JSON text, which Retrofit would send element by element.",
          "Make it an optional query parameter.");
    }
  }
}
