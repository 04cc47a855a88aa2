package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenDiscriminator;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

/** What the templates of a union print. */
final class UnionViews {
  /** One shape of a union. */
  record Variant(
      String name,
      String type,
      String adapter,
      String adapterName,
      String token,
      boolean collection,
      boolean sensitive,
      List<String> tags,
      @Nullable Tag tag) {}

  /**
   * The property of a shape by which it is told from others.
   *
   * @param ownTag the value for a shape that has none, as Java; null if there are several
   */
  record Tag(String method, String property, @Nullable String ownTag, boolean deprecated) {}

  /** A union. */
  record UnionView(List<Variant> variants, @Nullable String discriminator) {}

  private static final String OBJECT = "BEGIN_OBJECT";

  /** The JSON that a Java type is read from; a type that is not here is an object. */
  private static final Map<String, String> TOKENS =
      Map.ofEntries(
          Map.entry("BigDecimal", "NUMBER"),
          Map.entry("Boolean", "BOOLEAN"),
          Map.entry("ByteString", "STRING"),
          Map.entry("Double", "NUMBER"),
          Map.entry("Instant", "NUMBER"),
          Map.entry("Integer", "NUMBER"),
          Map.entry("LocalDate", "STRING"),
          Map.entry("LocalDateTime", "STRING"),
          Map.entry("LocalTime", "STRING"),
          Map.entry("Long", "NUMBER"),
          Map.entry("OffsetDateTime", "STRING"),
          Map.entry("String", "STRING"),
          Map.entry("URI", "STRING"),
          Map.entry("UUID", "STRING"));

  private final OpenAPI document;
  private final Map<String, CodegenModel> models;
  private final Sensitivity sensitivity;

  UnionViews(OpenAPI document, Map<String, CodegenModel> models, Sensitivity sensitivity) {
    this.document = document;
    this.models = models;
    this.sensitivity = sensitivity;
  }

  static boolean isUnion(CodegenModel model) {
    return !model.oneOf.isEmpty() || !model.anyOf.isEmpty();
  }

  UnionView view(CodegenModel model) {
    String place = "components.schemas." + model.name;
    CodegenDiscriminator discriminator = model.discriminator;
    Names names = new Names(place);
    List<Variant> variants = new ArrayList<>();
    Schema<?> schema =
        Objects.requireNonNull(ModelUtils.getSchemas(document).get(model.name), model.name);
    List<Schema<?>> shapes = SchemaShapes.shapes(schema);
    for (CodegenProperty part : parts(model)) {
      JavaTypes.refuseFile(place, part);
      String type = JavaTypes.of(part);
      String token = token(place, type, part);
      if (discriminator == null) {
        requireOneOfEach(place, variants, type, token);
      } else {
        requireObject(place, type, token);
      }
      // List<Step> is OfList: two lists would look alike in JSON anyway.
      String variant = type.replaceFirst("<.*", "");
      names.add("Of" + variant, variant);
      List<String> tags = discriminator == null ? List.of() : tags(discriminator, part);
      variants.add(
          new Variant(
              "Of" + variant,
              type,
              JavaTypes.adapter(part),
              "of" + variant + "Adapter",
              token,
              ModelViews.isCollection(part),
              Extensions.isTrue(schema, Extensions.SENSITIVE)
                  || sensitivity.isMarked(shapes.get(variants.size())),
              tags,
              discriminator == null ? null : tag(place, discriminator, type, tags)));
    }
    for (Variant variant : variants) requireVisible(place, variant.type(), variants);
    return new UnionView(
        variants,
        discriminator == null ? null : Names.literal(discriminator.getPropertyBaseName()));
  }

  /** The shapes of a union; none of another model. */
  static List<CodegenProperty> parts(CodegenModel model) {
    if (model.getComposedSchemas() == null) return List.of();
    return Stream.of(model.getComposedSchemas().getOneOf(), model.getComposedSchemas().getAnyOf())
        .filter(list -> list != null)
        .flatMap(List::stream)
        .toList();
  }

  private static void requireOneOfEach(
      String place, List<Variant> variants, String type, String token) {
    for (Variant other : variants) {
      if (other.token().equals(token)) {
        throw new UnsupportedDocumentException(
            place,
            "is a union in which " + other.type() + " and " + type + " look alike in JSON.",
            "Add a discriminator, or make them one schema.");
      }
    }
  }

  /** The records of a union stand in its interface, and hide a class of the same name. */
  private static void requireVisible(String place, String type, List<Variant> variants) {
    if (variants.stream().noneMatch(variant -> variant.name().equals(type))) return;
    throw new UnsupportedDocumentException(
        place,
        "has a shape " + type + ", which is also what it calls another shape in Java.",
        "Rename the schema.");
  }

  private static void requireObject(String place, String type, String token) {
    if (token.equals(OBJECT)) return;
    throw new UnsupportedDocumentException(
        place,
        "has a discriminator, and the shape " + type + ", which is no object.",
        "Leave the discriminator out, or make it an object.");
  }

  private String token(String place, String type, CodegenProperty part) {
    if (part.isArray) return "BEGIN_ARRAY";
    if (JavaTypes.isZeroOrOne(part)) return "NUMBER";
    CodegenModel model = models.get(type);
    if (type.equals("Object") || (model != null && isUnion(model))) {
      throw new UnsupportedDocumentException(
          place,
          type + " in a union may be more than one kind of JSON.",
          "List its shapes in the union itself.");
    }
    String single = model != null && model.isEnum ? model.dataType : type;
    return TOKENS.getOrDefault(single, OBJECT);
  }

  /** Finds the discriminator among the properties of the shape of {@code type}. */
  private Tag tag(
      String place, CodegenDiscriminator discriminator, String type, List<String> tags) {
    String wire = discriminator.getPropertyBaseName();
    CodegenModel shape = models.get(type);
    CodegenProperty property =
        shape == null
            ? null
            : shape.allVars.stream()
                .filter(each -> each.baseName.equals(wire))
                .findFirst()
                .orElse(null);
    if (property == null) {
      throw new UnsupportedDocumentException(
          place,
          "has the discriminator \"" + wire + "\", which is no property of " + type + ".",
          "Describe it there.");
    }
    String kind = JavaTypes.of(property);
    CodegenModel model = models.get(kind);
    boolean listed = model != null && model.isEnum && "String".equals(model.dataType);
    if (!listed && !kind.equals("String")) {
      throw new UnsupportedDocumentException(
          place,
          "has the discriminator \"" + wire + "\", which is no text in " + type + ".",
          "Make it one.");
    }
    String own = listed ? kind + ".of(" + tags.get(0) + ")" : tags.get(0);
    return new Tag(
        ModelViews.javaName(property, new Names(place)),
        Names.literal(wire),
        tags.size() == 1 ? own : null,
        property.deprecated);
  }

  /** Returns the mapping's values for a shape; without a mapping, the schema's name. */
  private static List<String> tags(CodegenDiscriminator discriminator, CodegenProperty part) {
    List<String> mapped =
        discriminator.getMappedModels() == null
            ? List.of()
            : discriminator.getMappedModels().stream()
                .filter(model -> model.getModelName().equals(part.dataType))
                .map(model -> Names.literal(model.getMappingName()))
                .distinct()
                .toList();
    return mapped.isEmpty()
        ? List.of(Names.literal(ModelUtils.getSimpleRef(part.getRef())))
        : mapped;
  }
}
