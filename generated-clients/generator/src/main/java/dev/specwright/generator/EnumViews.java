package dev.specwright.generator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;

/**
 * What the templates of an enum print. The values are the document's own: OpenAPI Generator escapes
 * them, and a value that is not the same is another one.
 */
final class EnumViews {
  /** The constant for values that the document does not list. */
  private static final String UNKNOWN = "UNKNOWN";

  /** The Java types of values, and how a value is written in Java. */
  private static final Map<String, Function<Object, String>> LITERALS =
      Map.of(
          "String", value -> Names.literal(value.toString()),
          "Long", value -> decimal(value).toBigIntegerExact() + "L",
          "Integer", value -> decimal(value).toBigIntegerExact().toString(),
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
    List<?> names = list(model, "enumVars");
    if (names.size() != values.size()) throw new IllegalStateException(model.name);
    List<Constant> constants = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String value = literal.apply(values.get(i));
      String name = String.valueOf(((Map<?, ?>) names.get(i)).get("name"));
      constants.add(
          new Constant(name.equals(UNKNOWN) ? UNKNOWN + "_" : name, value, Javadoc.code(value)));
    }
    return new EnumView(model.dataType, constants);
  }

  private static UnsupportedDocumentException unsupported(CodegenModel model) {
    return new UnsupportedDocumentException(
        "components.schemas." + model.name,
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
