package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

/** What the templates of a model print. */
final class ModelViews {
  /** A property of an object. */
  record Property(
      int index,
      String name,
      String upperName,
      String wireName,
      String type,
      String doc,
      String read,
      String write,
      boolean required,
      boolean optional,
      boolean tellsNull,
      boolean collection,
      boolean sensitive,
      boolean deprecated) {
    /** The name on the wire as a literal. */
    public String wire() {
      return Names.literal(wireName);
    }
  }

  /** A field of an adapter class: the adapter of one type. */
  record Adapter(String name, String type, String expression) {}

  /** Which members of an answer make it a page: {@code x-pagination}. */
  record PageMembers(String place, String rows, @Nullable String next) {}

  /** What a page returns. */
  record PageView(String rowType, String rows, @Nullable String next) {}

  /** Properties that one method of an adapter reads. */
  record Group(int index, List<Property> properties) {
    /** The template divides by it: {@code name >> 4}. */
    static final int SIZE = 16;

    static List<Group> of(List<Property> properties) {
      List<Group> groups = new ArrayList<>();
      for (int from = 0; from < properties.size(); from += SIZE) {
        int to = Math.min(from + SIZE, properties.size());
        groups.add(new Group(from / SIZE, properties.subList(from, to)));
      }
      return groups;
    }
  }

  /**
   * An object.
   *
   * @param large whether each group of properties has a method of its own: of a method for all, a
   *     virtual machine compiles the inner calls badly, or nothing
   * @param huge whether an expression with all properties is so long that javac's stack overflows
   */
  record ObjectView(
      List<Property> properties,
      List<Group> groups,
      boolean large,
      boolean huge,
      List<Adapter> adapters,
      boolean open,
      @Nullable PageView page) {
    /** Whether there is anything that {@code build()} asks for. */
    public boolean asks() {
      return properties.stream().anyMatch(Property::required);
    }

    static final int HUGE = 200;

    /** With more, a method would outgrow the 64 KiB that Java allows. */
    static final int MOST = 1000;
  }

  private final OpenAPI document;
  private final Map<String, PageMembers> pages;
  private final Map<String, CodegenModel> models;
  private final UnionViews unions;
  private final Sensitivity sensitivity;
  private final Deprecations deprecations;
  private final LimitTexts limits;

  ModelViews(OpenAPI document, Map<String, CodegenModel> models, Map<String, PageMembers> pages) {
    this.document = document;
    this.models = models;
    this.pages = pages;
    this.sensitivity = new Sensitivity(document);
    this.unions = new UnionViews(document, models, sensitivity);
    this.deprecations = Deprecations.of(models.values());
    this.limits = new LimitTexts(document);
  }

  /** Adds the view of {@code model} to what the templates see. */
  void view(CodegenModel model) {
    Map<String, Object> x = model.vendorExtensions;
    x.put("x-doc", doc(model));
    if (model.isEnum) {
      x.put("x-enum", EnumViews.view(model));
    } else if (UnionViews.isUnion(model)) {
      UnionViews.UnionView view = unions.view(model);
      x.put("x-union", view);
      usesDeprecated(model, view.variants().stream().map(UnionViews.Variant::type), false);
      if (view.variants().stream().anyMatch(it -> it.tag() != null && it.tag().deprecated())) {
        x.put("x-uses-deprecated", true);
      }
    } else {
      ObjectView view = object(model);
      x.put("x-object", view);
      usesDeprecated(
          model,
          view.properties().stream().map(Property::type),
          view.properties().stream().anyMatch(Property::deprecated));
    }
    if (model.isDeprecated) x.put("x-adapter-uses-deprecated", true);
  }

  private void usesDeprecated(CodegenModel model, Stream<String> types, boolean members) {
    boolean used = deprecations.isIn(types);
    model.vendorExtensions.put("x-uses-deprecated", used);
    model.vendorExtensions.put("x-adapter-uses-deprecated", used || members);
  }

  private static String doc(CodegenModel model) {
    String text = Javadoc.text(model.unescapedDescription);
    if (text.isEmpty()) text = "The document's " + Javadoc.line(model.name) + ".";
    String section = Extensions.text(model.vendorExtensions, Extensions.SECTION);
    return section == null ? text : text + "\n\n<p>Vendor's page: " + Javadoc.line(section) + ".";
  }

  // ---- objects

  private ObjectView object(CodegenModel model) {
    Names names = new Names("components.schemas." + model.name);
    Map<String, Adapter> adapters = new LinkedHashMap<>();
    List<Property> properties = new ArrayList<>();
    Schema<?> schema = ModelUtils.getSchemas(document).get(model.name);
    boolean sensitive = sensitivity.isMarked(schema);
    ObjectParts parts = ObjectParts.of(document, schema);
    Map<String, List<Schema<?>>> schemas = parts.properties();
    Set<String> required = parts.required();
    requireNamed(model.name, required, schemas.keySet());
    if (model.allVars.size() > ObjectView.MOST) {
      throw new UnsupportedDocumentException(
          "components.schemas." + model.name,
          "has " + model.allVars.size() + " properties, more than a method of Java can hold.",
          "Move some of them into an object, or into additionalProperties.");
    }
    for (CodegenProperty property : model.allVars) {
      JavaTypes.refuseFile("components.schemas." + model.name + "." + property.baseName, property);
      List<Schema<?>> own = schemas.getOrDefault(property.baseName, List.of());
      boolean masked = sensitive || own.stream().anyMatch(sensitivity::isMarked);
      // OpenAPI Generator forgets what is required beside allOf.
      property.required = required.contains(property.baseName);
      Property view = property(property, own, properties.size(), masked, adapters, names);
      names.add(view.name(), property.baseName);
      if (view.tellsNull()) names.add("has" + view.upperName(), property.baseName);
      properties.add(view);
    }
    adapter(adapters, "Object", JavaTypes.adapter("Object.class"));
    PageView page = page(pages.get(model.classname), properties, names);
    return new ObjectView(
        properties,
        Group.of(properties),
        properties.size() > Group.SIZE,
        properties.size() > ObjectView.HUGE,
        List.copyOf(adapters.values()),
        model.isAdditionalPropertiesTrue,
        page);
  }

  private static void requireNamed(String model, Set<String> required, Set<String> names) {
    for (String name : required) {
      if (names.contains(name)) continue;
      throw new UnsupportedDocumentException(
          "components.schemas." + model + ".required",
          "names \"" + name + "\", which is no property.",
          "Describe it, or leave it out.");
    }
  }

  private static @Nullable PageView page(
      @Nullable PageMembers members, List<Property> properties, Names names) {
    if (members == null) return null;
    names.add("rows", Extensions.PAGINATION);
    names.add("next", Extensions.PAGINATION);
    Property rows = member(members.place(), members.rows(), properties);
    if (!rows.type().startsWith("List<")) {
      throw new UnsupportedDocumentException(
          members.place() + "." + Extensions.PAGINATION,
          "names \"" + members.rows() + "\" as items, which is no array.",
          "Name the property with the rows.");
    }
    String list =
        rows.optional()
            ? "values." + rows.name() + " == null ? List.of() : values." + rows.name()
            : "values." + rows.name();
    return new PageView(
        rows.type().substring("List<".length(), rows.type().length() - 1),
        list,
        members.next() == null
            ? null
            : "values." + member(members.place(), members.next(), properties).name());
  }

  private static Property member(String place, String wire, List<Property> properties) {
    for (Property property : properties) {
      if (property.wireName().equals(wire)) return property;
    }
    throw new UnsupportedDocumentException(
        place + "." + Extensions.PAGINATION,
        "names \"" + wire + "\", which is no property of the answer.",
        "Name one.");
  }

  /** A union with a shape that may be null may be null itself; 3.0 has no other place to say so. */
  private boolean isNullable(CodegenProperty property) {
    if (property.isNullable || property.isAnyType) return true;
    CodegenModel model = models.get(property.dataType);
    return model != null && UnionViews.parts(model).stream().anyMatch(shape -> shape.isNullable);
  }

  private Property property(
      CodegenProperty property,
      List<Schema<?>> schemas,
      int index,
      boolean sensitive,
      Map<String, Adapter> adapters,
      Names names) {
    String name = javaName(property, names);
    String type = JavaTypes.of(property);
    boolean nullable = isNullable(property);
    boolean tellsNull = nullable && !property.required;
    String upperName = Names.upperFirst(name);
    String adapter = adapter(adapters, type, JavaTypes.adapter(property)).name();
    return new Property(
        index,
        name,
        upperName,
        property.baseName,
        type,
        propertyDoc(property, schemas),
        read(name, upperName, adapter, tellsNull),
        write(name, upperName, index, adapter, tellsNull, nullable),
        property.required && !nullable,
        !property.required || nullable,
        tellsNull,
        isCollection(property),
        sensitive,
        property.deprecated);
  }

  /** The name of the accessor and of the builder's method. */
  static String javaName(CodegenProperty property, Names names) {
    String chosen = Extensions.text(property.vendorExtensions, Extensions.JAVA_NAME);
    return chosen == null ? Names.method(property.name) : names.chosen(chosen, property.baseName);
  }

  /** Whether the values are, or may be, lists or maps. */
  static boolean isCollection(CodegenProperty property) {
    return property.isArray || property.isMap || property.isFreeFormObject || property.isAnyType;
  }

  private static String read(String name, String upperName, String adapter, boolean tellsNull) {
    String value = "builder." + name + " = " + adapter + ".read(reader);";
    return tellsNull ? "{ " + value + " builder.has" + upperName + " = true; }" : value;
  }

  private static String write(
      String name,
      String upperName,
      int index,
      String adapter,
      boolean tellsNull,
      boolean nullable) {
    String member = "(writer.member(NAMES, " + index + "), value." + name + "());";
    String statement =
        nullable
            ? adapter + ".writeOrNull" + member
            : "if (value." + name + "() != null) " + adapter + ".write" + member;
    return tellsNull ? "if (value.has" + upperName + "()) " + statement : statement;
  }

  private static Adapter adapter(Map<String, Adapter> adapters, String type, String expression) {
    String name = adapterName(type, expression);
    return adapters.computeIfAbsent(
        expression, key -> new Adapter(free(name + "Adapter", adapters), type, expression));
  }

  /** An adapter of the same type whose JSON has a form of its own is called after that. */
  private static String adapterName(String type, String expression) {
    if (expression.equals(JavaTypes.adapter("ZeroOrOne.TYPE"))) return "zeroOrOne";
    String plain = type.replace("@Nullable ", "").replaceAll("\\W", "");
    return expression.contains("DateFormats.")
        ? "formatted" + plain
        : plain.equals("URI") || plain.equals("UUID")
            ? plain.toLowerCase(Locale.ROOT)
            : Names.lowerFirst(plain);
  }

  /** List of Toy and the schema ListToy would have the same name. */
  private static String free(String name, Map<String, Adapter> adapters) {
    boolean taken = adapters.values().stream().anyMatch(other -> other.name().equals(name));
    return taken ? free(name + "_", adapters) : name;
  }

  private String propertyDoc(CodegenProperty property, List<Schema<?>> schemas) {
    StringBuilder doc = new StringBuilder(Javadoc.text(property.unescapedDescription));
    if (doc.isEmpty()) {
      doc.append("The field ").append(Javadoc.code(property.baseName)).append('.');
    }
    String more = limits.of(schemas);
    if (!more.isEmpty()) doc.append("\n\n<p>").append(more);
    return doc.toString();
  }
}
