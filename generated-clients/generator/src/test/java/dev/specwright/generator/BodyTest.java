package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

final class BodyTest extends ServerTest {
  private static GeneratedCode put(String mediaType, String schema) {
    return GeneratedCode.of(
        Documents.of(
            Documents.operation(
                "put /pets",
                "putPets",
                """
                requestBody:
                  required: true
                  content:
                    %s: {schema: %s}
                """
                        .formatted(mediaType, schema)
                    + Documents.NO_CONTENT),
            "Pet: {type: object, properties: {name: {type: string}}}"));
  }

  private String typeAndBody() throws InterruptedException {
    RecordedRequest request = server.takeRequest();
    return request.getHeaders().get("Content-Type") + " " + request.getBody().utf8();
  }

  @Test
  void jsonWithoutASchemaIsAnything() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "post /pets",
                    "addPet",
                    """
                    parameters:
                      - {name: q, in: query, content: {application/json: {}}}
                    requestBody: {required: true, content: {application/json: {}}}
                    """
                        + Documents.NO_CONTENT)));
    call(
        code,
        """
        PetsApi.AddPetOptions query = PetsApi.AddPetOptions.builder().q(List.of("a")).build();
        return api(PetsApi.class).addPet(Map.of("a", List.of(1)), query).fetch();
        """);
    assertEquals("POST /pets?q=%5B%22a%22%5D\n{\"a\":[1]}", sent());
  }

  @Test
  void jsonHasTheMediaTypeOfTheDocument() throws Exception {
    String pet = "return api(PetsApi.class).putPets(Pet.builder().name(\"Rex\").build()).fetch();";
    String schema = "{$ref: '#/components/schemas/Pet'}";
    call(put("application/merge-patch+json", schema), pet);
    assertEquals("application/merge-patch+json {\"name\":\"Rex\"}", typeAndBody());
    call(put("'application/json; charset=utf-8'", schema), pet);
    assertEquals("application/json; charset=utf-8 {\"name\":\"Rex\"}", typeAndBody());
  }

  @Test
  void textAndBytesAreSentAsTheyAre() throws Exception {
    String text =
        "return api(PetsApi.class).putPets(RequestBody.create(\"a;b\\n\", null)).fetch();";
    for (String type : new String[] {"text/csv", "text/plain", "application/octet-stream"}) {
      GeneratedCode code = put(type, "{type: string}");
      call(code, text);
      assertEquals(type + " a;b\n", typeAndBody());
      assertTrue(
          code.source("api/PetsApi.java")
              .contains("@param body what to send; sent as {@code " + type + "}"),
          code.source("api/PetsApi.java"));
    }
  }

  @Test
  void rangeOfMediaTypesIsLeftToTheCaller() throws Exception {
    call(
        put("image/*", "{type: string, format: binary}"),
        "return api(PetsApi.class)"
            + ".putPets(RequestBody.create(\"x\", okhttp3.MediaType.get(\"image/png\"))).fetch();");
    assertEquals("image/png x", typeAndBody().replace("; charset=utf-8", ""));
  }

  @Test
  void bodyOfBytesIsStreamed() throws Exception {
    call(
        put("application/octet-stream", "{type: string, format: binary}"),
        """
        RequestBody endless = new RequestBody() {
          @Override
          public okhttp3.MediaType contentType() {
            return null;
          }

          @Override
          public void writeTo(okio.BufferedSink sink) throws java.io.IOException {
            byte[] block = new byte[8192];
            for (int i = 0; i < 1000; i++) {
              sink.write(block);
              if (sink.getBuffer().size() > 100_000) throw new AssertionError("collected");
            }
          }
        };
        return api(PetsApi.class).putPets(endless).fetch();
        """);
    RecordedRequest request = server.takeRequest();
    assertEquals(8_192_000, request.getBodySize());
    assertEquals("chunked", request.getHeaders().get("Transfer-Encoding"));
  }
}
