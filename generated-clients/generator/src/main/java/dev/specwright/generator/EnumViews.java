package dev.specwright.generator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;

/**
 * What the templates of an enum print. The values are the document's own: OpenAPI Generator escapes
 * them, and a value that is not the same is another one.
 */
final class EnumViews {
  /** The constant for values that the document does not list. */
  private static final String UNKNOWN = "UNKNOWN";

  private static final Pattern CONSTANT = Pattern.compile("(?!UNKNOWN$)[A-Z][A-Z0-9_]*");

  /** What OpenAPI Generator calls a value without anything that it can say, such as PLUS. */
  private static final String NO_NAME = "u";

  /** The Java types of values, and how a value is written in Java. */
  private static final Map<String, Function<Object, String>> LITERALS =
      Map.of(
          "String", value -> Names.literal(value.toString()),
          "Long", value -> decimal(value).longValueExact() + "L",
          "Integer", value -> Integer.toString(decimal(value).intValueExact()),
          "Double", value -> Double.toString(decimal(value).doubleValue()),
          "BigDecimal",
              value ->
                  "new BigDecimal(\""
                      + decimal(value).stripTrailingZeros().toPlainString()
                      + "\")");

  /** One value of an enum. */
  record Constant(String name, String value, String doc) {}

  /** An enum. */
  record EnumView(String type, List<Constant> constants) {
    public boolean texts() {
      return type.equals("String");
    }

    /** Of these, equal numbers need not be equal objects: 1.5 and 1.50. */
    public boolean decimals() {
      return type.equals("BigDecimal");
    }
  }

  private EnumViews() {}

  static EnumView view(CodegenModel model) {
    Function<Object, String> literal = LITERALS.get(model.dataType);
    if (literal == null) throw unsupported(model);
    List<?> values = list(model, "values");
    List<String> names = names(model, values);
    Names used = new Names(place(model) + ".enum", "Name them with " + Extensions.ENUM_NAMES + ".");
    List<Constant> constants = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      used.add(names.get(i), String.valueOf(values.get(i)));
      String value = literal(model, literal, values.get(i));
      constants.add(new Constant(names.get(i), value, Javadoc.code(value)));
    }
    return new EnumView(model.dataType, constants);
  }

  private static String literal(
      CodegenModel model, Function<Object, String> literal, Object value) {
    try {
      return literal.apply(value);
    } catch (ArithmeticException e) {
      throw new UnsupportedDocumentException(
          place(model) + ".enum." + value,
          "is no " + model.dataType + " of Java.",
          "Use the format int64, or a number without a format.");
    }
  }

  /** The names that the document gives, or else those made of the values. */
  private static List<String> names(CodegenModel model, List<?> values) {
    List<?> given = Extensions.list(model.vendorExtensions, Extensions.ENUM_NAMES);
    if (!given.isEmpty()) return given(model, given, values.size());
    List<?> made = list(model, "enumVars");
    if (made.size() != values.size()) throw new IllegalStateException(model.name);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String name = String.valueOf(((Map<?, ?>) made.get(i)).get("name"));
      if (name.equals(NO_NAME)) {
        throw new UnsupportedDocumentException(
            place(model) + ".enum." + values.get(i),
            "has no Latin letter or digit, so it makes no Java name.",
            "Name the values with " + Extensions.ENUM_NAMES + ".");
      }
      names.add(name.equals(UNKNOWN) ? UNKNOWN + "_" : name);
    }
    return names;
  }

  private static List<String> given(CodegenModel model, List<?> given, int values) {
    String place = place(model) + "." + Extensions.ENUM_NAMES;
    if (given.size() != values) {
      throw new UnsupportedDocumentException(
          place,
          "names " + given.size() + " values, and there are " + values + ".",
          "Name each value but null, in their order.");
    }
    for (Object name : given) {
      if (SourceVersion.isName(name.toString()) && CONSTANT.matcher(name.toString()).matches()) {
        continue;
      }
      throw new UnsupportedDocumentException(
          place,
          "has \"" + name + "\", which a constant cannot be called here.",
          "Use capitals, digits and _; " + UNKNOWN + " stands for values that are not listed.");
    }
    return given.stream().map(Object::toString).toList();
  }

  private static String place(CodegenModel model) {
    return "components.schemas." + model.name;
  }

  private static UnsupportedDocumentException unsupported(CodegenModel model) {
    return new UnsupportedDocumentException(
        place(model),
        "is an enum of values that are " + model.dataType + " in Java.",
        "Leave out the format, or the enum.");
  }

  private static List<?> list(CodegenModel model, String name) {
    return (List<?>) Objects.requireNonNull(model.allowableValues.get(name));
  }

  private static BigDecimal decimal(@Nullable Object value) {
    return new BigDecimal(String.valueOf(value));
  }
}
