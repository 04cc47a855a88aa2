package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** {@code x-webhooks}. */
final class WebhookTest {
  private static final String SCHEMAS =
      """
      PetSold: {type: object, properties: {price: {type: number}, to: {$ref: '#/components/schemas/Owner'}}}
      Anything: {type: object, additionalProperties: true}
      Lists: {type: array, items: {$ref: '#/components/schemas/OwnerList'}}
      OwnerList: {type: array, items: {$ref: '#/components/schemas/Owner'}}
      Owners: {type: object, additionalProperties: {$ref: '#/components/schemas/Owner'}}
      Text: {type: string}
      Old: {type: object, deprecated: true, properties: {name: {type: string}}}
      Owner: {type: object, properties: {name: {type: string}}}
      """;

  private static String document(String webhooks) {
    return Documents.of(Documents.operation("get /pets", "getPets", Documents.NO_CONTENT), SCHEMAS)
        + """
          parameters:
            Signature: {name: X-Signature, in: header, required: true, schema: {type: string}}
        """
        + "x-webhooks:\n"
        + webhooks.indent(2);
  }

  private static String webhook(String name, String content) {
    return """
    %s:
      post:
        summary: A pet was "sold"
        x-section: Webhooks
        parameters:
          - $ref: '#/components/parameters/Signature'
          - {name: X-Try, in: header, schema: {type: integer}}
          - {name: q, in: query, schema: {type: integer}}
        requestBody:
          content: %s
    """
        .formatted(name, content);
  }

  @Test
  void webhooksAreListedWithPayloadAndHeaders() {
    GeneratedCode code =
        GeneratedCode.of(
            document(
                webhook(
                        "petSold",
                        "{application/json: {schema: {$ref: '#/components/schemas/PetSold'}}}")
                    + webhook(
                        "pets-sold",
                        "{application/cloudevents+json: {schema: {type: array, items: {$ref:"
                            + " '#/components/schemas/PetSold'}}}}")));
    assertEquals(
        "petSold POST [X-Signature, X-Try], pets-sold POST [X-Signature, X-Try]",
        code.run(
            """
            return ApiWebhooks.ALL.stream()
                .map(each -> each.name() + " " + each.method() + " " + each.headers())
                .collect(java.util.stream.Collectors.joining(", "));
            """));
    assertEquals(
        "PetSold[price=1.50, to=Owner[name=Ana]] [PetSold[price=2]]",
        code.run(
            """
            PetSold sold =
                ApiWebhooks.PET_SOLD
                    .adapter(moshi)
                    .fromJson("{\\"price\\":1.50,\\"to\\":{\\"name\\":\\"Ana\\"}}");
            List<PetSold> all = ApiWebhooks.PETS_SOLD.adapter(moshi).fromJson("[{\\"price\\":2}]");
            return sold + " " + all;
            """));
    assertEquals(
        true,
        code.source("api/ApiWebhooks.java")
            .contains("A pet was \"sold\".\n   *\n   * <p>Vendor's page: Webhooks.\n"));
  }

  @Test
  void payloadOfAnyMembersIsAMap() {
    GeneratedCode code =
        GeneratedCode.of(
            document(
                webhook(
                    "petSold",
                    "{application/json: {schema: {$ref: '#/components/schemas/Anything'}}}")));
    assertEquals(
        "{a=1, b=[null]}",
        code.run(
            """
            Map<String, Object> payload =
                ApiWebhooks.PET_SOLD.adapter(moshi).fromJson("{\\"a\\":1,\\"b\\":[null]}");
            return String.valueOf(payload);
            """));
  }

  @Test
  void namedListsAndMapsAreOfTheirType() {
    GeneratedCode code =
        GeneratedCode.of(
            document(
                webhook(
                        "list",
                        "{application/json: {schema: {$ref: '#/components/schemas/Lists'}}}")
                    + webhook(
                        "map",
                        "{application/json: {schema: {$ref: '#/components/schemas/Owners'}}}")));
    assertEquals(
        "[[Owner[name=Ana]]] {a=Owner[name=Ana]}",
        code.run(
            """
            List<List<Owner>> lists =
                ApiWebhooks.LIST.adapter(moshi).fromJson("[[{\\"name\\":\\"Ana\\"}]]");
            Map<String, Owner> owners =
                ApiWebhooks.MAP.adapter(moshi).fromJson("{\\"a\\":{\\"name\\":\\"Ana\\"}}");
            return lists + " " + owners;
            """));
  }

  @Test
  void deprecatedWebhookOrPayloadCompiles() {
    GeneratedCode code =
        GeneratedCode.of(
            document(
                webhook("old", "{application/json: {schema: {$ref: '#/components/schemas/Old'}}}")
                    + webhook(
                            "older",
                            "{application/json: {schema: {$ref: '#/components/schemas/Owner'}}}")
                        .replace("post:\n", "post:\n    deprecated: true\n")));
    String source = code.source("api/ApiWebhooks.java");
    assertEquals(
        true, source.contains("@SuppressWarnings(\"deprecation\")\npublic final class"), source);
    assertEquals(
        true,
        source.contains("  @Deprecated\n  public static final Webhook<Owner> OLDER ="),
        source);
  }

  @Test
  void documentWithoutWebhooksHasNoList() {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(Documents.operation("get /pets", "getPets", Documents.NO_CONTENT)));
    assertFalse(code.paths().contains("api/ApiWebhooks.java"));
  }

  @Test
  void payloadWithoutAClassIsRefused() throws Exception {
    assertEquals(
        "x-webhooks.petSold.post.requestBody: is of no named schema. Give the payload a schema of"
            + " components.schemas, or a list of one.",
        GeneratedCode.refusalOf(
            document(webhook("petSold", "{application/json: {schema: {type: object}}}"))));
    assertEquals(
        "x-webhooks.petSold.post.requestBody: is of no named schema. Give the payload a schema of"
            + " components.schemas, or a list of one.",
        GeneratedCode.refusalOf(
            document(
                webhook(
                    "petSold",
                    "{application/json: {schema: {$ref: '#/components/schemas/Text'}}}"))));
    assertEquals(
        "x-webhooks.petSold.post.requestBody: is no JSON. Describe content of application/json, at"
            + " this place.",
        GeneratedCode.refusalOf(
            document(webhook("petSold", "{text/plain: {schema: {type: string}}}"))));
  }

  @Test
  void webhooksThatAreOneConstantAreRefused() throws Exception {
    String content = "{application/json: {schema: {$ref: '#/components/schemas/PetSold'}}}";
    assertEquals(
        "x-webhooks.pet-sold: has the same Java name as \"petSold\": PET_SOLD. Rename one of"
            + " them.",
        GeneratedCode.refusalOf(
            document(webhook("petSold", content) + webhook("pet-sold", content))));
  }

  @Test
  void webhookWithoutANameIsRefused() throws Exception {
    assertEquals(
        "x-webhooks.: has no name. Give it one.",
        GeneratedCode.refusalOf(
            document(
                webhook(
                    "''",
                    "{application/json: {schema: {$ref: '#/components/schemas/PetSold'}}}"))));
  }

  @Test
  void webhookOfTwoMethodsIsRefused() throws Exception {
    assertEquals(
        "x-webhooks.petSold: has the methods [put, post]. Describe the one that is used.",
        GeneratedCode.refusalOf(document("petSold: {post: {}, put: {}}")));
  }
}
