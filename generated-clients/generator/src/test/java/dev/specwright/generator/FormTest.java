package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FormTest extends ServerTest {
  private static String post(String operationId, String schema, String encoding) {
    return Documents.operation(
        "post /" + operationId,
        operationId,
        """
        requestBody:
          required: true
          content:
            application/x-www-form-urlencoded:
              schema: {$ref: '#/components/schemas/%s'}
              encoding: %s
        %s
        """
            .formatted(schema, encoding, Documents.NO_CONTENT));
  }

  private String decoded() throws InterruptedException {
    return URLDecoder.decode(sent(), StandardCharsets.UTF_8);
  }

  @Test
  void propertiesArePlainOrJsonText() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                post(
                    "createPet",
                    "NewPet",
                    "{owner: {contentType: application/json},"
                        + " nick: {contentType: application/json}}"),
                """
                NewPet:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string}
                    nick: {type: string, nullable: true}
                    owner: {$ref: '#/components/schemas/Owner'}
                    age: {type: number}
                    born: {type: integer, format: unix-time}
                    tame: {type: integer, enum: [0, 1], x-boolean: true}
                Owner:
                  type: object
                  properties:
                    name: {type: string}
                    pets: {type: array, items: {type: integer}}
                """));
    call(
        code,
        """
        return api(PetsApi.class)
            .createPet(
                NewPet.builder()
                    .name("R&D")
                    .nick("Rex")
                    .owner(Owner.builder().name("Ann").pets(List.of(1L, 2L)).build())
                    .age(new BigDecimal("0.1000000000000000055"))
                    .born(Instant.ofEpochSecond(9007199254740993L))
                    .tame(true)
                    .build())
            .fetch();
        """);
    assertEquals(
        "POST /createPet\n"
            + "name=R&D&nick=\"Rex\"&owner={\"name\":\"Ann\",\"pets\":[1,2]}"
            + "&age=0.1000000000000000055&born=9007199254740993&tame=1",
        decoded());
    call(code, "return api(PetsApi.class).createPet(NewPet.builder().name(\"\").build()).fetch();");
    assertEquals("POST /createPet\nname=", decoded());
  }

  @Test
  void rootOfADeepObjectIsOnlyAPrefix() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                post("createTicket", "TicketForm", "{ticket: {style: deepObject, explode: true}}"),
                """
                TicketForm:
                  type: object
                  required: [ticket]
                  properties:
                    ticket: {$ref: '#/components/schemas/Ticket'}
                Ticket:
                  type: object
                  additionalProperties: true
                  properties:
                    name: {type: string}
                    assigned_to: {type: array, items: {type: integer}}
                    steps:
                      type: array
                      items: {$ref: '#/components/schemas/Step'}
                Step: {type: object, properties: {id: {type: integer}}}
                """));
    call(
        code,
        """
        return api(PetsApi.class)
            .createTicket(
                Ticket.builder()
                    .name("New")
                    .assignedTo(List.of(7L, 8L))
                    .steps(List.of(Step.builder().id(1L).build()))
                    .additionalProperty("f3", "x")
                    .additionalProperty("f4", List.of("a", "b"))
                    .build())
            .fetch();
        """);
    assertEquals(
        "POST /createTicket\n"
            + "ticket[name]=New&ticket[assigned_to][0]=7&ticket[assigned_to][1]=8"
            + "&ticket[steps][0][id]=1&ticket[f3]=x&ticket[f4][0]=a&ticket[f4][1]=b",
        decoded());
    assertTrue(!code.paths().contains("model/TicketForm.java"), code.paths()::toString);
  }

  @Test
  void credentialsInTheFormAreAnnotatedAndNotPassed() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                post("createPet", "NewPet", "{name: {contentType: application/json}}")
                    + post("createDog", "NewPet", "{name: {contentType: application/json}}"),
                """
                NewPet:
                  type: object
                  required: [name, token]
                  properties:
                    token: {type: string, x-credential: petToken}
                    name: {type: string}
                    pin: {type: string, x-sensitive: true}
                """));
    call(
        code,
        "return api(PetsApi.class)"
            + ".createPet(NewPet.builder().name(\"Rex\").pin(\"1\").build()).fetch();");
    assertEquals("POST /createPet\nname=\"Rex\"&pin=1", decoded());
    for (String operation : new String[] {"createPet", "createDog"}) {
      assertEquals(
          operation + " FORM petToken token [pin, token]",
          code.run(
              """
              Operation operation =
                  description.operations().stream()
                      .filter(o -> o.id().equals("%s"))
                      .findFirst()
                      .get();
              ApiOperation.Credential credential = operation.credentials().get(0);
              return operation.id()
                  + " " + credential.in() + " " + credential.name() + " " + credential.parameter()
                  + " " + new TreeSet<>(operation.sensitive());
              """
                  .formatted(operation)));
    }
  }

  @Test
  void formOfNothingButACredentialHasNoArgument() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "delete /pets/{id}",
                    "deletePet",
                    """
                    parameters:
                      - {name: id, in: path, required: true, schema: {type: integer}}
                    requestBody:
                      content:
                        application/x-www-form-urlencoded:
                          schema: {$ref: '#/components/schemas/TokenForm'}
                    """
                        + Documents.NO_CONTENT),
                """
                TokenForm:
                  type: object
                  required: [token]
                  properties:
                    token: {type: string, x-credential: petToken}
                """));
    call(code, "return api(PetsApi.class).deletePet(5L).fetch();");
    assertEquals("DELETE /pets/5", sent());
    String source = code.source("api/PetsApi.java");
    assertTrue(
        source.contains("@HTTP(method = \"DELETE\", path = \"pets/{id}\", hasBody = true)"),
        source);
  }

  @Test
  void bodyMayBeShared() throws Exception {
    String operation =
        """
        requestBody: {$ref: '#/components/requestBodies/Pet'}
        """
            + Documents.NO_CONTENT;
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                    Documents.operation("post /cats", "createCat", operation)
                        + Documents.operation("post /dogs", "createDog", operation),
                    "Pet: {type: object, properties: {name: {type: string}}}")
                + """
                  requestBodies:
                    Pet:
                      content:
                        application/x-www-form-urlencoded:
                          schema: {$ref: '#/components/schemas/Pet'}
                          encoding: {name: {contentType: application/json}}
                """);
    String snippet = "return api(PetsApi.class).%s(Pet.builder().name(\"Tom\").build()).fetch();";
    call(code, snippet.formatted("createCat"));
    assertEquals("POST /cats\nname=\"Tom\"", decoded());
    call(code, snippet.formatted("createDog"));
    assertEquals("POST /dogs\nname=\"Tom\"", decoded());
  }

  @Test
  void jsonBodyIsSentAsJson() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "put /pets",
                    "setPet",
                    """
                    requestBody:
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                    """
                        + Documents.NO_CONTENT),
                "Pet: {type: object, properties: {name: {type: string}}}"));
    call(code, "return api(PetsApi.class).setPet(Pet.builder().name(\"Tom\").build()).fetch();");
    assertEquals("PUT /pets\n{\"name\":\"Tom\"}", sent());
  }
}
