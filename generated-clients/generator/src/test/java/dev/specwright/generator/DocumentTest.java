package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DocumentTest extends ServerTest {
  private static final String SHOP =
      """
      openapi: 3.0.3
      info: {title: Pet "shop" & more, version: '1.2'}
      servers:
        - url: https://{account}.example.com/v1
          variables: {account: {default: demo}}
      security: [{basic: [], clientId: []}, {basic: [], clientIdQuery: []}]
      x-error: {code: /error/code, message: /error/message}
      tags: [{name: Pets, description: All about `pets`.}]
      paths:
        /{secret}/pets/{id}:
          get:
            operationId: getPet
            tags: [Pets]
            parameters:
              - {name: secret, in: path, required: true, x-credential: shopSecret, schema: {type: string}}
              - {name: id, in: path, required: true, x-sensitive: true, schema: {type: string}}
              - {name: callback, in: query, x-jsonp: true, schema: {type: string}}
            responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
        /pets:
          post:
            operationId: createPet
            tags: [Pets]
            security: [{bearer: []}, {}]
            x-idempotent: true
            responses: {'204': {description: Done.}}
          put:
            operationId: setPets
            tags: [Pets]
            security: []
            responses: {'204': {description: Done.}}
      x-webhooks:
        petSold:
          post:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/PetSold'}}}}
      components:
        securitySchemes:
          basic: {type: http, scheme: basic}
          bearer: {type: http, scheme: bearer}
          clientId: {type: apiKey, in: header, name: X-Client-Id}
          clientIdQuery: {type: apiKey, in: query, name: client_id}
        schemas:
          Pet: {type: object, properties: {name: {type: string}}}
          PetSold: {type: object, properties: {pet: {$ref: '#/components/schemas/SoldPet'}}}
          SoldPet: {type: object, properties: {price: {type: number}}}
          Unused: {type: object, properties: {a: {$ref: '#/components/schemas/UnusedToo'}}}
          UnusedToo: {type: object, properties: {b: {type: string}}}
      """;

  private static final Set<String> ORDERED = Set.of("paths", "properties", "x-webhooks");

  private static final GeneratedCode CODE = GeneratedCode.of(SHOP);

  @Test
  void descriptionHoldsWhatTheDocumentSaysOfTheApi() {
    assertEquals(
        "Pet \"shop\" & more 1.2 https://{account}.example.com/v1 {account=demo} false",
        CODE.run(
            """
                return description.title() + " " + description.version()
                    + " " + description.server() + " " + description.serverVariables()
                    + " " + description.lenient();
                """));
  }

  @Test
  void securitySchemesSayWhereTheyGo() {
    assertEquals(
        "basic BASIC Authorization, bearer BEARER Authorization, clientId HEADER X-Client-Id,"
            + " clientIdQuery QUERY client_id",
        CODE.run(
            """
                return description.securitySchemes().values().stream()
                    .map(s -> s.name() + " " + s.kind() + " " + s.parameter())
                    .sorted()
                    .collect(java.util.stream.Collectors.joining(", "));
                """));
  }

  @Test
  void operationsCarryTheirFacts() {
    assertEquals(
        """
        createPet POST pets [[bearer], []] true [] Optional.empty
        getPet GET {secret}/pets/{id} [[basic, clientId], [basic, clientIdQuery]] true [id, secret] Optional[callback]
        setPets PUT pets [] true [] Optional.empty
        """,
        CODE.run(
            """
                return description.operations().stream()
                    .sorted(Comparator.comparing(Operation::id))
                    .map(o -> o.id() + " " + o.method() + " " + o.path() + " " + o.security()
                        + " " + o.idempotent() + " " + new TreeSet<>(o.sensitive())
                        + " " + o.jsonp() + "\\n")
                    .collect(java.util.stream.Collectors.joining());
                """));
  }

  @Test
  void credentialInThePathIsLeftToTheClient() throws Exception {
    assertEquals(
        "Pet[name=Rex] shopSecret PATH secret",
        call(
            CODE,
            "{\"name\":\"Rex\"}",
            """
            ApiCall<Pet> call = api(PetsApi.class).getPet("7");
            ApiOperation.Credential credential = call.operation().credentials().get(0);
            return call.fetch() + " " + credential.name() + " " + credential.in()
                + " " + credential.parameter();
            """));
    assertEquals("GET /%7Bsecret%7D/pets/7", sent());
  }

  @Test
  void schemasThatNothingUsesAreDropped() {
    assertEquals(
        List.of(
            "api/ApiDocument.java",
            "api/ApiWebhooks.java",
            "api/PetsApi.java",
            "api/package-info.java",
            "model/GeneratedAdapters.java",
            "model/Pet.java",
            "model/PetJsonAdapter.java",
            "model/PetSold.java",
            "model/PetSoldJsonAdapter.java",
            "model/SoldPet.java",
            "model/SoldPetJsonAdapter.java",
            "model/package-info.java"),
        CODE.paths());
  }

  @Test
  void payloadsOfWebhooksAreModels() {
    assertEquals(
        "PetSold[pet=SoldPet[price=1.50]]",
        String.valueOf(
            CODE.run("return read(PetSold.class, \"{\\\"pet\\\":{\\\"price\\\":1.50}}\");")));
  }

  @Test
  void serverMayHaveManyVariables() {
    StringBuilder variables = new StringBuilder();
    for (int i = 0; i < 12; i++) variables.append("v%d: {default: d%d}, ".formatted(i, i));
    String document =
        Documents.of(Documents.operation("get /pets", "getPets", Documents.NO_CONTENT))
            + "servers: [{url: 'https://{v0}.example.com', variables: {"
            + variables
            + "}}]\n";
    assertEquals(
        "12 d11",
        GeneratedCode.of(document)
            .run(
                "return description.serverVariables().size() + \" \""
                    + " + description.serverVariables().get(\"v11\");"));
  }

  @Test
  void orderOfTheDocumentsMapsMeansNothing() throws Exception {
    // Operations, properties and webhooks stay as the document has them, for readers.
    ObjectMapper yaml = new YAMLMapper();
    String reversed = yaml.writeValueAsString(reversed("", yaml.readTree(SHOP)));
    assertEquals(GeneratedCode.sources(SHOP), GeneratedCode.sources(reversed));
  }

  private static JsonNode reversed(String name, JsonNode node) {
    if (!(node instanceof ObjectNode object)) return node;
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (!ORDERED.contains(name)) Collections.reverse(names);
    ObjectNode result = object.objectNode();
    names.forEach(each -> result.set(each, reversed(each, object.get(each))));
    return result;
  }

  @Test
  void annotationsAreReadThroughRetrofitsInvocation() throws Exception {
    assertEquals(
        "getPet [id, secret] Path GET",
        call(
            CODE,
            "{}",
            """
            var call = api(PetsApi.class).getPet("7");
            call.execute();
            var method = call.request().tag(retrofit2.Invocation.class).method();
            ApiOperation operation = method.getAnnotation(ApiOperation.class);
            return operation.id()
                + " " + new TreeSet<>(List.of(operation.sensitive()))
                + " " + method.getParameterAnnotations()[0][0].annotationType().getSimpleName()
                + " " + method.getAnnotation(retrofit2.http.GET.class).annotationType().getSimpleName();
            """));
  }

  @Test
  void twoRunsAreIdentical() throws Exception {
    assertEquals(GeneratedCode.sources(SHOP), GeneratedCode.sources(SHOP));
  }

  @Test
  void sourcesAreFormattedAndImportOnlyWhatTheyUse() throws Exception {
    for (Map.Entry<String, String> file : GeneratedCode.sources(SHOP).entrySet()) {
      String source = file.getValue();
      assertEquals(
          new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(source)),
          source,
          file.getKey());
      assertTrue(!source.contains("\n\n\n"), file.getKey());
    }
  }

  @Test
  void documentWithoutServersSecurityOrSchemasIsEnough() {
    assertEquals(
        "/ {} {} null",
        GeneratedCode.of(
                Documents.of(Documents.operation("get /pets", "getPets", Documents.NO_CONTENT)))
            .run(
                """
                return description.server() + " " + description.serverVariables()
                    + " " + description.securitySchemes() + " " + description.errorShape();
                """));
  }
}
