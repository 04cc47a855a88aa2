package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class UnionTest {
  private static GeneratedCode code(String union) {
    return GeneratedCode.of(
        Documents.ofSchemas(
            "Pet",
            """
            Pet:
              type: object
              properties:
                owner: {$ref: '#/components/schemas/Owner'}
            Person:
              type: object
              required: [kind]
              properties: {kind: {type: string}, name: {type: string}}
            Any:
              type: object
              required: [kind]
              properties: {kind: {type: string}, id: {type: integer}}
            Number: {type: integer, enum: [1, 2]}
            Owner:
            """
                + union.indent(2)));
  }

  @Test
  void shapeIsChosenByJsonType() {
    GeneratedCode code =
        code(
            """
            oneOf:
              - {type: string}
              - {type: integer}
              - {type: array, items: {type: string}}
              - {$ref: '#/components/schemas/Person'}
            """);
    assertEquals(
        "OfString[value=Ann] OfLong[value=7] OfList[value=[a]] OfPerson[value=Person[kind=p]]",
        code.run(
            """
            return read(Owner.class, "\\"Ann\\"")
                + " " + read(Owner.class, "7")
                + " " + read(Owner.class, "[\\"a\\"]")
                + " " + read(Owner.class, "{\\"kind\\":\\"p\\"}");
            """));
    assertEquals(
        "{\"owner\":\"Ann\"} {\"owner\":true}",
        code.run(
            """
            return json(Pet.class, Pet.builder().owner(Owner.of("Ann")).build())
                + " " + roundTrip(Pet.class, "{\\"owner\\":true}");
            """));
  }

  @Test
  void shapeThatMayBeNullMakesTheUnionNullable() {
    for (String of : new String[] {"oneOf", "anyOf"}) {
      assertEquals(
          "{\"owner\":null} {} {\"owner\":null} {\"owner\":\"Ann\"}",
          code(of
                  + """
                  :
                    - {type: string, nullable: true}
                    - {$ref: '#/components/schemas/Person'}
                  """)
              .run(
                  """
                  return json(Pet.class, Pet.builder().owner(null).build())
                      + " " + json(Pet.class, Pet.builder().build())
                      + " " + roundTrip(Pet.class, "{\\"owner\\":null}")
                      + " " + roundTrip(Pet.class, "{\\"owner\\":\\"Ann\\"}");
                  """),
          of);
    }
  }

  @Test
  void requiredUnionMayBeNull() {
    for (String of : new String[] {"oneOf", "anyOf"}) {
      assertEquals(
          "{\"owner\":null}",
          GeneratedCode.of(
                  Documents.ofSchemas(
                      "Pet",
                      """
                      Pet:
                        type: object
                        required: [owner]
                        properties:
                          owner: {%s: [{type: string, nullable: true}, {type: integer}]}
                      """
                          .formatted(of)))
              .run("return roundTrip(Pet.class, \"{\\\"owner\\\":null}\");"),
          of);
    }
  }

  @Test
  void textsWithAFormatAreTexts() {
    assertEquals(
        "OfOffsetDateTime[value=2020-01-01T00:00Z] OfPerson[value=Person[kind=p]]",
        code("""
        anyOf:
          - {type: string, format: date-time}
          - {$ref: '#/components/schemas/Person'}
        """)
            .run(
                """
                return read(Owner.class, "\\"2020-01-01T00:00:00Z\\"")
                    + " " + read(Owner.class, "{\\"kind\\":\\"p\\"}");
                """));
  }

  @Test
  void enumOfNumbersIsANumber() {
    assertEquals(
        "OfNumberModel[value=2] OfString[value=2]",
        code("""
        oneOf:
          - {$ref: '#/components/schemas/Number'}
          - {type: string}
        """)
            .run("return read(Owner.class, \"2\") + \" \" + read(Owner.class, \"\\\"2\\\"\");"));
  }

  @Test
  void discriminatorChooses() {
    GeneratedCode code =
        code(
            """
            oneOf:
              - {$ref: '#/components/schemas/Person'}
              - {$ref: '#/components/schemas/Any'}
            discriminator:
              propertyName: kind
              mapping:
                person: '#/components/schemas/Person'
                human: '#/components/schemas/Person'
                any: '#/components/schemas/Any'
            """);
    assertEquals(
        "Person[kind=person] Person[kind=human] Any[kind=any, id=1]",
        code.run(
            """
            return read(Owner.class, "{\\"kind\\":\\"person\\"}").value()
                + " " + read(Owner.class, "{\\"kind\\":\\"human\\"}").value()
                + " " + read(Owner.class, "{\\"id\\":1,\\"kind\\":\\"any\\"}").value();
            """));
  }

  @Test
  void unknownShapeIsKeptAndNotShown() {
    GeneratedCode code =
        code(
            """
            oneOf:
              - {$ref: '#/components/schemas/Person'}
              - {$ref: '#/components/schemas/Any'}
            discriminator: {propertyName: kind}
            """);
    assertEquals(
        "{\"owner\":{\"kind\":\"robot\",\"pin\":1234,\"n\":null}} Unknown[██] {kind=robot, pin=1}",
        code.run(
            """
            Object unknown = read(Owner.class, "{\\"kind\\":\\"robot\\",\\"pin\\":1}");
            return roundTrip(
                    Pet.class, "{\\"owner\\":{\\"kind\\":\\"robot\\",\\"pin\\":1234,\\"n\\":null}}")
                + " " + unknown
                + " " + ((Owner.Unknown) unknown).value();
            """));
    assertEquals(
        "OfAny[value=Any[kind=Any]]",
        String.valueOf(code.run("return read(Owner.class, \"{\\\"kind\\\":\\\"Any\\\"}\");")));
  }
}
