package dev.specwright.generator;

import static dev.specwright.generator.Refusals.assertRefused;
import static dev.specwright.generator.Refusals.operation;
import static dev.specwright.generator.Refusals.parameter;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * What cannot be expressed is refused, with the place and the remedy: operations and parameters.
 */
final class RefusalTest {
  @Test
  void operationWithoutId() throws IOException {
    assertRefused(
        "paths./pets.get: has no operationId. Add one; it becomes the Java method.",
        Documents.of("/pets: {get: {tags: [Pets], responses: {'204': {description: Done.}}}}"));
  }

  @Test
  void operationIdsThatDifferInCaseOnly() throws IOException {
    assertRefused(
        "paths./b.get.operationId: \"getPET\" has the same Java method as paths./a.get."
            + " Rename one of them.",
        Documents.of(
            Documents.operation("get /a", "getPet", Documents.NO_CONTENT)
                + Documents.operation("get /b", "getPET", Documents.NO_CONTENT)));
  }

  @Test
  void operationIdsThatAreOneMethod() throws IOException {
    assertRefused(
        "paths./b.get.operationId: \"get_pet\" has the same Java method as paths./a.get."
            + " Rename one of them.",
        Documents.of(
            Documents.operation("get /a", "getPet", Documents.NO_CONTENT)
                + Documents.operation("get /b", "get_pet", Documents.NO_CONTENT)));
  }

  @Test
  void operationIdThatEveryObjectHas() throws IOException {
    for (String id : new String[] {"toString", "hashCode", "getClass", "notify", "to_string"}) {
      assertRefused(
          "paths./pets.get.operationId: \""
              + id
              + "\" is a method that every object of Java has. Rename it.",
          Documents.of(Documents.operation("get /pets", id, Documents.NO_CONTENT)));
    }
  }

  @Test
  void operationIdWithoutLatinLetters() throws IOException {
    for (String id : new String[] {"\u65e5\u672c", "_", "--"}) {
      assertRefused(
          "paths./pets.get.operationId: \""
              + id
              + "\" has no letter that a Java method is named by. Write it with Latin letters.",
          Documents.of(Documents.operation("get /pets", id, Documents.NO_CONTENT)));
    }
  }

  @Test
  void pathWithMoreThanAPath() throws IOException {
    for (String path : new String[] {"/pets?x=1", "/pets#x", "/pets/{}"}) {
      assertRefused(
          "paths."
              + path
              + ": is more than a path, or has a parameter without a name. Describe what comes"
              + " after ? as parameters, and leave out what comes after #.",
          Documents.of(Documents.operation("get " + path, "getPets", Documents.NO_CONTENT)));
    }
  }

  @Test
  void headerThatCannotBe() throws IOException {
    for (String name : new String[] {"X Y", "X-\u00e9", "'X:'"}) {
      assertRefused(
          "paths./pets.get.parameters."
              + name.replace("'", "")
              + ": has a name that no header has. Use letters, digits and hyphens.",
          parameter("{name: " + name + ", in: header, schema: {type: string}}"));
    }
  }

  @Test
  void referencesToNothing() throws IOException {
    String remedy = ", which is not in the document. Describe it, or refer to what is there.";
    assertRefused(
        "paths./pets.get.parameters: refers to #/components/parameters/X" + remedy,
        parameter("{$ref: '#/components/parameters/X'}"));
    assertRefused(
        "paths./pets.post.requestBody: refers to #/components/requestBodies/X" + remedy,
        operation("requestBody: {$ref: '#/components/requestBodies/X'}\n" + Documents.NO_CONTENT));
    assertRefused(
        "paths./pets.post.responses.200: refers to #/components/responses/X" + remedy,
        operation("responses: {'200': {$ref: '#/components/responses/X'}}"));
    assertRefused(
        "paths./pets.post.responses.204.X-A: refers to #/components/headers/X" + remedy,
        operation(
            "responses: {'204': {description: D, headers: {X-A: {$ref:"
                + " '#/components/headers/X'}}}}"));
  }

  @Test
  void operationWithTwoTags() throws IOException {
    assertRefused(
        "paths./pets.get.tags: must be exactly one, since a tag is a Java interface."
            + " Give the operation one tag.",
        Documents.of(
            "/pets: {get: {operationId: a, tags: [Pets, Dogs],"
                + " responses: {'204': {description: Done.}}}}"));
  }

  @Test
  void operationWithoutTag() throws IOException {
    assertRefused(
        "paths./pets.get.tags: must be exactly one, since a tag is a Java interface."
            + " Give the operation one tag.",
        Documents.of("/pets: {get: {operationId: a, responses: {'204': {description: Done.}}}}"));
  }

  @Test
  void tagsThatAreOneInterface() throws IOException {
    for (String tag : new String[] {"pet toys", "pet_toys", "PetToys", "petTOYS"}) {
      assertRefused(
          "paths./b.get.tags: \""
              + tag
              + "\" has the same Java interface as the tag \"petToys\". Rename one of them.",
          Documents.of(
              """
              /a: {get: {operationId: a, tags: [petToys], responses: {'204': {description: Done.}}}}
              /b: {get: {operationId: b, tags: [%s], responses: {'204': {description: Done.}}}}
              """
                  .formatted(tag)));
    }
  }

  @Test
  void operationWithoutSuccess() throws IOException {
    assertRefused(
        "paths./pets.post.responses: has no 2xx answer. Describe what a success looks like.",
        operation("responses: {'400': {description: Bad.}}"));
  }

  @Test
  void severalSuccesses() throws IOException {
    assertRefused(
        "paths./pets.post.responses: has the 2xx answers [200, 204]."
            + " Describe the one that clients should expect.",
        operation("responses: {'200': {description: OK.}, '204': {description: Done.}}"));
  }

  @Test
  void securityThatIsNotDescribed() throws IOException {
    assertRefused(
        "paths./pets.post.security: names \"basic\", which is no security scheme."
            + " Describe it under components.securitySchemes.",
        operation("security: [{basic: []}]\n" + Documents.NO_CONTENT));
  }

  @Test
  void colonNextToAParameter() throws IOException {
    for (String path : new String[] {"/{id}:feed", "/pets:feed/{id}"}) {
      assertRefused(
          "paths."
              + path
              + ": has a colon in its first segment and a parameter, which would be read as another"
              + " URL. Move the last segment of the server's URL to the front of the path.",
          Documents.of(
              Documents.operation(
                  "post " + path,
                  "feed",
                  "parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
                      + Documents.NO_CONTENT)));
    }
  }

  @Test
  void pathParameterThatRetrofitDoesNotTake() throws IOException {
    for (String name : new String[] {"pet.id", "_id", "1", "id\u00e9"}) {
      assertRefused(
          "paths./pets/{%1$s}.get.parameters.%1$s: has a name that Retrofit does not take in a path."
                  .formatted(name)
              + " Begin it with a letter, and use letters, digits, _ and - only; it is not sent.",
          Documents.of(
              Documents.operation(
                  "get /pets/{" + name + "}",
                  "getPet",
                  "parameters: [{name: '%s', in: path, required: true, schema: {type: string}}]\n"
                          .formatted(name)
                      + Documents.NO_CONTENT)));
    }
  }

  @Test
  void pathParameterThatIsNotInThePath() throws IOException {
    assertRefused(
        "paths./pets.get.parameters.id: is in the path, which has no {id}. Add it to the path, or"
            + " leave the parameter out.",
        parameter("{name: id, in: path, required: true, schema: {type: string}}"));
  }

  @Test
  void serversOfAPathOrAnOperation() throws IOException {
    String end =
        ".servers: are other servers than those of the document, and a client calls one. Describe"
            + " what they offer in a document of its own.";
    String servers = "servers: [{url: https://other.example}]\n";
    assertRefused("paths./pets.post" + end, operation(servers + Documents.NO_CONTENT));
    assertRefused(
        "paths./pets" + end,
        Documents.of(
            "/pets:\n  "
                + servers
                + "  get: {operationId: a, tags: [Pets], responses: {'204': {description:"
                + " Done.}}}"));
  }

  @Test
  void callbacks() throws IOException {
    assertRefused(
        "paths./pets.post.callbacks: are calls that the service makes. Describe them in"
            + " x-webhooks.",
        operation(
            "callbacks: {sold: {'{$request.query.url}': {post: {responses: {'204': {description:"
                + " Done.}}}}}}\n"
                + Documents.NO_CONTENT));
  }

  // ---- parameters

  @Test
  void reservedCharacters() throws IOException {
    assertRefused(
        "paths./pets.get.parameters.q: has allowReserved, and clients encode reserved characters."
            + " Leave it out; a service decodes them.",
        parameter("{name: q, in: query, allowReserved: true, schema: {type: string}}"));
  }

  @Test
  void cookie() throws IOException {
    assertRefused(
        "paths./pets.get.parameters.session: is a cookie, and Retrofit has no place for one."
            + " Describe it as a header parameter, or leave it to an OkHttp CookieJar.",
        parameter("{name: session, in: cookie, schema: {type: string}}"));
  }

  @Test
  void cookieOfThePathItem() throws IOException {
    assertRefused(
        "paths./pets.get.parameters.session: is a cookie, and Retrofit has no place for one."
            + " Describe it as a header parameter, or leave it to an OkHttp CookieJar.",
        Documents.of(
            """
            /pets:
              parameters: [{name: session, in: cookie, schema: {type: string}}]
              get: {operationId: a, tags: [Pets], responses: {'204': {description: Done.}}}
            """));
  }

  @Test
  void styleWithoutAnEncoder() throws IOException {
    for (String style : new String[] {"deepObject", "pipeDelimited", "spaceDelimited"}) {
      assertRefused(
          "paths./pets.get.parameters.filter: has style "
              + style
              + ". Use style form or simple, or content application/json.",
          parameter(
              "{name: filter, in: query, style: "
                  + style
                  + ", schema: {type: array, items: {type: string}}}"));
    }
  }

  @Test
  void objectAsAParameter() throws IOException {
    for (String schema :
        new String[] {
          "{$ref: '#/components/schemas/Filter'}",
          "{type: object, properties: {a: {type: string}}}",
          "{type: object, additionalProperties: {type: string}}",
          "{type: array, items: {$ref: '#/components/schemas/Filter'}}",
          "{type: array, items: {type: array, items: {type: string}}}",
          "{oneOf: [{type: string}, {type: array, items: {type: string}}]}",
          "{anyOf: [{type: string}, {type: object}]}",
          "{type: array, items: {oneOf: [{type: string}, {description: Anything.}]}}",
          "{description: Anything.}"
        }) {
      assertRefused(
          "paths./pets.get.parameters.filter: is not a single value or a list of them."
              + " Use content application/json.",
          parameter("{name: filter, in: query, schema: " + schema + "}"));
    }
  }

  @Test
  void unionOfAMarkedShape() throws IOException {
    for (String shape :
        new String[] {
          "{type: integer, enum: [0, 1], x-boolean: true}",
          "{type: string, x-date-format: dd.MM.yyyy}"
        }) {
      String union = "{oneOf: [" + shape + ", {type: number}]}";
      for (String schema : new String[] {union, "{type: array, items: " + union + "}"}) {
        assertRefused(
            "paths./pets.get.parameters.filter: is a union of a shape with x-boolean or"
                + " x-date-format. Use content application/json.",
            parameter("{name: filter, in: query, schema: " + schema + "}"));
      }
    }
  }

  @Test
  void contentOfAnotherType() throws IOException {
    assertRefused(
        "paths./pets.get.parameters.filter: has content of type [text/csv]."
            + " Use application/json, or a schema.",
        parameter("{name: filter, in: query, content: {text/csv: {schema: {type: string}}}}"));
  }

  @Test
  void requiredListAsJson() throws IOException {
    assertRefused(
        "paths./pets.get.parameters.ids: is a list as one JSON text, which Retrofit would send"
            + " element by element. Make it an optional query parameter.",
        parameter(
            "{name: ids, in: query, required: true,"
                + " content: {application/json: {schema: {type: array, items: {type: string}}}}}"));
  }

  @Test
  void jsonTextOfNoSchema() throws IOException {
    String message =
        "paths./pets.get.parameters.where: has x-json-text \"Nothing\", which is no schema."
            + " Name a schema of components.schemas.";
    assertRefused(
        message,
        parameter(
            "{name: where, in: query,"
                + " schema: {type: array, items: {type: string, x-json-text: Nothing}}}"));
    assertRefused(
        message,
        parameter("{name: where, in: query, schema: {type: string, x-json-text: Nothing}}"));
  }

  @Test
  void parametersThatAreOneInJava() throws IOException {
    assertRefused(
        "paths./pets.get.a_b: has the same Java name as \"a-b\": aB. Give one of them an"
            + " x-java-name.",
        parameter(
            """
            {name: a-b, in: query, schema: {type: string}}
            - {name: a_b, in: query, schema: {type: string}}
            """));
    assertRefused(
        "paths./pets.get.a_b: has the same Java name as \"a-b\": aB. Give one of them an"
            + " x-java-name.",
        parameter(
            """
            {name: a-b, in: query, required: true, schema: {type: string}}
            - {name: a_b, in: header, required: true, schema: {type: string}}
            """));
  }

  @Test
  void argumentThatIsNamedAsTheOptions() throws IOException {
    assertRefused(
        "paths./pets.get.options: has the same Java name as \"the options\": options. Give one of"
            + " them an x-java-name.",
        parameter(
            """
            {name: options, in: header, required: true, schema: {type: string}}
            - {name: limit, in: query, schema: {type: integer}}
            """));
  }

  @Test
  void credentialInTheQuery() throws IOException {
    assertRefused(
        "paths./pets.get.parameters.token: carries a credential in the query."
            + " Describe it as a security scheme.",
        parameter("{name: token, in: query, x-credential: token, schema: {type: string}}"));
  }

  @Test
  void credentialInAPartOfASegment() throws IOException {
    for (String path : new String[] {"/a-{secret}/b", "/{secret}.json"}) {
      assertRefused(
          "paths."
              + path
              + ".get: has the credential {secret} in a part of a segment."
              + " Only a whole path segment can be a credential.",
          Documents.of(
              Documents.operation(
                  "get " + path,
                  "getPets",
                  """
                  parameters:
                    - {name: secret, in: path, required: true, x-credential: s, schema: {type: string}}
                  """
                      + Documents.NO_CONTENT)));
    }
  }

  // ---- the document

  @Test
  void securitySchemeThatClientsCannotSend() throws IOException {
    String document =
        Documents.of(
                Documents.operation("get /pets", "getPets", Documents.NO_CONTENT),
                "Pet: {type: object}")
            + "  securitySchemes:\n    login: ";
    for (String scheme :
        new String[] {
          "{type: oauth2, flows: {clientCredentials: {tokenUrl: https://a.example, scopes: {}}}}",
          "{type: openIdConnect, openIdConnectUrl: https://a.example}",
          "{type: apiKey, in: cookie, name: session}",
          "{type: http, scheme: digest}"
        }) {
      assertRefused(
          "components.securitySchemes.login: is of a kind that clients cannot send."
              + " Use apiKey in a header or query, or http basic or bearer.",
          document + scheme + "\n");
    }
  }

  @Test
  void headersOfAnAnswerThatAreOneMethod() throws IOException {
    assertRefused(
        "paths./pets.post.responses.headers.x_total: has the same Java name as \"X-Total\": xTotal."
            + " Describe one of them.",
        operation(
            """
            responses:
              '204':
                description: Done.
                headers:
                  X-Total: {schema: {type: integer}}
                  x_total: {schema: {type: integer}}
            """));
  }
}
