package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Unions outside JSON: only their value is sent. */
final class UnionArgumentTest extends ServerTest {
  private static final String SCHEMAS =
      """
      Id: {oneOf: [{type: string}, {type: integer}]}
      Price: {anyOf: [{type: number}, {$ref: '#/components/schemas/Size'}]}
      Size: {type: string, enum: [small]}
      """;

  @Test
  void parametersAreSentAsTheirValue() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /pets/{id}",
                    "getPet",
                    """
                    parameters:
                      - {name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
                      - {name: ids, in: query, required: true, schema: {type: array, items: {$ref: '#/components/schemas/Id'}}}
                      - {name: joined, in: query, explode: false, schema: {type: array, items: {$ref: '#/components/schemas/Id'}}}
                      - {name: price, in: query, schema: {$ref: '#/components/schemas/Price'}}
                      - {name: X-Id, in: header, schema: {$ref: '#/components/schemas/Id'}}
                    """
                        + Documents.NO_CONTENT),
                SCHEMAS));
    call(
        code,
        """
        PetsApi.GetPetOptions options =
            PetsApi.GetPetOptions.builder()
                .xId(Id.of(7L))
                .joined(List.of(Id.of("b"), Id.of(3L)))
                .price(Price.of(new BigDecimal("1E+3")))
                .build();
        return api(PetsApi.class)
            .getPet(Id.of("a"), List.of(Id.of(1L), Id.of("c")), options)
            .fetch();
        """);
    var request = server.takeRequest();
    assertEquals("/pets/a?ids=1&ids=c&joined=b%2C3&price=1000", request.getTarget());
    assertEquals("7", request.getHeaders().get("X-Id"));
    call(
        code,
        """
        PetsApi.GetPetOptions options =
            PetsApi.GetPetOptions.builder().price(Price.of(Size.SMALL)).build();
        return api(PetsApi.class).getPet(Id.of("a"), List.of(), options).fetch();
        """);
    assertEquals("GET /pets/a?price=small", sent());
  }

  @Test
  void partsAreSentAsTheirValue() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "post /pets",
                    "addPet",
                    """
                    requestBody:
                      content:
                        multipart/form-data:
                          schema:
                            type: object
                            required: [id]
                            properties: {id: {$ref: '#/components/schemas/Id'}}
                    """
                        + Documents.NO_CONTENT),
                SCHEMAS));
    call(code, "return api(PetsApi.class).addPet(Id.of(5L)).fetch();");
    assertEquals("5", sent().split("\r\n\r\n", 2)[1].split("\r\n", 2)[0]);
  }

  @Test
  void shapeThatIsNotListedIsNotSent() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "get /pets",
                    "getPets",
                    """
                    parameters:
                      - {name: id, in: query, required: true, schema: {$ref: '#/components/schemas/Id'}}
                    """
                        + Documents.NO_CONTENT),
                SCHEMAS));
    assertEquals(
        "Expected a single value but found a list, an object or null. Send one of the shapes"
            + " that the document lists.",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    code.run(
                        "return api(PetsApi.class)"
                            + ".getPets(read(Id.class, \"[1]\")).request();"))
            .getMessage());
  }
}
