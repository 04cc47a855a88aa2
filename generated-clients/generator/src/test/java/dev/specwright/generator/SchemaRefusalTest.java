package dev.specwright.generator;

import static dev.specwright.generator.Refusals.assertRefused;
import static dev.specwright.generator.Refusals.body;
import static dev.specwright.generator.Refusals.parameter;
import static dev.specwright.generator.Refusals.schemas;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Schemas that are refused. */
final class SchemaRefusalTest {
  @Test
  void patternWithoutAnEqualInJava() throws IOException {
    assertRefused(
        "paths./pets.get.parameters.limit.pattern: \"(a)\\1\" refers back to a group."
            + " Write it so that both ECMA-262 and java.util.regex understand it.",
        parameter("{name: limit, in: query, schema: {type: string, pattern: '(a)\\1'}}"));
  }

  @Test
  void limitsOfAFile() throws IOException {
    assertRefused(
        "paths./pets.post.requestBody: is a file with limits, which nobody can check before it is"
            + " read. Say it in the description.",
        body("image/jpeg", "{type: string, format: binary, maxLength: 9}"));
  }

  @Test
  void schemaNamedAsAValidator() throws IOException {
    assertRefused(
        "components.schemas.PetValidator: has the same Java class as the validator of the schema"
            + " Pet. Rename one of them.",
        schemas(
            """
            Pet: {type: object, properties: {v: {$ref: '#/components/schemas/PetValidator'}}}
            PetValidator: {type: object, properties: {a: {type: string}}}
            """));
    assertRefused(
        "components.schemas.PetsApiValidator: has the same Java class as the validator of the tag"
            + " Pets. Rename one of them.",
        Documents.ofSchemas(
            "PetsApiValidator",
            "PetsApiValidator: {type: object, properties: {a: {type: string}}}"));
  }

  // ---- schemas

  @Test
  void schemasThatAreThemselves() throws IOException {
    for (String schemas :
        new String[] {
          "Pet: {$ref: '#/components/schemas/Pet'}",
          "Pet: {$ref: '#/components/schemas/Cat'}\nCat: {$ref: '#/components/schemas/Pet'}",
          "Pet: {allOf: [{$ref: '#/components/schemas/Cat'}]}\n"
              + "Cat: {allOf: [{type: object}, {$ref: '#/components/schemas/Pet'}]}"
        }) {
      assertRefused(
          "components.schemas.Pet: is the same as itself or a part of itself, by $ref or allOf."
              + " Leave out one of the references.",
          schemas(schemas));
    }
  }

  @Test
  void propertyWithoutAName() throws IOException {
    assertRefused(
        "components.schemas.Pet: has a property without a name. Leave it out, or make the object"
            + " a map.",
        schemas("Pet: {type: object, properties: {'': {type: string}}}"));
  }

  @Test
  void enumOfListsOrObjects() throws IOException {
    for (String values :
        new String[] {
          "{type: array, items: {type: integer}, enum: [[1]]}", "{type: object, enum: [{a: 1}]}"
        }) {
      assertRefused(
          "components.schemas.Pet_a: is an enum of values that are lists or objects. List the"
              + " values of what is in them.",
          schemas("Pet: {type: object, properties: {a: " + values + "}}"));
    }
  }

  @Test
  void enumOfNumbersThatAreTooLarge() throws IOException {
    assertRefused(
        "components.schemas.Pet_a.enum.3000000000: is no Integer of Java. Use the format int64, or"
            + " a number without a format.",
        schemas(
            "Pet: {type: object, properties: {a: {type: integer, format: int32, enum: [3000000000]}}}"));
  }

  @Test
  void schemasThatAreOneClass() throws IOException {
    for (String name : new String[] {"petToy", "pet_toy", "PETTOY", "pet-toy"}) {
      assertRefused(
          "components.schemas."
              + name
              + ": has the same Java class as the schema PetToy. Rename one of them.",
          schemas(
              """
              PetToy: {type: object, properties: {a: {type: string}}}
              %s: {type: object, properties: {b: {type: string}}}
              Pet: {type: object, properties: {c: {type: string}}}
              """
                  .formatted(name)));
    }
  }

  @Test
  void schemaThatIsTheAdapterOfAnother() throws IOException {
    assertRefused(
        "components.schemas.PetJsonAdapter: has the same Java class as the adapter of the schema"
            + " Pet. Rename one of them.",
        schemas(
            """
            Pet: {type: object, properties: {c: {type: string}}}
            PetJsonAdapter: {type: object, properties: {b: {type: string}}}
            """));
  }

  @Test
  void schemaThatIsNamedAsATypeOfTheGenerator() throws IOException {
    for (String name : new String[] {"URI", "UUID", "DateTime", "string", "file"}) {
      assertRefused(
          "components.schemas."
              + name
              + ": has a name that OpenAPI Generator takes for a type of its own. Rename it.",
          schemas(
              """
              Pet: {type: object, properties: {a: {$ref: '#/components/schemas/%1$s'}}}
              %1$s: {type: object, properties: {b: {type: string}}}
              """
                  .formatted(name)));
    }
  }

  @Test
  void schemaThatIsAnInterface() throws IOException {
    assertRefused(
        "components.schemas.PetsApi: has the same Java class as the interface of the tag Pets."
            + " Rename one of them.",
        schemas(
            """
            Pet: {type: object, properties: {c: {type: string}}}
            PetsApi: {type: object, properties: {b: {type: string}}}
            """));
  }

  @Test
  void schemaThatIsAQueryObject() throws IOException {
    assertRefused(
        "components.schemas.ListPetsOptions: has the same Java class as the options of listPets."
            + " Rename one of them.",
        Documents.of(
            Documents.operation(
                "get /pets",
                "listPets",
                "parameters: [{name: a, in: query, schema: {type: string}}]\n"
                    + Documents.json("{$ref: '#/components/schemas/ListPetsOptions'}")),
            "ListPetsOptions: {type: object, properties: {b: {type: string}}}"));
  }

  @Test
  void propertiesThatAreOneInJava() throws IOException {
    assertRefused(
        "components.schemas.Pet.a_b: has the same Java name as \"a-b\": aB."
            + " Give one of them an x-java-name.",
        schemas("Pet: {type: object, properties: {a-b: {type: string}, a_b: {type: string}}}"));
    assertRefused(
        "components.schemas.Pet.nick: has the same Java name as \"hasNick\": hasNick."
            + " Give one of them an x-java-name.",
        schemas(
            "Pet: {type: object, properties:"
                + " {hasNick: {type: string}, nick: {type: string, nullable: true}}}"));
  }

  @Test
  void javaNameThatIsNone() throws IOException {
    for (String name : new String[] {"a b", "class", "toString", "''"}) {
      assertRefused(
          "components.schemas.Pet.a: has the x-java-name \""
              + name.replace("'", "")
              + "\", which a method cannot have. Choose another.",
          schemas(
              "Pet: {type: object, properties: {a: {type: string, x-java-name: " + name + "}}}"));
    }
  }

  @Test
  void namedBoolean() throws IOException {
    assertRefused(
        "components.schemas.Flag: is a named x-boolean, whose mark gets lost where it is"
            + " referenced. Write it at each property or parameter.",
        schemas(
            """
            Pet: {type: object, properties: {c: {$ref: '#/components/schemas/Flag'}}}
            Flag: {type: integer, enum: [0, 1], x-boolean: true}
            """));
  }

  @Test
  void enumOfValuesThatAreNoTexts() throws IOException {
    for (String[] each :
        new String[][] {
          {"date", "LocalDate", "2020-01-01"},
          {"uuid", "UUID", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"}
        }) {
      assertRefused(
          "components.schemas.Pet_day: is an enum of values that are "
              + each[1]
              + " in Java. Leave out the format, or the enum.",
          schemas(
              "Pet: {type: object, properties: {day: {type: string, format: %s, enum: ['%s']}}}"
                  .formatted(each[0], each[2])));
    }
  }

  @Test
  void requiredPropertyThatIsNotThere() throws IOException {
    for (String schema :
        new String[] {
          "{type: object, required: [ghost, name], properties: {name: {type: string}}}",
          "{required: [ghost], allOf: [{$ref: '#/components/schemas/Base'}]}",
          "{allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [ghost]}]}"
        }) {
      assertRefused(
          "components.schemas.Pet.required: names \"ghost\", which is no property. Describe it, or"
              + " leave it out.",
          schemas(
              """
              Pet: %s
              Base: {type: object, properties: {name: {type: string}}}
              """
                  .formatted(schema)));
    }
  }

  @Test
  void moreThanAClassCanHold() throws IOException {
    StringBuilder properties = new StringBuilder();
    for (int i = 0; i < 1001; i++) properties.append("p%d: {type: string}, ".formatted(i));
    assertRefused(
        "components.schemas.Pet: has 1001 properties, more than a method of Java can hold. Move"
            + " some of them into an object, or into additionalProperties.",
        schemas("Pet: {type: object, properties: {" + properties + "}}"));
  }

  @Test
  void whatNoTypeSays() throws IOException {
    for (String schema :
        new String[] {"{not: {type: string}}", "{type: string, not: {enum: [x]}}"}) {
      assertRefused(
          "components.schemas.Pet.a: has \"not\", which no type says. Say in the description what"
              + " is not allowed.",
          schemas("Pet: {type: object, properties: {a: " + schema + "}}"));
    }
  }

  @Test
  void propertyOfTwoTypes() throws IOException {
    for (String[] each :
        new String[][] {
          {"{type: integer}", "string and integer"},
          {"{type: string, format: date}", "string and string date"},
          {"{type: array, items: {type: string}}", "string and array"},
          {"{$ref: '#/components/schemas/Base'}", "string and object"}
        }) {
      assertRefused(
          "components.schemas.Pet.name: is "
              + each[1]
              + " in parts of allOf. Describe it in one of them.",
          schemas(
              """
              Base: {type: object, properties: {name: {type: string}}}
              Pet: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {name: %s}}]}
              """
                  .formatted(each[0])));
    }
  }

  @Test
  void typeOfAdditionalPropertiesBesideOthers() throws IOException {
    for (String values :
        new String[] {
          "{type: string, format: date}",
          "{type: array, items: {}}",
          "{$ref: '#/components/schemas/Base'}"
        }) {
      for (String pet :
          new String[] {
            "{type: object, properties: {a: {type: string}}, additionalProperties: " + values + "}",
            "{allOf: [{$ref: '#/components/schemas/Base'},"
                + " {type: object, additionalProperties: "
                + values
                + "}]}"
          }) {
        assertRefused(
            "components.schemas.Pet.additionalProperties: have a type beside the properties, and"
                + " their values are of any type in Java. Make them a property that is a map, or"
                + " leave out the type.",
            schemas(
                """
                Base: {type: object, properties: {name: {type: string}}}
                Pet: %s
                """
                    .formatted(pet)));
      }
    }
  }

  @Test
  void listOrMapOfItself() throws IOException {
    for (String tree :
        new String[] {
          "{type: array, items: {$ref: '#/components/schemas/Tree'}}",
          "{type: object, additionalProperties: {$ref: '#/components/schemas/Tree'}}",
          "{type: array, items: {type: object,"
              + " additionalProperties: {$ref: '#/components/schemas/Tree'}}}"
        }) {
      assertRefused(
          "components.schemas.Tree: is a list or map of itself, which has no type in Java. Put an"
              + " object or a union in between.",
          schemas(
              """
              Pet: {type: object, properties: {tree: {$ref: '#/components/schemas/Tree'}}}
              Tree: %s
              """
                  .formatted(tree)));
    }
  }

  @Test
  void enumThatAllOfNarrows() throws IOException {
    for (String schema :
        new String[] {
          "{allOf: [{$ref: '#/components/schemas/Kind'}, {enum: [a]}]}",
          "{allOf: [{$ref: '#/components/schemas/Text'}, {enum: [a]}]}",
          "{allOf: [{type: string, enum: [a, b]}, {maxLength: 2}]}",
          "{allOf: [{$ref: '#/components/schemas/Kind'}, {$ref: '#/components/schemas/Kinds'}]}",
          "{type: string, enum: [a], allOf: [{$ref: '#/components/schemas/Kind'}]}"
        }) {
      assertRefused(
          "components.schemas.Narrow: narrows the values by an enum in allOf, and there is no Java"
              + " class for the rest. List the values that are left in one enum.",
          schemas(
              """
              Pet: {type: object, properties: {kind: {$ref: '#/components/schemas/Narrow'}}}
              Kind: {type: string, enum: [a, b]}
              Kinds: {type: string, enum: [a, b, c]}
              Text: {type: string, maxLength: 3}
              Narrow: %s
              """
                  .formatted(schema)));
    }
  }

  private static String union(String union) {
    return schemas(
        """
        A: {type: object, properties: {a: {type: string}}}
        B: {type: object, properties: {b: {type: string}}}
        Size: {type: string, enum: [small]}
        Inner: {oneOf: [{type: string}, {type: integer}]}
        Pet: %s
        """
            .formatted(union));
  }

  @Test
  void unionOfLookAlikes() throws IOException {
    assertRefused(
        "components.schemas.Pet: is a union in which A and B look alike in JSON."
            + " Add a discriminator, or make them one schema.",
        union("{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}"));
    assertRefused(
        "components.schemas.Pet: is a union in which Size and String look alike in JSON."
            + " Add a discriminator, or make them one schema.",
        union("{anyOf: [{$ref: '#/components/schemas/Size'}, {type: string}]}"));
  }

  @Test
  void unionOfAShapeThatMayBeAnything() throws IOException {
    String end =
        " in a union may be more than one kind of JSON. List its shapes in the union itself.";
    assertRefused(
        "components.schemas.Pet: Inner" + end,
        union("{oneOf: [{$ref: '#/components/schemas/Inner'}, {$ref: '#/components/schemas/A'}]}"));
    assertRefused(
        "components.schemas.Pet: Object" + end,
        union("{oneOf: [{description: Anything.}, {$ref: '#/components/schemas/A'}]}"));
  }

  @Test
  void unionAmongPartsOfAllOf() throws IOException {
    for (String parts :
        new String[] {
          "{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/Inner'}",
          "{$ref: '#/components/schemas/A'}, {oneOf: [{$ref: '#/components/schemas/B'}]}",
          "{oneOf: [{type: string}, {type: integer}]}, {description: Either.}"
        }) {
      assertRefused(
          "components.schemas.Pet: has a union among the parts of allOf, whose shapes would get"
              + " lost. Move the other parts into the shapes.",
          union("{allOf: [" + parts + "]}"));
    }
  }

  @Test
  void unionWithPropertiesOfItsOwn() throws IOException {
    assertRefused(
        "components.schemas.Pet: is a union and has properties of its own, which would get lost."
            + " Move them into the shapes.",
        union(
            "{type: object, properties: {c: {type: string}},"
                + " oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}"));
  }

  @Test
  void unionOfAShapeThatIsNamedAsAnother() throws IOException {
    assertRefused(
        "components.schemas.Pet: has a shape OfString, which is also what it calls another shape in"
            + " Java. Rename the schema.",
        schemas(
            """
            Pet: {oneOf: [{type: string}, {$ref: '#/components/schemas/OfString'}]}
            OfString: {type: object, properties: {a: {type: string}}}
            """));
  }

  @Test
  void discriminatorOfAShapeThatIsNoObject() throws IOException {
    assertRefused(
        "components.schemas.Pet: has a discriminator, and the shape String, which is no object."
            + " Leave the discriminator out, or make it an object.",
        union(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {type: string}],"
                + " discriminator: {propertyName: a}}"));
  }

  @Test
  void discriminatorWithoutShapes() throws IOException {
    assertRefused(
        "components.schemas.Pet.discriminator: stands beside no oneOf, and schemas with this one in"
            + " allOf would never be read. Move it into a schema with a oneOf of them.",
        schemas(
            """
            Pet:
              type: object
              properties: {kind: {type: string}}
              discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]}
            """));
  }

  @Test
  void discriminatorForAnotherSchema() throws IOException {
    assertRefused(
        "components.schemas.Pet.discriminator.mapping: has \"s\" for #/components/schemas/Size,"
            + " which is no shape of the union. Add it to the shapes.",
        union(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: a,"
                + " mapping: {a: A, s: '#/components/schemas/Size'}}}"));
  }

  @Test
  void discriminatorThatIsNoTextOfAShape() throws IOException {
    String shapes =
        "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/%s'}],";
    assertRefused(
        "components.schemas.Pet: has the discriminator \"a\", which is no property of B."
            + " Describe it there.",
        union(shapes.formatted("B") + " discriminator: {propertyName: a}}"));
    assertRefused(
        "components.schemas.Pet: has the discriminator \"a\", which is no text in C. Make it one.",
        union(
            shapes.formatted("C")
                + " discriminator: {propertyName: a}}\n"
                + "C: {type: object, properties: {a: {type: integer}}}"));
  }
}
