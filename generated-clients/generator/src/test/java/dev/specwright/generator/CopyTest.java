package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A model never changes, whatever its maker does with what was given to the builder. */
final class CopyTest extends ServerTest {
  private static final GeneratedCode CODE =
      GeneratedCode.of(
          Documents.of(
              Documents.get(
                  "/pets",
                  """
                  parameters:
                    - name: filter
                      in: query
                      content: {application/json: {schema: {type: object, additionalProperties: {type: array, items: {type: integer}}}}}
                  """,
                  "{$ref: '#/components/schemas/Pet'}"),
              """
              Pet:
                type: object
                additionalProperties: true
                properties:
                  names: {type: array, items: {type: string}}
                  unique: {type: array, uniqueItems: true, items: {type: array, items: {type: integer}}}
                  grid: {type: array, items: {type: array, items: {type: integer}}}
                  maps: {type: object, additionalProperties: {type: array, items: {type: object, additionalProperties: {type: string}}}}
                  any: {}
                  free: {type: object}
                  union: {$ref: '#/components/schemas/Either'}
              Either:
                oneOf:
                  - {type: array, items: {type: array, items: {type: integer}}}
                  - {type: object, additionalProperties: {type: array, items: {type: integer}}}
              """));

  private static final String LISTS =
      """
      List<Long> inner = new ArrayList<>(List.of(1L));
      List<List<Long>> outer = new ArrayList<>(List.of(inner));
      Map<String, String> texts = new HashMap<>(Map.of("a", "b"));
      List<Map<String, String>> maps = new ArrayList<>(List.of(texts));
      Map<String, List<Long>> map = new HashMap<>(Map.of("k", inner));
      Map<String, Object> any = new HashMap<>(Map.of("k", inner));
      """;

  private static final String CHANGES =
      """
      inner.add(2L);
      outer.add(List.of());
      texts.put("c", "d");
      maps.clear();
      map.clear();
      any.clear();
      """;

  @Test
  void collectionsAreCopiedWithAllThatIsInThem() {
    assertEquals(
        "true true"
            + " {\"names\":[\"a\"],\"unique\":[[1]],\"grid\":[[1]],\"maps\":{\"k\":[{\"a\":\"b\"}]},"
            + "\"any\":{\"k\":[1]},\"free\":{\"k\":[1]},\"union\":[[1]],\"more\":[[1]]}",
        CODE.run(
            LISTS
                + """
                List<String> names = new ArrayList<>(List.of("a"));
                Pet.Builder builder =
                    Pet.builder()
                        .names(names)
                        .unique(Set.of(inner))
                        .grid(outer)
                        .maps(Map.of("k", maps))
                        .any(any)
                        .free(any)
                        .union(Either.of(outer))
                        .additionalProperty("more", outer);
                Pet pet = builder.build();
                int hash = pet.hashCode();
                String before = json(Pet.class, pet);
                names.add("b");
                """
                + CHANGES
                + """
                return (hash == pet.hashCode())
                    + " " + before.equals(json(Pet.class, pet.toBuilder().build()))
                    + " " + json(Pet.class, pet);
                """));
  }

  @Test
  void unionsCopyTheirValue() {
    assertEquals(
        "[[1]] {k=[1]} {k=[1]}",
        CODE.run(
            LISTS
                + """
                Either list = Either.of(outer);
                Either object = Either.of(map);
                Either unknown = new Either.Unknown(any);
                """
                + CHANGES
                + "return list.value() + \" \" + object.value() + \" \" + unknown.value();"));
  }

  @Test
  void collectionsCannotBeChanged() {
    assertEquals(
        "7 refused",
        CODE.run(
            LISTS
                + """
                Pet pet =
                    Pet.builder().grid(outer).maps(Map.of("k", maps)).free(any).build();
                Pet decoded = read(Pet.class, json(Pet.class, pet));
                List<Runnable> changes =
                    List.of(
                        () -> pet.grid().add(inner),
                        () -> pet.grid().get(0).add(1L),
                        () -> pet.grid().get(0).remove(0),
                        () -> pet.maps().get("k").get(0).put("a", "c"),
                        () -> pet.free().clear(),
                        () -> decoded.grid().get(0).set(0, 2L),
                        () -> decoded.maps().get("k").get(0).remove("a"));
                int refused = 0;
                for (Runnable change : changes) {
                  try {
                    change.run();
                  } catch (UnsupportedOperationException e) {
                    refused++;
                  }
                }
                return refused + " refused";
                """));
  }

  @Test
  void queryObjectsCopyTheirValues() throws Exception {
    call(
        CODE,
        LISTS
            + "PetsApi.GetPetsOptions query = PetsApi.GetPetsOptions.builder().filter(map).build();"
            + CHANGES
            + "return api(PetsApi.class).getPets(query).execute();");
    assertEquals("GET /pets?filter=%7B%22k%22%3A%5B1%5D%7D", sent());
  }
}
