package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that the document does not allow are not sent. */
final class ValidationTest extends ServerTest {
  /** Runs {@code call}, which ends in a call to make, and returns what is wrong, line by line. */
  private String violations(GeneratedCode code, String call) {
    Object found =
        code.run(
            server.url("/"),
            """
            try {
              %s.execute();
              return "sent";
            } catch (InvalidRequestException e) {
              StringBuilder text = new StringBuilder();
              for (Violation each : e.violations()) text.append(each).append('\\n');
              return text.toString();
            }
            """
                .formatted(call));
    assertEquals(0, server.getRequestCount());
    return String.valueOf(found);
  }

  /** Runs {@code call}, which has to be sent, and returns what was. */
  private String sentBy(GeneratedCode code, String call) throws InterruptedException {
    call(code, "return " + call + ".fetch();");
    return sent();
  }

  private static GeneratedCode withBody(String schemas) {
    return GeneratedCode.of(
        Documents.of(
            Documents.operation("post /pets", "createPet", body("application/json", "Pet", "{}")),
            schemas));
  }

  private static String body(String type, String schema, String encoding) {
    return """
    requestBody:
      required: true
      content:
        %s:
          schema: {$ref: '#/components/schemas/%s'}
          encoding: %s
    %s
    """
        .formatted(type, schema, encoding, Documents.NO_CONTENT);
  }

  private static GeneratedCode withParameters(String path, String parameters) {
    return GeneratedCode.of(
        Documents.of(
            Documents.operation(
                "get " + path,
                "listPets",
                "parameters:\n" + parameters.indent(2) + Documents.NO_CONTENT),
            """
            Name: {type: string, maxLength: 3}
            Size: {type: string, enum: [small, large]}
            Filter: {type: object, properties: {name: {$ref: '#/components/schemas/Name'}}}
            """));
  }

  // ---- rules

  private static final String PET =
      """
      Pet:
        type: object
        properties:
          least: {type: integer, minimum: 1}
          most: {type: number, maximum: 9.5}
          above: {type: integer, format: int32, minimum: 0, exclusiveMinimum: true}
          below: {type: number, format: double, maximum: 1, exclusiveMaximum: true}
          step: {type: number, multipleOf: 0.1}
          born: {type: integer, format: unix-time, minimum: 10}
          short: {type: string, maxLength: 2}
          long: {type: string, minLength: 2}
          code: {type: string, pattern: '^[A-Z]{2}$'}
          few: {type: array, maxItems: 1, items: {type: integer}}
          many: {type: array, minItems: 2, items: {type: integer}}
          different: {type: array, uniqueItems: true, items: {type: number}}
          size: {type: string, enum: [small, large]}
          number: {type: integer, enum: [1, 2]}
          id: {type: string, readOnly: true}
          tags: {type: object, maxProperties: 1, additionalProperties: {type: string}}
      """;

  @Test
  void everyRuleIsChecked() {
    assertEquals(
        """
        Expected at least 1 in body.least but found 0. Send a larger number.
        Expected at most 9.5 in body.most but found 9.51. Send a smaller number.
        Expected more than 0 in body.above but found 0. Send a larger number.
        Expected less than 1 in body.below but found 1. Send a smaller number.
        Expected a multiple of 0.1 in body.step but found 0.25. Send a multiple.
        Expected at least 10 in body.born but found 9. Send a larger number.
        Expected at most 2 characters in body.short but found 3 characters: "abc". Shorten it.
        Expected at least 2 characters in body.long but found 1 character: "\uD83D\uDE00". Lengthen it.
        Expected a match of ^[A-Z]{2}$ in body.code but found "AB?". Send a text of this form.
        Expected at most 1 element in body.few but found 2. Leave some out.
        Expected at least 2 elements in body.many but found 0. Add some.
        Expected no element twice in body.different[1] but found one that was there before. Leave it out.
        Expected one of "small", "large" in body.size but found "huge". Send a value that the document lists.
        Expected one of "1", "2" in body.number but found "3". Send a value that the document lists.
        Expected nothing in body.id but found a value. Leave it out; it is read only.
        Expected at most 1 property in body.tags but found 2. Leave some out.
        """,
        violations(
            withBody(PET),
            """
            api(PetsApi.class).createPet(
                Pet.builder()
                    .least(0L).most(new BigDecimal("9.51")).above(0).below(1.0)
                    .step(new BigDecimal("0.25")).born(Instant.ofEpochSecond(9))
                    .short_("abc").long_("\uD83D\uDE00").code("AB\\n")
                    .few(List.of(1L, 2L)).many(List.of())
                    .different(Set.of(new BigDecimal("1.0"), new BigDecimal("1.00")))
                    .size(PetSize.of("huge")).number(PetNumber.of(3L)).id("7")
                    .tags(Map.of("a", "b", "c", "d"))
                    .build())
            """));
  }

  @Test
  void valuesAtTheLimitsAreSent() throws InterruptedException {
    assertEquals(
        "POST /pets\n"
            + "{\"least\":1,\"most\":9.50,\"above\":1,\"below\":0.99,\"step\":0.30,\"born\":10,"
            + "\"short\":\"\uD83D\uDE00\uD83D\uDE00\",\"long\":\"ab\",\"code\":\"AB\",\"few\":[1],"
            + "\"many\":[1,1],\"different\":[1,2],\"size\":\"large\",\"number\":2,"
            + "\"tags\":{\"a\":\"b\"}}",
        sentBy(
            withBody(PET),
            """
            api(PetsApi.class).createPet(
                Pet.builder()
                    .least(1L).most(new BigDecimal("9.50")).above(1).below(0.99)
                    .step(new BigDecimal("0.30")).born(Instant.ofEpochSecond(10))
                    .short_("\uD83D\uDE00\uD83D\uDE00").long_("ab").code("AB").few(List.of(1L))
                    .many(List.of(1L, 1L))
                    .different(new LinkedHashSet<>(List.of(BigDecimal.ONE, BigDecimal.valueOf(2))))
                    .size(PetSize.LARGE).number(PetNumber.of(2L)).tags(Map.of("a", "b"))
                    .build())
            """));
  }

  @Test
  void whatIsNotSetIsNotChecked() throws InterruptedException {
    assertEquals(
        "POST /pets\n{}",
        sentBy(withBody(PET), "api(PetsApi.class).createPet(Pet.builder().build())"));
  }

  @Test
  void numberOfPropertiesCountsWhatIsSent() {
    GeneratedCode code =
        withBody(
            """
            Pet:
              type: object
              minProperties: 2
              maxProperties: 3
              required: [name]
              additionalProperties: true
              properties:
                name: {type: string, nullable: true}
                nick: {type: string, nullable: true}
                age: {type: integer}
            """);
    assertEquals(
        "Expected at least 2 properties in body but found 1. Add some.\n",
        violations(code, "api(PetsApi.class).createPet(Pet.builder().build())"));
    assertEquals(
        "Expected at most 3 properties in body but found 4. Leave some out.\n",
        violations(
            code,
            "api(PetsApi.class).createPet(Pet.builder().nick(null).age(1L)"
                + ".additionalProperty(\"a\", 1).build())"));
  }

  @Test
  void requiredReadOnlyPropertyIsSentSinceNobodyCanLeaveItOut() throws InterruptedException {
    GeneratedCode code =
        withBody(
            """
            Pet:
              type: object
              required: [id]
              properties:
                id: {type: string, readOnly: true}
                nick: {type: string, nullable: true, readOnly: true}
            """);
    assertEquals(
        "Expected nothing in body.nick but found a value. Leave it out; it is read only.\n",
        violations(
            code, "api(PetsApi.class).createPet(Pet.builder().id(\"7\").nick(null).build())"));
    assertEquals(
        "POST /pets\n{\"id\":\"7\"}",
        sentBy(code, "api(PetsApi.class).createPet(Pet.builder().id(\"7\").build())"));
  }

  // ---- places

  @Test
  void parametersAreCheckedWhereverTheyGo() {
    GeneratedCode code =
        withParameters(
            "/pets/{id}",
            """
            - {name: id, in: path, required: true, schema: {type: integer, minimum: 1}}
            - {name: page, in: query, required: true, schema: {type: integer, maximum: 9}}
            - name: sizes
              in: query
              required: true
              explode: false
              schema: {type: array, maxItems: 1, items: {$ref: '#/components/schemas/Size'}}
            - {name: X-Lang, in: header, schema: {type: string, pattern: '^[a-z]+$'}}
            - {name: limit, in: query, schema: {type: integer, maximum: 100}}
            - name: 'name[]'
              in: query
              schema: {type: array, items: {$ref: '#/components/schemas/Name'}}
            - name: joined
              in: query
              explode: false
              schema: {type: array, minItems: 3, uniqueItems: true, items: {type: string}}
            - {name: inline, in: query, schema: {type: string, enum: [a, b]}}
            - name: inlines
              in: query
              schema: {type: array, items: {type: string, enum: [a, b]}}
            - name: filter
              in: query
              content: {application/json: {schema: {$ref: '#/components/schemas/Filter'}}}
            - name: raw
              in: query
              content: {application/json: {schema: {type: string, enum: [a, b]}}}
            - name: raws
              in: query
              content: {application/json: {schema: {type: array, items: {type: integer, enum: [1]}}}}
            - name: filters
              in: query
              schema: {type: array, items: {type: string, x-json-text: Filter}}
            """);
    assertEquals(
        """
        Expected at least 1 in path.id but found 0. Send a larger number.
        Expected at most 9 in query.page but found 10. Send a smaller number.
        Expected at most 1 element in query.sizes but found 2. Leave some out.
        Expected one of "small", "large" in query.sizes[1] but found "huge". Send a value that the document lists.
        Expected at most 100 in query.limit but found 101. Send a smaller number.
        Expected at most 3 characters in query.name[][1] but found 4 characters: "abcd". Shorten it.
        Expected at least 3 elements in query.joined but found 2. Add some.
        Expected no element twice in query.joined[1] but found one that was there before. Leave it out.
        Expected one of "a", "b" in query.inline but found "c". Send a value that the document lists.
        Expected one of "a", "b" in query.inlines[0] but found "c". Send a value that the document lists.
        Expected at most 3 characters in query.filter.name but found 5 characters: "abcde". Shorten it.
        Expected one of "a", "b" in query.raw but found "c". Send a value that the document lists.
        Expected one of 1 in query.raws[1] but found 2. Send a value that the document lists.
        Expected at most 3 characters in query.filters[0].name but found 5 characters: "abcde". Shorten it.
        Expected a match of ^[a-z]+$ in header.X-Lang but found "DE". Send a text of this form.
        """,
        violations(
            code,
            """
            api(PetsApi.class).listPets(
                0, 10, CommaSeparated.copyOf(List.of(Size.SMALL, Size.of("huge"))),
                PetsApi.ListPetsOptions.builder()
                    .xLang("DE").limit(101).name(List.of("abc", "abcd")).joined(List.of("a", "a"))
                    .inline(ListPetsInlineParameter.of("c"))
                    .inlines(List.of(ListPetsInlinesParameterInner.of("c")))
                    .filter(Filter.builder().name("abcde").build())
                    .raw("c").raws(List.of(1L, 2L))
                    .filters(List.of(Filter.builder().name("abcde").build()))
                    .build())
            """));
  }

  private static final String NESTED =
      """
      Pet:
        type: object
        properties:
          name: {$ref: '#/components/schemas/Name'}
          wrapped: {nullable: true, allOf: [{$ref: '#/components/schemas/Name'}]}
          owner: {$ref: '#/components/schemas/Owner'}
          toys: {type: array, items: {$ref: '#/components/schemas/Toy'}}
          friends:
            type: object
            additionalProperties: {$ref: '#/components/schemas/Pet'}
          names: {$ref: '#/components/schemas/Names'}
      Name: {type: string, maxLength: 3}
      Names: {type: array, maxItems: 1, items: {$ref: '#/components/schemas/Name'}}
      Owner:
        allOf:
          - {$ref: '#/components/schemas/Person'}
          - {type: object, properties: {age: {type: integer, minimum: 18}}}
      Person: {type: object, properties: {name: {$ref: '#/components/schemas/Name'}}}
      Toy:
        oneOf:
          - {type: string, maxLength: 4}
          - {$ref: '#/components/schemas/Ball'}
          - {type: array, maxItems: 1, items: {$ref: '#/components/schemas/Name'}}
      Ball: {type: object, properties: {size: {type: integer, maximum: 5}}}
      """;

  private static final String NESTED_PET =
      """
      Pet.builder()
          .name("abcd").wrapped("abcd").names(List.of("a", "abcd"))
          .owner(Owner.builder().name("abcd").age(17L).build())
          .toys(List.of(
              Toy.of("abcde"), Toy.of(Ball.builder().size(6L).build()), Toy.of(List.of("abcd")),
              new Toy.Unknown("anything")))
          .friends(Map.of("a.b", Pet.builder().name("abcd").build()))
          .build()
      """;

  private static final String NESTED_VIOLATIONS =
      """
      Expected at most 3 characters in body.name but found 4 characters: "abcd". Shorten it.
      Expected at most 3 characters in body.wrapped but found 4 characters: "abcd". Shorten it.
      Expected at most 3 characters in body.owner.name but found 4 characters: "abcd". Shorten it.
      Expected at least 18 in body.owner.age but found 17. Send a larger number.
      Expected at most 4 characters in body.toys[0] but found 5 characters: "abcde". Shorten it.
      Expected at most 5 in body.toys[1].size but found 6. Send a smaller number.
      Expected at most 3 characters in body.toys[2][0] but found 4 characters: "abcd". Shorten it.
      Expected at most 3 characters in body.friends.a.b.name but found 4 characters: "abcd". Shorten it.
      Expected at most 1 element in body.names but found 2. Leave some out.
      Expected at most 3 characters in body.names[1] but found 4 characters: "abcd". Shorten it.
      """;

  @Test
  void modelsListsMapsAndUnionsAreCheckedToTheirEnd() {
    assertEquals(
        NESTED_VIOLATIONS,
        violations(withBody(NESTED), "api(PetsApi.class).createPet(" + NESTED_PET + ")"));
  }

  @Test
  void formsAreCheckedAsTheirModels() {
    String form = "application/x-www-form-urlencoded";
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                        "post /php",
                        "createPhp",
                        body(form, "PhpForm", "{pet: {style: deepObject, explode: true}}"))
                    + Documents.operation(
                        "post /plain",
                        "createPlain",
                        body(form, "Plain", "{pet: {contentType: application/json}}")),
                NESTED
                    + """
                    PhpForm: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
                    Plain:
                      type: object
                      properties:
                        code: {type: string, pattern: '^a'}
                        pet: {$ref: '#/components/schemas/Pet'}
                    """));
    String violations = NESTED_VIOLATIONS.replace("body.", "body.pet.");
    assertEquals(violations, violations(code, "api(PetsApi.class).createPhp(" + NESTED_PET + ")"));
    assertEquals(
        "Expected a match of ^a in body.code but found \"b\". Send a text of this form.\n"
            + violations,
        violations(
            code,
            "api(PetsApi.class).createPlain(Plain.builder().code(\"b\").pet("
                + NESTED_PET
                + ").build())"));
  }

  @Test
  void partsOfMultipartAreChecked() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "post /files", "upload", body("multipart/form-data", "Upload", "{}")),
                """
                Upload:
                  type: object
                  required: [file]
                  properties:
                    file: {type: string, format: binary}
                    title: {type: string, maxLength: 3}
                    pin: {type: string, maxLength: 3, x-sensitive: true}
                    size: {type: string, enum: [small]}
                """));
    assertEquals(
        """
        Expected at most 3 characters in body.title but found 4 characters: "abcd". Shorten it.
        Expected at most 3 characters in body.pin but found 4 characters. Shorten it.
        Expected one of "small" in body.size but found "huge". Send a value that the document lists.
        """,
        violations(
            code,
            "api(PetsApi.class).upload(MultipartBody.Part.createFormData(\"file\", \"x\"),"
                + " PetsApi.UploadOptions.builder().title(\"abcd\").pin(\"1234\")"
                + ".size(UploadSize.of(\"huge\")).build())"));
  }

  @Test
  void listsAreBodiesToo() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "post /names",
                    "setNames",
                    """
                    requestBody:
                      required: true
                      content:
                        application/json:
                          schema:
                            type: array
                            maxItems: 1
                            items: {type: string, maxLength: 1}
                    """
                        + Documents.NO_CONTENT)));
    assertEquals(
        """
        Expected at most 1 element in body but found 2. Leave some out.
        Expected at most 1 character in body[1] but found 2 characters: "ab". Shorten it.
        """,
        violations(code, "api(PetsApi.class).setNames(List.of(\"a\", \"ab\"))"));
  }

  // ---- what is shown

  @Test
  void sensitiveValuesAreNotShown() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "post /pets/{key}",
                    "createPet",
                    "parameters:\n"
                        + "- {name: key, in: path, required: true, x-sensitive: true,"
                        + " schema: {type: string, pattern: '^a'}}\n"
                        + "- {name: pin, in: query, x-sensitive: true,"
                        + " schema: {type: integer, maximum: 9}}\n"
                        + body("application/json", "Pet", "{}")),
                """
                Pet:
                  type: object
                  properties:
                    secret: {type: string, maxLength: 3, x-sensitive: true}
                    size: {type: string, enum: [small], x-sensitive: true}
                    owner: {x-sensitive: true, allOf: [{$ref: '#/components/schemas/Owner'}]}
                    names:
                      type: object
                      x-sensitive: true
                      additionalProperties: {type: string, maxLength: 1}
                Owner: {type: object, properties: {name: {type: string, maxLength: 3}}}
                """));
    assertEquals(
        """
        Expected a match of ^a in path.key but found 6 characters that are none. Send a text of this form.
        Expected at most 3 characters in body.secret but found 6 characters. Shorten it.
        Expected one of "small" in body.size but found another value. Send a value that the document lists.
        Expected at most 3 characters in body.owner.name but found 6 characters. Shorten it.
        Expected at most 1 character in body.names.██ but found 6 characters. Shorten it.
        Expected at most 9 in query.pin but found a larger number. Send a smaller number.
        """,
        violations(
            code,
            """
            api(PetsApi.class).createPet(
                "secret",
                Pet.builder().secret("secret").size(PetSize.of("secret"))
                    .owner(Owner.builder().name("secret").build())
                    .names(Map.of("secret", "secret")).build(),
                PetsApi.CreatePetOptions.builder().pin(1234).build())
            """));
  }

  @Test
  void longValuesAreCut() {
    assertEquals(
        "Expected at most 2 characters in body.short but found 50 characters: \""
            + "x".repeat(40)
            + "...\". Shorten it.\n",
        violations(
            withBody(PET),
            "api(PetsApi.class).createPet(Pet.builder().short_(\"x\".repeat(50)).build())"));
  }

  // ---- ways to call

  @Test
  void everyWayToCallRefuses() {
    Object found =
        withBody(PET)
            .run(
                server.url("/"),
                """
                ApiCall<Void> call =
                    api(PetsApi.class).createPet(Pet.builder().least(0L).code("x").build());
                List<String> found = new ArrayList<>();
                try {
                  call.clone().fetch();
                } catch (ApiException e) {
                  found.add(e.getMessage());
                  found.add(e.getCause().getClass().getSimpleName());
                }
                try {
                  call.clone().fetchAsync().join();
                } catch (java.util.concurrent.CompletionException e) {
                  found.add(e.getCause().getMessage());
                }
                try {
                  call.clone().execute();
                } catch (java.io.IOException e) {
                  found.add(e.getMessage());
                }
                var failure = new java.util.concurrent.CompletableFuture<Throwable>();
                call.enqueue(
                    new retrofit2.Callback<Void>() {
                      @Override
                      public void onResponse(
                          retrofit2.Call<Void> c, retrofit2.Response<Void> response) {
                        failure.complete(new AssertionError("sent"));
                      }

                      @Override
                      public void onFailure(retrofit2.Call<Void> c, Throwable t) {
                        failure.complete(t);
                      }
                    });
                found.add(failure.join().getMessage());
                return found;
                """);
    String reason =
        "Expected at least 1 in body.least but found 0. Send a larger number."
            + " Expected a match of ^[A-Z]{2}$ in body.code but found \"x\"."
            + " Send a text of this form.";
    String message = "createPet: POST " + server.url("/pets") + " was not sent: " + reason;
    assertEquals(List.of(message, "InvalidRequestException", message, reason, reason), found);
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void answersAreNotChecked() throws InterruptedException {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "put /pets",
                    "setPet",
                    body("application/json", "Pet", "{}")
                        .replace(
                            Documents.NO_CONTENT,
                            Documents.json("{$ref: '#/components/schemas/Pet'}"))),
                PET));
    String json = "{\"least\":0,\"size\":\"huge\",\"id\":\"7\"}";
    assertEquals(
        """
        Pet[least=0, size=huge, id=7]
        Expected at least 1 in body.least but found 0. Send a larger number.\
         Expected one of "small", "large" in body.size but found "huge".\
         Send a value that the document lists.\
         Expected nothing in body.id but found a value. Leave it out; it is read only.\
        """,
        call(
            code,
            json,
            """
            Pet pet = api(PetsApi.class).setPet(Pet.builder().build()).fetch();
            try {
              return api(PetsApi.class).setPet(pet.toBuilder().build()).execute();
            } catch (InvalidRequestException e) {
              return pet + "\\n" + e.getMessage();
            }
            """));
    assertEquals("PUT /pets\n{}", sent());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void clientWithoutValidationSendsWhatItIsGiven() throws InterruptedException {
    call(
        withBody(PET),
        """
        return ApiRetrofit.create(
                %s, new okhttp3.OkHttpClient(), description, ApiException::new, false)
            .create(PetsApi.class)
            .createPet(Pet.builder().least(0L).build())
            .fetch();
        """
            .formatted("okhttp3.HttpUrl.get(\"" + server.url("/") + "\")"));
    assertEquals("POST /pets\n{\"least\":0}", sent());
  }

  // ---- the generated code

  @Test
  void onlyWhatIsSentAndLimitedHasAValidator() throws IOException {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "post /pets",
                    "createPet",
                    body("application/json", "Pet", "{}")
                        .replace(
                            Documents.NO_CONTENT,
                            Documents.json("{$ref: '#/components/schemas/Answer'}"))),
                """
                Pet:
                  type: object
                  properties:
                    plain: {$ref: '#/components/schemas/Plain'}
                    mother: {$ref: '#/components/schemas/Pet'}
                    size: {type: string, enum: [small]}
                Plain: {type: object, properties: {name: {type: string}}}
                Answer: {type: object, properties: {code: {type: string, pattern: '(a)\\1'}}}
                """));
    assertEquals(
        List.of(
            "model/GeneratedValidators.java",
            "model/PetSizeValidator.java",
            "model/PetValidator.java",
            "model/PetsApiValidator.java"),
        code.paths().stream().filter(path -> path.contains("Validator")).toList());
    assertEquals(
        """
        package generated.model;

        import dev.specwright.runtime.Rule;
        import dev.specwright.runtime.Rules;
        import dev.specwright.runtime.Violations;

        /** What the document asks of a {@link Pet} that is sent. */
        final class PetValidator {
          private static final Rule MOTHER = Rules.of(Pet.class, PetValidator::validate);
          private static final Rule SIZE = Rules.of(PetSize.class, PetSizeValidator::validate);

          private PetValidator() {}

          static void validate(Pet value, Violations violations) {
            violations.property("mother", value.mother(), MOTHER);
            violations.property("size", value.size(), SIZE);
          }
        }
        """,
        code.source("model/PetValidator.java"));
    assertEquals(
        """
        package generated.model;

        import dev.specwright.runtime.RequestArguments;
        import dev.specwright.runtime.Rule;
        import dev.specwright.runtime.Rules;

        /** What the document asks of the arguments of {@code PetsApi}. */
        final class PetsApiValidator {
          private static final Rule PET = Rules.of(Pet.class, PetValidator::validate);

          private PetsApiValidator() {}

          static void validate(RequestArguments request) {
            switch (request.operation()) {
              case "createPet" -> {
                request.check(0, "body", PET);
              }
              default -> {} // the document sets no limits
            }
          }
        }
        """,
        code.source("model/PetsApiValidator.java"));
  }

  private static String list(String operationId, int most) {
    return Documents.operation(
        "get /" + operationId,
        operationId,
        "parameters: [{name: limit, in: query, schema: {type: integer, maximum: %d}}]\n"
                .formatted(most)
            + Documents.NO_CONTENT);
  }

  @Test
  void parametersShareARuleWhereItIsOne() {
    String operations = list("listCats", 9) + list("listDogs", 9) + list("listFish", 7);
    assertEquals(
        List.of(
            "private static final Rule LIMIT = Rules.number().maximum(\"9\");",
            "private static final Rule LIST_FISH_LIMIT = Rules.number().maximum(\"7\");"),
        GeneratedCode.of(Documents.of(operations))
            .source("model/PetsApiValidator.java")
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("private static final"))
            .toList());
  }

  @Test
  void documentWithoutLimitsHasNoValidators() {
    GeneratedCode code = withBody("Pet: {type: object, properties: {name: {type: string}}}");
    assertEquals(
        List.of(), code.paths().stream().filter(path -> path.contains("Validator")).toList());
    assertFalse(code.source("api/ApiDocument.java").contains("Validator"));
  }

  @Test
  void deprecatedPropertiesAreCheckedWithoutAWarning() {
    assertEquals(
        "Expected at most 1 character in body.name but found 2 characters: \"ab\". Shorten it.\n",
        violations(
            withBody(
                "Pet: {type: object, deprecated: true,"
                    + " properties: {name: {type: string, maxLength: 1, deprecated: true}}}"),
            "api(PetsApi.class).createPet(Pet.builder().name(\"ab\").build())"));
  }

  @Test
  void documentationSaysTheLimitsOfParameters() {
    String source =
        withParameters(
                "/pets/{id}",
                """
                - {name: id, in: path, required: true, description: The pet., schema: {type: integer, minimum: 1}}
                - name: tags
                  in: query
                  description: Its tags.
                  schema: {type: array, minItems: 1, maxItems: 2, items: {type: string}}
                - {name: code, in: query, schema: {type: string, pattern: '^`\\d`$', maxLength: 1}}
                """)
            .source("api/PetsApi.java");
    assertEquals(
        """
           * @param id The pet. At least 1.
               * Its tags.
               *
               * <p>At least 1 element, at most 2 elements.
               * code
               *
               * <p>At most 1 character, matches <code>^`&#92;d`$</code>.
        """,
        source
            .lines()
            .filter(line -> line.matches(" +\\* (@param id|Its|<p>At|code).*| +\\*"))
            .filter(line -> !line.matches("   \\*"))
            .map(line -> line + "\n")
            .reduce("", String::concat));
  }
}
