package dev.specwright.generator;

import static dev.specwright.generator.Refusals.assertRefused;
import static dev.specwright.generator.Refusals.body;
import static dev.specwright.generator.Refusals.operation;
import static dev.specwright.generator.Refusals.parameter;
import static dev.specwright.generator.Refusals.schemas;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Bodies and answers that are refused. */
final class BodyRefusalTest {
  @Test
  void twoMediaTypes() throws IOException {
    assertRefused(
        "paths./pets.post.requestBody: offers the media types [application/json, text/plain]."
            + " Describe the one that clients should send.",
        operation(
            """
            requestBody:
              content:
                application/json: {schema: {type: string}}
                text/plain: {schema: {type: string}}
            """
                + Documents.NO_CONTENT));
  }

  @Test
  void bodyOfAMethodWithoutOne() throws IOException {
    for (String method : new String[] {"get", "head"}) {
      assertRefused(
          "paths./pets.%s.requestBody: is the body of a %s, and HTTP clients send none with that."
                  .formatted(method, method.toUpperCase(Locale.ROOT))
              + " Describe it as parameters, or use another method.",
          Documents.of(
              Documents.operation(
                  method + " /pets",
                  "findPets",
                  "requestBody: {content: {application/json: {schema: {type: string}}}}\n"
                      + Documents.NO_CONTENT)));
    }
  }

  @Test
  void bodyThatMayBeLeftOut() throws IOException {
    for (String type : new String[] {"application/json", "text/csv", "multipart/form-data"}) {
      assertRefused(
          "paths./pets.post.requestBody: may be left out, and Retrofit always sends the body of a"
              + " method. Make it required.",
          operation(
              """
              requestBody:
                required: false
                content:
                  %s: {schema: {type: object, properties: {a: {type: string}}}}
              %s
              """
                  .formatted(type, Documents.NO_CONTENT)));
    }
  }

  @Test
  void multipartWithoutProperties() throws IOException {
    for (String schema : new String[] {"{type: object}", "{type: string}", "{}"}) {
      assertRefused(
          "paths./pets.post.requestBody: is a multipart body without properties. Describe its parts"
              + " as properties.",
          body("multipart/form-data", schema));
    }
  }

  @Test
  void answerOfSeveralMediaTypes() throws IOException {
    for (String type : new String[] {"text/csv", "application/hal+json", "text/javascript"}) {
      assertRefused(
          "paths./pets.post.responses: offer the media types [application/json, "
              + type
              + "]. Describe the one that clients should expect.",
          operation(
              """
              responses:
                '200':
                  description: The answer.
                  content:
                    application/json: {schema: {type: string}}
                    %s: {schema: {type: string}}
              """
                  .formatted(type)));
    }
  }

  @Test
  void multipartOfAnotherType() throws IOException {
    for (String type : new String[] {"multipart/mixed", "multipart/related"}) {
      assertRefused(
          "paths./pets.post.requestBody: is "
              + type
              + ", and Retrofit sends parts as multipart/form-data only. Describe it as that, or as"
              + " bytes of a type that is not multipart.",
          body(type, "{type: object, properties: {a: {type: string}}}"));
    }
  }

  @Test
  void bytesInsideJsonOrAText() throws IOException {
    String end =
        ": is binary inside JSON or a text. Use format byte, which is base64, or a part of a"
            + " multipart body.";
    String file = "{type: string, format: binary}";
    String list = "{type: array, items: " + file + "}";
    assertRefused("paths./pets.post.requestBody" + end, body("application/json", list));
    assertRefused(
        "components.schemas.createPet_request.a" + end,
        body("application/x-www-form-urlencoded", "{type: object, properties: {a: " + file + "}}"));
    assertRefused("paths./pets.post.responses" + end, operation(Documents.json(list)));
    for (String schema : new String[] {file, list}) {
      assertRefused(
          "paths./pets.get.parameters.a" + end,
          parameter("{name: a, in: query, schema: " + schema + "}"));
    }
    for (String schema :
        new String[] {file, list, "{type: object, additionalProperties: " + list + "}"}) {
      assertRefused(
          "components.schemas.Pet.a" + end,
          schemas("Pet: {type: object, properties: {a: " + schema + "}}"));
    }
    assertRefused(
        "components.schemas.Pet_a" + end,
        schemas("Pet: {type: object, properties: {a: {oneOf: [{type: integer}, " + file + "]}}}"));
  }

  @Test
  void formWithoutProperties() throws IOException {
    assertRefused(
        "paths./pets.post.requestBody: is a form without properties."
            + " Describe its fields as properties.",
        body("application/x-www-form-urlencoded", "{type: object}"));
  }

  @Test
  void reservedCharactersInAForm() throws IOException {
    assertRefused(
        "paths./pets.post.requestBody.a: has allowReserved, and clients encode reserved characters."
            + " Leave it out; a service decodes them.",
        operation(
            """
            requestBody:
              content:
                application/x-www-form-urlencoded:
                  schema: {type: object, properties: {a: {type: string}}}
                  encoding: {a: {allowReserved: true}}
            """
                + Documents.NO_CONTENT));
  }

  @Test
  void formPropertyWithoutAWayToWriteIt() throws IOException {
    for (String schema :
        new String[] {
          "{type: array, items: {type: string}}",
          "{type: object, properties: {b: {type: string}}}",
          "{oneOf: [{type: string}, {type: array, items: {type: string}}]}",
          "{}"
        }) {
      assertRefused(
          "paths./pets.post.requestBody.a: is not a single value, and encoding does not say how to"
              + " write it. Give it contentType application/json or style deepObject.",
          body(
              "application/x-www-form-urlencoded",
              "{type: object, properties: {a: " + schema + "}}"));
    }
  }

  @Test
  void credentialInAJsonBody() throws IOException {
    String schema = "{type: object, properties: {token: {type: string, x-credential: t}}}";
    for (String type : new String[] {"application/json", "multipart/form-data"}) {
      assertRefused(
          "paths./pets.post.requestBody.token: carries a credential in a body of "
              + type
              + ". Only a form body can carry one.",
          body(type, schema));
    }
  }

  @Test
  void multipartPropertyWithoutAWayToWriteIt() throws IOException {
    String message =
        "paths./pets.post.requestBody.meta: is not a file, a single value or JSON of an object, nor"
            + " a list of files or objects. Describe it as one of these, or as a form body of"
            + " another media type.";
    for (String schema :
        new String[] {
          "{type: array, items: {type: string}}",
          "{type: array, items: {type: array, items: {type: object}}}"
        }) {
      assertRefused(
          message,
          body("multipart/form-data", "{type: object, properties: {meta: " + schema + "}}"));
    }
    assertRefused(
        message,
        operation(
            """
            requestBody:
              content:
                multipart/form-data:
                  schema: {type: object, properties: {meta: {type: object}}}
                  encoding: {meta: {contentType: application/xml}}
            """
                + Documents.NO_CONTENT));
  }

  // ---- answers

  @Test
  void envelopeMemberThatIsNotThere() throws IOException {
    assertRefused(
        "paths./pets.get.x-envelope: names \"data\", which is no property of the answer."
            + " Name the property with the value.",
        Documents.of(
            Documents.get(
                "/pets",
                "x-envelope: {data: data}",
                "{type: object, properties: {value: {type: string}}}")));
  }

  private static String page(String pagination) {
    return Documents.of(
        Documents.get(
            "/pets",
            """
            x-pagination: %s
            parameters:
              - {name: from, in: query, schema: {type: integer}}
            """
                .formatted(pagination),
            "{$ref: '#/components/schemas/PetPage'}"),
        """
        PetPage:
          type: object
          properties:
            pets: {type: array, items: {type: string}}
            count: {type: integer}
            next_id: {type: integer, x-java-name: nextId}
        """);
  }

  @Test
  void paginationOfAnotherStyle() throws IOException {
    assertRefused(
        "paths./pets.get.x-pagination: has style page. Use offset or cursor.",
        page("{style: page, parameter: from}"));
  }

  @Test
  void paginationParameterThatIsNotThere() throws IOException {
    String message =
        "paths./pets.get.x-pagination: names \"page\", which is no query parameter of the"
            + " operation. Name one.";
    assertRefused(message, page("{style: offset, parameter: page}"));
    assertRefused(message, page("{style: offset, parameter: from, limit: page}"));
  }

  @Test
  void pageWithoutRows() throws IOException {
    assertRefused(
        "paths./pets.get.x-pagination: names \"rows\", which is no property of the answer."
            + " Name one.",
        page("{style: offset, parameter: from, items: rows}"));
    assertRefused(
        "paths./pets.get.x-pagination: names \"count\" as items, which is no array."
            + " Name the property with the rows.",
        page("{style: offset, parameter: from, items: count}"));
    assertRefused(
        "paths./pets.get.x-pagination: names \"more\", which is no property of the answer."
            + " Name one.",
        page("{style: cursor, parameter: from, items: pets, next: more}"));
  }

  @Test
  void pagesOfOneSchemaByOtherMembers() throws IOException {
    String page =
        """
        x-pagination: {style: offset, parameter: offset, items: %s}
        parameters: [{name: offset, in: query, schema: {type: integer}}]
        """;
    String answer = Documents.json("{$ref: '#/components/schemas/Both'}");
    assertRefused(
        "paths./toys.get.x-pagination: pages Both by other members than paths./pets.get does."
            + " Name the same \"items\" and \"next\", or answer with a schema of its own.",
        Documents.of(
            Documents.operation("get /pets", "listPets", page.formatted("pets") + answer)
                + Documents.operation("get /toys", "listToys", page.formatted("toys") + answer),
            """
            Both:
              type: object
              properties:
                pets: {type: array, items: {type: string}}
                toys: {type: array, items: {type: string}}
            """));
  }

  @Test
  void pageThatIsNoNamedObject() throws IOException {
    assertRefused(
        "paths./pets.get.x-pagination: has \"items\", but the answer is no named object."
            + " Make the answer a schema of components.schemas, or leave \"items\" out for a list.",
        Documents.of(
            Documents.get(
                "/pets",
                "x-pagination: {style: offset, parameter: a, items: pets}",
                "{type: array, items: {type: string}}")));
  }

  @Test
  void pageWhosePropertyHidesItsMethod() throws IOException {
    assertRefused(
        "components.schemas.PetPage.x-pagination: has the same Java name as \"rows\": rows."
            + " Give one of them an x-java-name.",
        Documents.of(
            Documents.get(
                "/pets",
                """
                x-pagination: {style: offset, parameter: from, items: rows}
                parameters:
                  - {name: from, in: query, schema: {type: integer}}
                """,
                "{$ref: '#/components/schemas/PetPage'}"),
            "PetPage: {type: object, properties: {rows: {type: array, items: {type: string}}}}"));
  }
}
