package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What cannot be expressed is refused, with the place and the remedy. */
final class RefusalTest {
  private static void assertRefused(String message, String document) throws IOException {
    assertEquals(message, GeneratedCode.refusalOf(document));
  }

  private static String parameter(String parameter) {
    return Documents.of(
        Documents.operation(
            "get /pets",
            "listPets",
            "parameters:\n" + ("- " + parameter).indent(2) + Documents.NO_CONTENT),
        "Filter: {type: object, properties: {a: {type: string}}}");
  }

  private static String operation(String rest) {
    return Documents.of(Documents.operation("post /pets", "createPet", rest));
  }

  private static String body(String mediaType, String schema) {
    return operation(
        """
        requestBody:
          content:
            %s: {schema: %s}
        %s
        """
            .formatted(mediaType, schema, Documents.NO_CONTENT));
  }

  private static String schemas(String schemas) {
    return Documents.ofSchemas("Pet", schemas);
  }

  // ---- limits

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

  // ---- operations

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

  // ---- parameters

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
            - {name: a_b, in: header, schema: {type: string}}
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

  // ---- bodies

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
  void formWithoutProperties() throws IOException {
    assertRefused(
        "paths./pets.post.requestBody: is a form without properties."
            + " Describe its fields as properties.",
        body("application/x-www-form-urlencoded", "{type: object}"));
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

  // ---- schemas

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
        "components.schemas.ListPetsQuery: has the same Java class as the query of listPets."
            + " Rename one of them.",
        Documents.of(
            Documents.operation(
                "get /pets",
                "listPets",
                "parameters: [{name: a, in: query, schema: {type: string}}]\n"
                    + Documents.json("{$ref: '#/components/schemas/ListPetsQuery'}")),
            "ListPetsQuery: {type: object, properties: {b: {type: string}}}"));
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
  void unionWithPropertiesOfItsOwn() throws IOException {
    assertRefused(
        "components.schemas.Pet: is a union and has properties of its own, which would get lost."
            + " Move them into the shapes.",
        union(
            "{type: object, properties: {c: {type: string}},"
                + " oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}"));
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
}
