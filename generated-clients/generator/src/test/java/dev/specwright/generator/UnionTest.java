package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
  void discriminatorIsSetWhereItIsNot() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.ofSchemas(
                "Animal",
                """
                Animal:
                  oneOf:
                    - {$ref: '#/components/schemas/Cat'}
                    - {$ref: '#/components/schemas/Dog'}
                  discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}
                Cat:
                  type: object
                  properties: {kind: {type: string}, lives: {type: integer}}
                Dog:
                  type: object
                  properties: {kind: {type: string, enum: [Dog, cat], deprecated: true}}
                """));
    assertEquals(
        "{\"kind\":\"cat\",\"lives\":3} {\"kind\":\"Dog\"} {\"kind\":\"cat\"}",
        code.run(
            """
            return json(Animal.class, Animal.of(Cat.builder().lives(3L).build()))
                + " " + json(Animal.class, Animal.of(Dog.builder().build()))
                + " " + json(Animal.class, new Animal.OfCat(Cat.builder().kind("cat").build()));
            """));
    for (String cat :
        new String[] {"Cat.builder().kind(\"Dog\")", "Dog.builder().kind(DogKind.CAT)"}) {
      String[] words = cat.startsWith("Cat") ? "Cat cat Dog".split(" ") : "Dog Dog cat".split(" ");
      assertEquals(
          "Expected \"kind\" of %s to be \"%s\" but found \"%s\".".formatted((Object[]) words),
          assertThrows(
                  IllegalArgumentException.class,
                  () -> code.run("return Animal.of(" + cat + ".build());"))
              .getMessage());
    }
  }

  @Test
  void discriminatorOfSeveralValuesMustBeSet() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.ofSchemas(
                "Owner",
                """
                Owner:
                  oneOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Firm'}]
                  discriminator:
                    propertyName: kind
                    mapping: {person: Person, human: '#/components/schemas/Person'}
                Person: {type: object, properties: {kind: {type: string}}}
                Firm: {type: object, properties: {kind: {type: string}}}
                """));
    assertEquals(
        "{\"kind\":\"human\"}",
        code.run("return json(Owner.class, Owner.of(Person.builder().kind(\"human\").build()));"));
    assertEquals(
        "Expected \"kind\" of Person to be \"human\" or \"person\" but it was not set.",
        assertThrows(
                IllegalArgumentException.class,
                () -> code.run("return Owner.of(Person.builder().build());"))
            .getMessage());
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
