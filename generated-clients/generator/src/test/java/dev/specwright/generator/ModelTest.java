package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import org.junit.jupiter.api.Test;

final class ModelTest {
  private static GeneratedCode pet(String schema) {
    return GeneratedCode.of(Documents.ofSchemas("Pet", "Pet:\n" + schema.indent(2)));
  }

  @Test
  void absentNullAndValueAreToldApart() {
    GeneratedCode code =
        pet(
            """
            type: object
            properties:
              nick: {type: string, nullable: true}
              age: {type: integer}
            """);
    assertEquals(
        "{} {\"nick\":null} {\"nick\":\"R\"}",
        code.run(
            """
            return roundTrip(Pet.class, "{}")
                + " " + roundTrip(Pet.class, "{\\"nick\\":null}")
                + " " + roundTrip(Pet.class, "{\\"nick\\":\\"R\\"}");
            """));
    assertEquals(
        "null false; null true; R true; {\"nick\":null}",
        code.run(
            """
            Pet absent = Pet.builder().build();
            Pet empty = Pet.builder().nick(null).build();
            Pet rex = empty.toBuilder().nick("R").build();
            return absent.nick() + " " + absent.hasNick()
                + "; " + empty.nick() + " " + empty.hasNick()
                + "; " + rex.nick() + " " + rex.hasNick()
                + "; " + json(Pet.class, empty.toBuilder().build());
            """));
    assertEquals(
        "{}",
        code.run("return roundTrip(Pet.class, \"{\\\"age\\\":null}\");"),
        "null where the document does not allow it is as good as absent");
  }

  @Test
  void requiredPropertyMayBeNullable() {
    assertEquals(
        "{\"nick\":null}",
        pet("""
        type: object
        required: [nick]
        properties:
          nick: {type: string, nullable: true}
        """)
            .run("return json(Pet.class, Pet.builder().build());"));
  }

  @Test
  void unknownMembersAreKept() {
    GeneratedCode code =
        pet(
            """
            type: object
            properties:
              name: {type: string}
            """);
    String json =
        "{\"name\":\"Rex\",\"big\":9007199254740993,\"exact\":0.1000000000000000055,"
            + "\"none\":null,\"deep\":{\"a\":[1,null,{\"b\":null}]}}";
    assertEquals(json, code.run("return roundTrip(Pet.class, \"\"\"\n" + json + "\"\"\");"));
    assertEquals(
        "Pet[name=Rex, additional=[pin]]",
        String.valueOf(
            code.run("return read(Pet.class, \"{\\\"pin\\\":1234,\\\"name\\\":\\\"Rex\\\"}\");")));
  }

  @Test
  void nullsInsideMapsAndListsAreKept() {
    GeneratedCode code =
        pet(
            """
            type: object
            properties:
              map: {type: object, additionalProperties: {type: integer, nullable: true}}
              list: {type: array, items: {type: integer, nullable: true}}
              free: {type: object}
              any: {}
            """);
    String json =
        "{\"map\":{\"a\":null,\"b\":1},\"list\":[null,1],\"free\":{\"c\":null},"
            + "\"any\":{\"d\":null}}";
    assertEquals(json, code.run("return roundTrip(Pet.class, \"\"\"\n" + json + "\"\"\");"));
  }

  @Test
  void requiredPropertyIsNamedWhenItIsNotSet() {
    GeneratedCode code =
        pet(
            """
            type: object
            required: [pet_name]
            properties:
              pet_name: {type: string}
            """);
    assertEquals(
        "Expected \"pet_name\" of Pet but it was not set. Set it with builder().petName(...).",
        assertThrows(IllegalStateException.class, () -> code.run("return Pet.builder().build();"))
            .getMessage());
    assertEquals(
        "petName",
        assertThrows(
                NullPointerException.class, () -> code.run("return Pet.builder().petName(null);"))
            .getMessage());
    for (String answer : new String[] {"{}", "{\\\"pet_name\\\":null}"}) {
      assertEquals(
          "Expected the property \"pet_name\" in the object at $.pets[0]",
          assertThrows(
                  JsonDataException.class,
                  () ->
                      code.run(
                          """
                          JsonReader reader = JsonReader.of(
                              new okio.Buffer().writeUtf8("{\\"pets\\":[%s]}"));
                          reader.beginObject();
                          reader.nextName();
                          reader.beginArray();
                          return moshi.adapter(Pet.class).fromJson(reader);
                          """
                              .formatted(answer)))
              .getMessage());
    }
  }

  @Test
  void typesHaveTheirJavaForm() {
    GeneratedCode code =
        pet(
            """
            type: object
            properties:
              tame: {type: integer, enum: [0, 1], x-boolean: true}
              born: {type: integer, format: unix-time}
              seen: {type: string, format: date-time}
              day: {type: string, format: date}
              id: {type: string, format: uuid}
              home: {type: string, format: uri}
              chip: {type: string, format: byte}
              weight: {type: number}
              count: {type: integer, format: int32}
              length: {type: number, format: double}
              names: {type: array, uniqueItems: true, items: {type: string}}
              price: {type: string, format: decimal}
            """);
    String json =
        "{\"tame\":1,\"born\":4102444800,\"seen\":\"2020-01-01T00:00:00+01:00\","
            + "\"day\":\"2020-01-02\",\"id\":\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\","
            + "\"home\":\"https://example.com/a\",\"chip\":\"aGVsbG8=\","
            + "\"weight\":0.1000000000000000055,\"count\":3,\"length\":1.5,"
            + "\"names\":[\"a\",\"b\"],\"price\":\"1.50\"}";
    assertEquals(json, code.run("return roundTrip(Pet.class, \"\"\"\n" + json + "\"\"\");"));
    assertEquals(
        "{\"tame\":0,\"born\":4102444800}",
        code.run(
            """
            boolean tame = false;
            Instant born = Instant.parse("2100-01-01T00:00:00Z");
            Pet pet = Pet.builder().tame(tame).born(born).build();
            UUID id = pet.id();
            java.net.URI home = pet.home();
            okio.ByteString chip = pet.chip();
            Integer count = pet.count();
            Double length = pet.length();
            Set<String> names = pet.names();
            return json(Pet.class, pet);
            """));
  }

  @Test
  void equalityIsByAllMembers() {
    assertEquals(
        "true true false false false",
        pet("""
        type: object
        properties:
          other: {type: string}
          that: {type: string}
          hash: {type: string}
          to: {type: string}
          from: {type: string}
          value: {type: string, nullable: true}
        """)
            .run(
                """
                Pet pet = Pet.builder().other("o").that("t").hash("h").to("x").from("f").build();
                Pet same = pet.toBuilder().build();
                return pet.equals(same)
                    + " " + (pet.hashCode() == same.hashCode())
                    + " " + pet.equals(pet.toBuilder().other("p").build())
                    + " " + pet.equals(pet.toBuilder().value(null).build())
                    + " " + pet.equals(null);
                """));
  }

  @Test
  void sensitivePropertiesAreMasked() {
    assertEquals(
        "Pet[name=Rex, pin=██]",
        pet("""
        type: object
        properties:
          name: {type: string}
          pin: {type: string, x-sensitive: true}
          puk: {type: string, x-sensitive: true}
        """)
            .run("return Pet.builder().name(\"Rex\").pin(\"1234\").build().toString();"));
  }

  @Test
  void sensitivePropertiesAreMaskedInsideListsAndMaps() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.ofSchemas(
                "Pet",
                """
                Pet:
                  type: object
                  properties:
                    tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}
                    byName: {type: object, additionalProperties: {$ref: '#/components/schemas/Tag'}}
                    pins: {type: array, x-sensitive: true, items: {type: string}}
                Tag: {type: object, properties: {pin: {type: string, x-sensitive: true}}}
                """));
    assertEquals(
        "Pet[tags=[Tag[pin=██]], byName={a=Tag[pin=██]}, pins=██]",
        code.run(
            """
            Tag tag = Tag.builder().pin("1234").build();
            return Pet.builder().tags(List.of(tag)).byName(Map.of("a", tag)).pins(List.of("5678"))
                .build().toString();
            """));
  }

  @Test
  void freeFormJsonKeepsItsNumbers() {
    assertEquals(
        "{\"data\":{\"a\":9007199254740993,\"b\":0.1000,\"c\":[null]},\"more\":0.1000}",
        pet("type: object\nproperties: {data: {}}\n")
            .run(
                """
                return roundTrip(
                    Pet.class,
                    "{\\"data\\":{\\"a\\":9007199254740993,\\"b\\":0.1000,\\"c\\":[null]},"
                        + "\\"more\\":0.1000}");
                """));
  }

  @Test
  void additionalPropertyMustNotHaveADocumentedName() {
    assertEquals(
        "Expected a name that the document does not have but found \"name\"."
            + " Use the builder's own method for it.",
        pet("""
        type: object
        additionalProperties: true
        properties:
          name: {type: string}
        """)
            .run(
                """
                try {
                  return Pet.builder().additionalProperty("name", "Rex").toString();
                } catch (IllegalArgumentException e) {
                  return e.getMessage();
                }
                """));
  }

  @Test
  void additionalPropertiesCanBeSetWhereTheDocumentIsOpen() {
    assertEquals(
        "{\"name\":\"Rex\",\"f3\":[1]}",
        pet("""
        type: object
        additionalProperties: true
        properties:
          name: {type: string}
        """)
            .run(
                "return json(Pet.class,"
                    + " Pet.builder().additionalProperty(\"f3\", List.of(1)).name(\"Rex\")"
                    + ".build());"));
    String closed =
        pet("""
        type: object
        additionalProperties: false
        properties:
          name: {type: string}
        """)
            .source("model/Pet.java");
    assertTrue(!closed.contains("additionalProperty("), closed);
  }

  @Test
  void propertiesCanBeNamedForJava() {
    assertEquals(
        "{\"a-b\":\"1\",\"a_b\":\"2\"}",
        pet("""
        type: object
        properties:
          a-b: {type: string, x-java-name: dashed}
          a_b: {type: string}
        """)
            .run("return json(Pet.class, Pet.builder().dashed(\"1\").aB(\"2\").build());"));
  }

  @Test
  void namesOfJavaAreNoObstacle() {
    GeneratedCode code =
        pet(
            """
            type: object
            properties:
              class: {type: string}
              new: {type: string}
              getClass: {type: string}
              hashCode: {type: integer}
              toString: {type: string}
              build: {type: string}
              builder: {type: string}
              additionalProperties: {type: string}
              reader: {type: string}
              writer: {type: string}
              moshi: {type: string}
              2fast: {type: string}
              $id: {type: string}
              größe: {type: number}
              "quo\\"te": {type: string}
              "*/": {type: string}
            """);
    String json =
        "{\"class\":\"a\",\"new\":\"b\",\"getClass\":\"c\",\"hashCode\":4,\"toString\":\"e\","
            + "\"build\":\"f\",\"builder\":\"g\",\"additionalProperties\":\"h\",\"reader\":\"i\","
            + "\"writer\":\"j\",\"moshi\":\"k\",\"2fast\":\"l\",\"$id\":\"m\",\"größe\":1.5,"
            + "\"quo\\\"te\":\"n\",\"*/\":\"o\"}";
    assertEquals(
        json,
        code.run("return roundTrip(Pet.class, \"\"\"\n" + json.replace("\\", "\\\\") + "\"\"\");"));
  }

  @Test
  void manyPropertiesFit() {
    for (int count : new int[] {200, 201, 1000}) {
      StringBuilder schema = new StringBuilder("type: object\nproperties:\n");
      StringBuilder json = new StringBuilder("{");
      for (int i = 0; i < count; i++) {
        schema.append("  p%d: {type: integer, nullable: true, maximum: 2000}\n".formatted(i));
        json.append(i == 0 ? "" : ",").append("\\\"p%d\\\":%1$d".formatted(i));
      }
      String text = json.append('}').toString();
      String last = "p" + (count - 1);
      assertEquals(
          text.replace("\\", "") + " true false " + last + "=" + (count - 1) + "]",
          pet(schema.toString())
              .run(
                  """
                  String json = "%s";
                  Pet pet = read(Pet.class, json);
                  return roundTrip(Pet.class, json)
                      + " " + pet.equals(pet.toBuilder().build())
                      + " " + pet.equals(pet.toBuilder().%s(null).build())
                      + " " + pet.toString().replaceFirst(".* ", "");
                  """
                      .formatted(text, last)));
    }
  }

  @Test
  void schemaMayContainItself() {
    String json = "{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"parent\":{\"name\":\"c\"}}]}";
    assertEquals(
        json,
        pet("""
        type: object
        properties:
          name: {type: string}
          parent: {$ref: '#/components/schemas/Pet'}
          children: {type: array, items: {$ref: '#/components/schemas/Pet'}}
        """)
            .run("return roundTrip(Pet.class, \"\"\"\n" + json + "\"\"\");"));
  }

  @Test
  void allOfBecomesOneClass() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.ofSchemas(
                "Dog",
                """
                Animal:
                  type: object
                  required: [name]
                  properties: {name: {type: string}}
                Dog:
                  allOf:
                    - {$ref: '#/components/schemas/Animal'}
                    - type: object
                      required: [tail]
                      properties: {tail: {type: integer}}
                """));
    assertEquals(
        "{\"name\":\"Rex\",\"tail\":1}",
        code.run("return json(Dog.class, Dog.builder().tail(1L).name(\"Rex\").build());"));
  }

  @Test
  void requiredMayStandBesideAllOfOrInside() {
    for (String schema :
        new String[] {
          "{required: [name], allOf: [{$ref: '#/components/schemas/Base'}],"
              + " properties: {age: {type: integer}}}",
          "{required: [name], allOf: [{$ref: '#/components/schemas/Base'}]}",
          "{allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [name]}]}",
          "{allOf: [{$ref: '#/components/schemas/Strict'},"
              + " {type: object, properties: {age: {type: integer}}}]}"
        }) {
      GeneratedCode code =
          GeneratedCode.of(
              Documents.ofSchemas(
                  "Pet",
                  """
                  Pet: %s
                  Base: {type: object, properties: {name: {type: string}}}
                  Strict: {required: [name], allOf: [{$ref: '#/components/schemas/Base'}]}
                  """
                      .formatted(schema)));
      assertEquals(
          "Expected \"name\" of Pet but it was not set. Set it with builder().name(...).",
          assertThrows(IllegalStateException.class, () -> code.run("return Pet.builder().build();"))
              .getMessage(),
          schema);
      assertEquals(
          "Expected the property \"name\" in the object at $",
          assertThrows(
                  JsonDataException.class, () -> code.run("return roundTrip(Pet.class, \"{}\");"))
              .getMessage(),
          schema);
    }
  }

  @Test
  void inlineAndNamedCollectionsAreJavaCollections() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.ofSchemas(
                "Pet",
                """
                Pet:
                  type: object
                  properties:
                    tags: {$ref: '#/components/schemas/Tags'}
                    scores: {$ref: '#/components/schemas/Scores'}
                    grid: {type: array, items: {type: array, items: {type: integer}}}
                    owner: {type: object, properties: {name: {type: string}}}
                    ownerTags: {type: array, items: {$ref: '#/components/schemas/PetOwner2'}}
                Tags: {type: array, items: {type: string}}
                Scores: {type: object, additionalProperties: {type: integer}}
                PetOwner2: {type: object, properties: {id: {type: integer}}}
                """));
    String json =
        "{\"tags\":[\"a\"],\"scores\":{\"b\":1},\"grid\":[[1],[]],\"owner\":{\"name\":\"Ann\"},"
            + "\"ownerTags\":[{\"id\":1}]}";
    assertEquals(json, code.run("return roundTrip(Pet.class, \"\"\"\n" + json + "\"\"\");"));
  }

  @Test
  void adaptersOfLikeNamedTypesAreKeptApart() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.ofSchemas(
                "Pet",
                """
                Pet:
                  type: object
                  properties:
                    toys: {type: array, items: {$ref: '#/components/schemas/Toy'}}
                    toyList: {$ref: '#/components/schemas/ListToy'}
                Toy: {type: object, properties: {id: {type: integer}}}
                ListToy: {type: object, properties: {name: {type: string}}}
                """));
    String json = "{\"toys\":[{\"id\":1}],\"toyList\":{\"name\":\"n\"}}";
    assertEquals(json, code.run("return roundTrip(Pet.class, \"\"\"\n" + json + "\"\"\");"));
  }

  @Test
  void lenientDocumentTakesWhatPhpWrites() {
    String schemas =
        """
        Pet:
          type: object
          properties:
            age: {type: integer}
            tame: {type: boolean}
            owner: {$ref: '#/components/schemas/Owner'}
            born: {type: integer, format: unix-time}
            size: {type: integer, enum: [1, 2]}
            map: {type: object, additionalProperties: {type: string}}
        Owner: {type: object, properties: {name: {type: string}}}
        """;
    String json = "{\"age\":\"3\",\"tame\":1,\"owner\":[],\"born\":\"\",\"size\":\"\",\"map\":[]}";
    String read = "return roundTrip(Pet.class, \"\"\"\n" + json + "\"\"\");";
    assertEquals(
        "{\"age\":3,\"tame\":true,\"owner\":{},\"map\":{}}",
        GeneratedCode.of(Documents.ofSchemas("Pet", schemas) + "x-lenient: true\n").run(read));
    GeneratedCode strict = GeneratedCode.of(Documents.ofSchemas("Pet", schemas));
    assertEquals(
        "Expected a boolean but was NUMBER at path $.tame",
        assertThrows(JsonDataException.class, () -> strict.run(read)).getMessage());
  }

  @Test
  void deprecationIsPassedOn() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.get("/pets", "deprecated: true", "{$ref: '#/components/schemas/Old'}"),
                """
                Old:
                  type: object
                  deprecated: true
                  properties:
                    name: {type: string, deprecated: true, nullable: true}
                    size: {$ref: '#/components/schemas/OldSize'}
                    either: {$ref: '#/components/schemas/OldUnion'}
                OldSize: {type: string, enum: [a], deprecated: true}
                OldUnion:
                  deprecated: true
                  oneOf: [{type: string}, {type: integer}]
                """));
    String source = code.source("model/Old.java");
    assertTrue(
        source.contains("@Deprecated\n@SuppressWarnings(\"deprecation\")\npublic final class Old "),
        source);
    assertTrue(source.contains("  @Deprecated\n  public @Nullable String name() {"), source);
    assertTrue(source.contains("    @Deprecated\n    public Builder name("), source);
    assertTrue(
        code.source("model/OldSize.java").contains("@Deprecated\npublic final class OldSize "));
    String api = code.source("api/PetsApi.java");
    assertTrue(api.contains("  @Deprecated\n  @GET(\"pets\")"), api);
  }

  @Test
  void deprecatedSchemaCanBeUsedByOthers() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.get("/pets", "", "{$ref: '#/components/schemas/Fresh'}")
                    + Documents.operation(
                        "get /old", "getOld", Documents.json("{$ref: '#/components/schemas/Old'}")),
                """
                Old: {type: object, deprecated: true, properties: {name: {type: string}}}
                Fresh:
                  type: object
                  properties:
                    old: {$ref: '#/components/schemas/Old'}
                    either: {$ref: '#/components/schemas/Either'}
                Either: {oneOf: [{$ref: '#/components/schemas/Old'}, {type: integer}]}
                """));
    assertEquals(
        "{\"old\":{\"name\":\"a\"}}",
        code.run("return roundTrip(Fresh.class, \"{\\\"old\\\":{\\\"name\\\":\\\"a\\\"}}\");"));
  }

  @Test
  void schemaMayBeNamedLikeAQueryThatDoesNotExist() {
    assertEquals(
        "GetPetsOptions[a=1]",
        GeneratedCode.of(
                Documents.ofSchemas(
                    "GetPetsOptions",
                    "GetPetsOptions: {type: object, properties: {a: {type: integer}}}"))
            .run("return GetPetsOptions.builder().a(1L).build().toString();"));
  }

  @Test
  void buildTellsOfAnExceptionOnlyWhereItThrowsOne() {
    String throwing = "@throws IllegalStateException if a required property is not set";
    String none = pet("{type: object, properties: {a: {type: integer}}}").source("model/Pet.java");
    assertTrue(!none.contains(throwing), none);
    String one =
        pet("{type: object, required: [a], properties: {a: {type: integer}}}")
            .source("model/Pet.java");
    assertTrue(one.contains(throwing), one);
  }
}
