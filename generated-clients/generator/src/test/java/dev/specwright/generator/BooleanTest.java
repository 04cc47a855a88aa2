package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code x-boolean}. */
final class BooleanTest extends ServerTest {
  private static final String FLAG = "{type: integer, enum: [0, 1], x-boolean: true}";
  private static final String PET =
      """
      Pet:
        type: object
        properties:
          tame: %s
          nights: {type: array, items: %s}
          tricks: {type: object, additionalProperties: {type: array, items: %s}}
          plain: {type: array, items: {type: boolean}}
      """
          .formatted(FLAG, FLAG, FLAG);
  private static final String JSON =
      "{\\\"tame\\\":1,\\\"nights\\\":[1,0],\\\"tricks\\\":{\\\"sit\\\":[0]},\\\"plain\\\":[true]}";

  @Test
  void itemsAndValuesAreWrittenAsNumbers() {
    GeneratedCode code = GeneratedCode.of(Documents.ofSchemas("Pet", PET));
    assertEquals(
        JSON.replace("\\\"", "\""), code.run("return roundTrip(Pet.class, \"" + JSON + "\");"));
    assertEquals(
        "[true, false] {sit=[false]}",
        code.run(
            """
            Pet pet = read(Pet.class, "%s");
            List<Boolean> nights = pet.nights();
            Map<String, List<Boolean>> tricks = pet.tricks();
            return nights + " " + tricks;
            """
                .formatted(JSON)));
  }

  @Test
  void emptyTextIsNoValueInALenientDocumentOnly() {
    String read =
        """
        try {
          Pet pet = read(Pet.class, "{\\"tame\\":\\"\\",\\"nights\\":[\\"1\\",\\"\\"]}");
          return pet.tame() + " " + pet.nights();
        } catch (JsonDataException e) {
          return e.getMessage();
        }
        """;
    assertEquals(
        "null [true, null]",
        GeneratedCode.of(Documents.ofSchemas("Pet", PET) + "x-lenient: true\n").run(read));
    assertEquals(
        "Expected true, false, 1 or 0 at $.tame",
        GeneratedCode.of(Documents.ofSchemas("Pet", PET)).run(read));
  }

  @Test
  void answersAndParametersMayBeListsOfThem() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.get(
                    "/pets",
                    """
                    parameters:
                      - {name: a, in: query, schema: {type: array, items: %s}}
                      - {name: b, in: query, explode: false, schema: {type: array, items: %s}}
                      - {name: c, in: query, required: true, schema: {type: array, items: %s}}
                      - {name: d, in: query, content: {application/json: {schema: {type: array, items: %s}}}}
                      - {name: e, in: query, required: true, content: {application/json: {schema: %s}}}
                    """
                        .formatted(FLAG, FLAG, FLAG, FLAG, FLAG),
                    "{type: array, items: " + FLAG + "}")));
    assertEquals(
        "[true, false]",
        call(
            code,
            "[1,0]",
            """
            List<Boolean> both = List.of(true, false);
            return api(PetsApi.class)
                .getPets(both, true, PetsApi.GetPetsOptions.builder().a(both).b(both).d(both).build())
                .fetch();
            """));
    assertEquals(
        "GET /pets?c=1&c=0&e=1&a=1&a=0&b=1,0&d=[1,0]",
        URLDecoder.decode(sent(), StandardCharsets.UTF_8));
  }
}
