package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * What the templates of validators print. A validator is there for each interface, and for each
 * model that a request leads to, if the document limits their values.
 */
final class ValidationViews {
  /** A rule that is a constant. */
  record Constant(String name, String type, String expression) {}

  /** A class that checks something: constants, and statements that use them. */
  record ValidatorView(
      String name, List<Constant> constants, List<String> statements, boolean usesDeprecated) {
    boolean isEmpty() {
      return statements.isEmpty();
    }
  }

  /** The checks of one operation. */
  record OperationView(String id, List<String> statements) {}

  /** The validator of an interface. */
  record ApiView(
      String api,
      List<Constant> constants,
      List<OperationView> operations,
      boolean usesDeprecated) {}

  /**
   * A parameter of a generated method, or a value of its options.
   *
   * @param index of the argument that it is, or that holds the options
   * @param in path, query, header, body, or part of a multipart body
   * @param name on the wire; for a body the one property around it, or nothing
   */
  record Sent(
      int index, boolean optional, String javaName, String in, String name, boolean sensitive) {}

  private final OpenAPI document;
  private final Function<String, String> className;
  private final Map<String, CodegenModel> models;
  private final Set<String> limited = new TreeSet<>();
  private final Map<String, ValidatorView> validators = new TreeMap<>();
  private final Map<String, ApiView> apis = new TreeMap<>();
  private final RuleExpressions rules;

  /**
   * @param className the class of a schema
   * @param models the models by their class, with their views
   */
  ValidationViews(
      OpenAPI document, Function<String, String> className, Map<String, CodegenModel> models) {
    this.document = document;
    this.className = className;
    this.models = models;
    this.rules = new RuleExpressions(document, className, models::containsKey, limited);
    findLimited();
  }

  /** The validators of models, by the name of the model. */
  Map<String, ValidatorView> validators() {
    return validators;
  }

  /** The validators of interfaces, by the name of the interface. */
  Map<String, ApiView> apis() {
    return apis;
  }

  /** Models that contain limited ones are limited, whatever the order; so again until it is so. */
  private void findLimited() {
    Set<String> sent = sentModels();
    boolean more = true;
    while (more) {
      more = false;
      for (String model : sent) {
        if (!limited.contains(model) && !validator(model).isEmpty()) more |= limited.add(model);
      }
    }
    limited.forEach(model -> validators.put(model, validator(model)));
  }

  private Set<String> sentModels() {
    ReachableSchemas sent = new ReachableSchemas(document);
    Operations.visit(
        document, (place, method, item, operation) -> UnusedSchemas.visitRequest(operation, sent));
    Set<String> names = new TreeSet<>();
    for (String schema : sent.names()) {
      String name = className.apply(schema);
      if (models.containsKey(name)) names.add(name);
    }
    return names;
  }

  private boolean isDeprecated(Stream<String> code) {
    return Deprecations.of(models.values()).isIn(code);
  }

  // ---- models

  private ValidatorView validator(String name) {
    CodegenModel model = Objects.requireNonNull(models.get(name));
    Constants constants = new Constants();
    List<String> statements = new ArrayList<>();
    boolean deprecated = model.isDeprecated;
    Schema<?> schema =
        Objects.requireNonNull(ModelUtils.getSchemas(document).get(model.name), model.name);
    String place = "components.schemas." + model.name;
    Map<String, Object> x = model.vendorExtensions;
    if (x.get("x-enum") instanceof EnumViews.EnumView view) {
      listed(name, view, constants, statements);
    } else if (x.get("x-union") instanceof UnionViews.UnionView view) {
      union(place, name, view, schema, constants, statements);
    } else if (x.get("x-object") instanceof ModelViews.ObjectView view) {
      deprecated |= object(place, view, schema, constants, statements);
    }
    deprecated |= isDeprecated(Stream.concat(statements.stream(), constants.expressions()));
    return new ValidatorView(name, constants.all(), statements, deprecated);
  }

  private static void listed(
      String name, EnumViews.EnumView view, Constants constants, List<String> statements) {
    List<String> values =
        view.constants().stream().map(constant -> name + "." + constant.name()).toList();
    String constant = constants.add("LISTED", "Rules.listed(" + String.join(", ", values) + ")");
    statements.add("violations.value(value, " + constant + ");");
  }

  private void union(
      String place,
      String name,
      UnionViews.UnionView view,
      Schema<?> schema,
      Constants constants,
      List<String> statements) {
    List<Schema<?>> shapes = SchemaShapes.shapes(schema);
    if (shapes.size() != view.variants().size()) {
      throw new IllegalStateException(place + " has shapes without a variant.");
    }
    for (int i = 0; i < shapes.size(); i++) {
      String rule = rules.of(place, List.of(shapes.get(i)));
      if (rule == null) continue;
      String variant = view.variants().get(i).name();
      String constant = constants.add(upperSnake(variant), rule);
      statements.add(
          "if (value instanceof %s.%s it) violations.value(it.value(), %s);"
              .formatted(name, variant, constant));
    }
  }

  /** Returns whether the statements use a deprecated property. */
  private boolean object(
      String place,
      ModelViews.ObjectView view,
      Schema<?> schema,
      Constants constants,
      List<String> statements) {
    boolean deprecated = false;
    ObjectParts parts = ObjectParts.of(document, schema);
    for (Schema<?> part : parts.all()) {
      String size = RuleExpressions.size(part);
      if (size == null) continue;
      String constant = constants.add("PROPERTIES", "SizeRule", size);
      statements.add("violations.size(" + count(view, parts.required()) + ", " + constant + ");");
      deprecated = view.properties().stream().anyMatch(ModelViews.Property::deprecated);
    }
    Map<String, List<Schema<?>>> properties = parts.properties();
    for (ModelViews.Property property : view.properties()) {
      List<Schema<?>> schemas = properties.getOrDefault(property.wireName(), List.of());
      String statement = property(place, property, schemas, constants);
      if (statement.isEmpty()) continue;
      statements.add(statement);
      deprecated |= property.deprecated();
    }
    return deprecated;
  }

  private String property(
      String place, ModelViews.Property property, List<Schema<?>> schemas, Constants constants) {
    if (isReadOnly(schemas)) {
      // build() asks for what is required, so nobody could leave it out.
      return property.required()
          ? ""
          : "violations.readOnly(%s, %s);".formatted(property.wire(), isSent(property));
    }
    String rule = rules.of(place + "." + property.wireName(), schemas);
    if (rule == null) return "";
    String masked = property.sensitive() ? "Rules.sensitive(" + rule + ")" : rule;
    String constant = constants.add(upperSnake(property.name()), masked);
    return "violations.property(%s, %s, %s);".formatted(property.wire(), value(property), constant);
  }

  private static String isSent(ModelViews.Property property) {
    return property.tellsNull()
        ? "value.has" + property.upperName() + "()"
        : value(property) + " != null";
  }

  private static String value(ModelViews.Property property) {
    return "value." + property.name() + "()";
  }

  private static String count(ModelViews.ObjectView view, Set<String> required) {
    List<String> arguments = new ArrayList<>();
    for (ModelViews.Property property : view.properties()) {
      // A null that is set is sent.
      if (property.tellsNull()) arguments.add(isSent(property) + " ? true : null");
      else arguments.add(required.contains(property.wireName()) ? "true" : value(property));
    }
    return "Violations.count("
        + String.join(", ", arguments)
        + ") + value.additionalProperties().size()";
  }

  private boolean isReadOnly(List<Schema<?>> schemas) {
    return schemas.stream()
        .flatMap(schema -> ObjectParts.of(document, schema).all().stream())
        .anyMatch(schema -> Boolean.TRUE.equals(schema.getReadOnly()));
  }

  // ---- operations

  /** Notes the checks of an interface. */
  void api(String api, Map<OperationFacts, List<Sent>> methods) {
    Constants constants = new Constants();
    List<OperationView> operations = new ArrayList<>();
    methods.forEach(
        (facts, arguments) -> {
          List<String> statements = new ArrayList<>();
          for (Sent argument : arguments) {
            String statement = statement(facts, argument, constants);
            if (!statement.isEmpty()) statements.add(statement);
          }
          if (!statements.isEmpty()) {
            String id = Names.literal(facts.operation.getOperationId());
            operations.add(new OperationView(id, statements));
          }
        });
    if (operations.isEmpty()) return;
    boolean deprecated = isDeprecated(constants.expressions());
    apis.put(api, new ApiView(api, constants.all(), operations, deprecated));
  }

  private String statement(OperationFacts facts, Sent sent, Constants constants) {
    boolean body = sent.in().equals("body");
    String where = facts.place + (body ? ".requestBody" : ".parameters." + sent.name());
    String rule = rules.of(where, schemas(facts.operation, sent));
    if (rule == null) return "";
    String masked = sent.sensitive() ? "Rules.sensitive(" + rule + ")" : rule;
    String name = upperSnake(sent.javaName());
    // Parameters of one name have one rule, as a rule.
    String constant =
        constants.fits(name, masked)
            ? constants.add(name, masked)
            : constants.add(upperSnake(facts.operation.getOperationId()) + "_" + name, masked);
    return "request.%s(%d, %s, %s);"
        .formatted(
            sent.optional() ? "checkOptional" : "check",
            sent.index(),
            Names.literal(at(sent)),
            constant);
  }

  private static String at(Sent sent) {
    if (sent.in().equals("part")) return "body." + sent.name();
    if (!sent.in().equals("body")) return sent.in() + "." + sent.name();
    return sent.name().isEmpty() ? "body" : "body." + sent.name();
  }

  private List<Schema<?>> schemas(Operation operation, Sent sent) {
    RequestBody body = operation.getRequestBody();
    return switch (sent.in()) {
      case "body" -> listOf(content(body));
      case "part" -> {
        var properties = ObjectParts.of(document, content(body)).properties();
        yield properties.getOrDefault(sent.name(), List.of());
      }
      default -> {
        for (Parameter parameter : operation.getParameters()) {
          if (parameter.getIn().equals(sent.in()) && parameter.getName().equals(sent.name())) {
            yield listOf(parameter.getSchema());
          }
        }
        throw new IllegalStateException(operation.getOperationId() + " has no " + sent.name());
      }
    };
  }

  private static List<Schema<?>> listOf(@Nullable Schema<?> schema) {
    return schema == null ? List.of() : List.of(schema);
  }

  private @Nullable Schema<?> content(RequestBody reference) {
    RequestBody body = ModelUtils.getReferencedRequestBody(document, reference);
    return body.getContent().values().iterator().next().getSchema();
  }

  /** {@code assignedTo} as the name of a constant: {@code ASSIGNED_TO}. */
  private static String upperSnake(String name) {
    String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    String constant = snake.replaceAll("[^\\p{L}\\p{N}_]", "_");
    return Character.isJavaIdentifierStart(constant.charAt(0)) ? constant : "_" + constant;
  }

  /** The constants of one class. */
  private static final class Constants {
    private final Map<String, Constant> byName = new LinkedHashMap<>();

    String add(String name, String expression) {
      return add(name, "Rule", expression);
    }

    /** Whether a constant can have this name, or has it already for the same. */
    boolean fits(String name, String expression) {
      Constant other = byName.get(name);
      return other == null || other.expression().equals(expression);
    }

    String add(String name, String type, String expression) {
      String free = name;
      while (!fits(free, expression)) free += "_";
      byName.put(free, new Constant(free, type, expression));
      return free;
    }

    List<Constant> all() {
      return List.copyOf(byName.values());
    }

    Stream<String> expressions() {
      return byName.values().stream().map(Constant::expression);
    }
  }
}
