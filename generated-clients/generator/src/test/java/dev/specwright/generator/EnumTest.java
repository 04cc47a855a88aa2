package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class EnumTest {
  private static GeneratedCode code(String size) {
    return GeneratedCode.of(
        Documents.ofSchemas(
            "Pet",
            """
            Pet:
              type: object
              properties:
                size: {$ref: '#/components/schemas/Size'}
            Size: %s
            """
                .formatted(size)));
  }

  private static final String VALUES =
      """
      List<Object> values = new ArrayList<>();
      for (java.lang.reflect.Field field : Size.class.getFields()) {
        if (field.getType() == Size.class) values.add(((Size) field.get(null)).value());
      }
      return moshi.adapter(Object.class).toJson(values);
      """;

  @Test
  void unknownValueIsKept() {
    assertEquals(
        "{\"size\":\"huge\"} UNKNOWN huge true",
        code("{type: string, enum: [small, very-large]}")
            .run(
                """
                String json = "{\\"size\\":\\"huge\\"}";
                Size size = read(Pet.class, json).size();
                return roundTrip(Pet.class, json)
                    + " " + size.known() + " " + size + " " + size.equals(Size.of("huge"));
                """));
  }

  @Test
  void listedValuesCanBeSwitchedOn() {
    assertEquals(
        "large true",
        code("{type: string, enum: [small, very-large]}")
            .run(
                """
                Size size = read(Pet.class, "{\\"size\\":\\"very-large\\"}").size();
                String text =
                    switch (size.known()) {
                      case SMALL -> "small";
                      case VERY_LARGE -> "large";
                      case UNKNOWN -> "unknown";
                    };
                return text + " " + (size == Size.VERY_LARGE);
                """));
  }

  @Test
  void numbersAreValues() {
    assertEquals(
        "{\"size\":2} {\"size\":9}",
        code("{type: integer, enum: [1, 2]}")
            .run(
                """
                return json(Pet.class, Pet.builder().size(Size.of(2L)).build())
                    + " " + roundTrip(Pet.class, "{\\"size\\":9}");
                """));
  }

  @Test
  void equalNumbersAreOneValue() {
    GeneratedCode code = code("{type: number, enum: [1.5, 1e3]}");
    assertEquals(
        "true true 1000",
        code.run(
            """
            return (read(Pet.class, "{\\"size\\":1.50}").size() == Size.of(new BigDecimal("1.5")))
                + " " + (read(Pet.class, "{\\"size\\":1000.0}").size().known() != Size.Known.UNKNOWN)
                + " " + Size.of(new BigDecimal("1E+3"));
            """));
    assertEquals(
        "{\"size\":7.50} true true",
        code.run(
            """
            Size size = Size.of(new BigDecimal("7.50"));
            Size same = Size.of(new BigDecimal("7.5"));
            return json(Pet.class, Pet.builder().size(size).build())
                + " " + size.equals(same) + " " + (size.hashCode() == same.hashCode());
            """));
  }

  @Test
  void inlineEnumIsAClassOfItsOwn() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.ofSchemas(
                "Pet",
                """
                Pet:
                  type: object
                  properties:
                    size: {type: string, enum: [small]}
                """));
    assertEquals("small", String.valueOf(code.run("return PetSize.SMALL;")));
  }

  @Test
  void valueMayBeCalledUnknown() {
    assertEquals(
        "unknown UNKNOWN_ UNKNOWN",
        code("{type: string, enum: [unknown, small]}")
            .run(
                """
                Size size = read(Pet.class, "{\\"size\\":\\"unknown\\"}").size();
                return size + " " + size.known() + " " + Size.of("huge").known();
                """));
  }

  @Test
  void valuesWithoutLettersHaveANameToo() {
    assertEquals(
        "[\"a-b\",\"\",\"+\",\"1\",\"q\\\"\\\\u\"]",
        code("{type: string, enum: [a-b, '', '+', '1', 'q\"\\u']}").run(VALUES));
  }

  @Test
  void namesOfConstantsMayBeGiven() {
    String size =
        "{type: string, nullable: true, enum: [a-b, a_b, null, \u65e5\u672c, unknown],"
            + " x-enum-varnames: [HYPHEN, UNDERSCORE, JAPAN, NOT_KNOWN]}";
    assertEquals(
        "a-b a_b \u65e5\u672c unknown UNDERSCORE UNKNOWN",
        code(size)
            .run(
                """
                return Size.HYPHEN + " " + Size.UNDERSCORE + " " + Size.JAPAN + " " + Size.NOT_KNOWN
                    + " " + Size.of("a_b").known() + " " + Size.of("a.b").known();
                """));
  }

  @Test
  void namesAreNotCutOffWhereAllBeginAlike() {
    assertEquals(
        "size_s",
        String.valueOf(code("{type: string, enum: [size_s, size_l]}").run("return Size.SIZE_S;")));
  }

  @Test
  void constantsThatCollideAreRefused() throws IOException {
    assertRefused(
        "Size.enum.a_b: has the same Java name as \"a-b\": A_B. Name them with x-enum-varnames.",
        "{type: string, enum: [a-b, a_b]}");
    assertRefused(
        "Size.enum.unknown_: has the same Java name as \"unknown\": UNKNOWN_. Name them with"
            + " x-enum-varnames.",
        "{type: string, enum: [unknown, unknown_]}");
    assertRefused(
        "Size.enum.b: has the same Java name as \"a\": A. Name them with x-enum-varnames.",
        "{type: string, enum: [a, b], x-enum-varnames: [A, A]}");
  }

  @Test
  void valueWithoutLatinLettersIsRefused() throws IOException {
    assertRefused(
        "Size.enum.\u65e5\u672c: has no Latin letter or digit, so it makes no Java name. Name the"
            + " values with x-enum-varnames.",
        "{type: string, enum: [\u65e5\u672c]}");
  }

  @Test
  void namesThatCannotBeAreRefused() throws IOException {
    assertRefused(
        "Size.x-enum-varnames: names 1 values, and there are 2. Name each value but null, in their"
            + " order.",
        "{type: string, enum: [a, b], x-enum-varnames: [A]}");
    for (String name : new String[] {"UNKNOWN", "value", "A-B", "''"}) {
      assertRefused(
          "Size.x-enum-varnames: has \""
              + name.replace("'", "")
              + "\", which a constant cannot be called here. Use capitals, digits and _; UNKNOWN"
              + " stands for values that are not listed.",
          "{type: string, enum: [a], x-enum-varnames: [" + name + "]}");
    }
  }

  private static void assertRefused(String message, String size) throws IOException {
    assertEquals(
        "components.schemas." + message,
        GeneratedCode.refusalOf(
            Documents.ofSchemas(
                "Pet",
                "Pet: {type: object, properties: {size: {$ref: '#/components/schemas/Size'}}}\nSize: "
                    + size)));
  }

  @Test
  void valuesAreThoseOfTheDocument() {
    String values =
        """
        ["*/*","a/**/","tab\\there","nl\\nx"," lead","trail ","\\\\u0041","\\u0007","\u00fcn\u00ef","100%","\\"q"]\
        """
            .strip();
    String names = "[A, B, C, D, E, F, G, H, I, J, K]";
    GeneratedCode code =
        code("{type: string, enum: " + values + ", x-enum-varnames: " + names + "}");
    assertEquals(values, code.run(VALUES));
    assertEquals(
        "false false true",
        code.run(
            """
            return (Size.of("*/*").known() == Size.Known.UNKNOWN)
                + " " + (Size.of("nl\\nx").known() == Size.Known.UNKNOWN)
                + " " + (Size.of("nl x").known() == Size.Known.UNKNOWN);
            """));
  }

  @Test
  void numbersHaveTheTypeOfTheirFormat() {
    for (String[] each :
        new String[][] {
          {"{type: number, format: double, enum: [0.1, 2]}", "Size.of(2.0)", "[0.1,2.0]"},
          {"{type: number, enum: [0.1, 1000]}", "Size.of(new BigDecimal(1000))", "[0.1,1000]"},
          {"{type: integer, format: int32, enum: [-1, 2]}", "Size.of(2)", "[-1,2]"},
          {
            "{type: integer, enum: [9007199254740993]}",
            "Size.of(9007199254740993L)",
            "[9007199254740993]"
          }
        }) {
      GeneratedCode code = code(each[0]);
      assertEquals(each[2], code.run(VALUES), each[0]);
      assertEquals(
          false, code.run("return " + each[1] + ".known() == Size.Known.UNKNOWN;"), each[0]);
    }
  }

  @Test
  void allOfMayAddWhatIsNoEnum() {
    assertEquals(
        "{\"size\":\"small\",\"other\":null}",
        GeneratedCode.of(
                Documents.ofSchemas(
                    "Pet",
                    """
                    Pet:
                      type: object
                      properties:
                        size: {allOf: [{$ref: '#/components/schemas/Size'}, {description: How big.}]}
                        other: {nullable: true, allOf: [{$ref: '#/components/schemas/Size'}]}
                    Size: {type: string, enum: [small]}
                    """))
            .run(
                """
                Pet pet = Pet.builder().size(Size.SMALL).other(null).build();
                return roundTrip(Pet.class, json(Pet.class, pet));
                """));
  }

  @Test
  void nullIsNoValue() {
    assertEquals(
        "{\"size\":null}",
        code("{type: string, nullable: true, enum: [small, null]}")
            .run("return roundTrip(Pet.class, \"{\\\"size\\\":null}\");"));
  }
}
