package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

final class MultipartTest extends ServerTest {
  private static String upload(String properties) {
    return Documents.of(
        Documents.operation(
            "post /files",
            "upload",
            """
            requestBody:
              content:
                multipart/form-data:
                  schema:
                    type: object
                    required: [file, last]
                    properties:
            %s
            %s
            """
                .formatted(properties.indent(10), Documents.NO_CONTENT)),
        "Size: {type: string, enum: [small]}");
  }

  @Test
  void partsAreFilesAndTexts() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            upload(
                """
                file: {type: string, format: binary, description: 'The "file".'}
                last: {type: integer, enum: [0, 1], x-boolean: true}
                title: {type: string}
                size: {$ref: '#/components/schemas/Size'}
                taken: {type: integer, format: unix-time}
                thumb: {type: string, format: binary}
                """));
    call(
        code,
        """
        MultipartBody.Part file =
            MultipartBody.Part.createFormData(
                "file", "a.txt", RequestBody.create("hello", okhttp3.MediaType.get("text/plain")));
        return api(PetsApi.class)
            .upload(
                file,
                true,
                PetsApi.UploadOptions.builder()
                    .title("A \\"title\\"")
                    .size(Size.SMALL)
                    .taken(Instant.ofEpochSecond(5))
                    .build())
            .fetch();
        """);
    assertEquals(
        """
        POST /files
        --BOUNDARY
        Content-Disposition: form-data; name="file"; filename="a.txt"
        Content-Type: text/plain; charset=utf-8

        hello
        --BOUNDARY
        Content-Disposition: form-data; name="last"
        Content-Transfer-Encoding: binary
        Content-Type: text/plain; charset=utf-8

        1
        --BOUNDARY
        Content-Disposition: form-data; name="title"
        Content-Transfer-Encoding: binary
        Content-Type: text/plain; charset=utf-8

        A "title"
        --BOUNDARY
        Content-Disposition: form-data; name="size"
        Content-Transfer-Encoding: binary
        Content-Type: text/plain; charset=utf-8

        small
        --BOUNDARY
        Content-Disposition: form-data; name="taken"
        Content-Transfer-Encoding: binary
        Content-Type: text/plain; charset=utf-8

        5
        --BOUNDARY--
        """,
        sent()
            .replace("\r\n", "\n")
            .replaceAll("--[0-9a-f-]{36}", "--BOUNDARY")
            .replaceAll("Content-Length: \\d+\n", ""));
    String source = code.source("api/PetsApi.java");
    assertTrue(source.contains("public Builder thumb(MultipartBody.Part value) {"), source);
    assertTrue(source.contains("/** The part {@code thumb}. */\n"), source);
    assertTrue(source.contains("@param file the part {@code file}: The \"file\".\n"), source);
  }

  @Test
  void partsMayBeJsonAndLists() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "post /files",
                    "upload",
                    """
                    requestBody:
                      content:
                        multipart/form-data:
                          schema:
                            type: object
                            required: [meta]
                            properties:
                              meta: {$ref: '#/components/schemas/Meta'}
                              more: {type: array, items: {$ref: '#/components/schemas/Meta'}}
                              files: {type: array, items: {type: string, format: binary}}
                              title: {type: string}
                              free: {type: object, additionalProperties: {type: integer}}
                          encoding: {title: {contentType: application/json}}
                    """
                        + Documents.NO_CONTENT),
                "Meta: {type: object, properties: {name: {type: string}}}"));
    call(
        code,
        """
        Meta meta = Meta.builder().name("a").build();
        MultipartBody.Part file =
            MultipartBody.Part.createFormData(
                "files", "a.csv", RequestBody.create("1,2", okhttp3.MediaType.get("text/csv")));
        return api(PetsApi.class)
            .upload(
                meta,
                PetsApi.UploadOptions.builder()
                    .more(List.of(meta, meta))
                    .files(List.of(file, file))
                    .title("a \\"b\\"")
                    .free(Map.of("n", 1L))
                    .build())
            .fetch();
        """);
    String json =
        "Content-Transfer-Encoding: binary\nContent-Type: application/json; charset=utf-8";
    String part = "--BOUNDARY\nContent-Disposition: form-data; name=\"%s\"\n" + json + "\n\n%s\n";
    String file =
        """
        --BOUNDARY
        Content-Disposition: form-data; name="files"; filename="a.csv"
        Content-Type: text/csv; charset=utf-8

        1,2
        """;
    assertEquals(
        "POST /files\n"
            + part.formatted("meta", "{\"name\":\"a\"}")
            + part.formatted("more", "{\"name\":\"a\"}").repeat(2)
            + file.repeat(2)
            + part.formatted("title", "\"a \\\"b\\\"\"")
            + part.formatted("free", "{\"n\":1}")
            + "--BOUNDARY--\n",
        sent()
            .replace("\r\n", "\n")
            .replaceAll("--[0-9a-f-]{36}", "--BOUNDARY")
            .replaceAll("Content-Length: \\d+\n", ""));
  }

  @Test
  void allPartsMayBeOptional() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "delete /files",
                    "remove",
                    """
                    requestBody:
                      content:
                        multipart/form-data:
                          schema: {type: object, properties: {name: {type: string}}}
                    """
                        + Documents.NO_CONTENT)));
    call(
        code,
        """
        return api(PetsApi.class)
            .remove(PetsApi.RemoveOptions.builder().name("a").build())
            .fetch();
        """);
    RecordedRequest request = server.takeRequest();
    String type = request.getHeaders().get("Content-Type");
    assertTrue(type.startsWith("multipart/form-data; boundary="), type);
    String body = request.getBody().utf8();
    assertTrue(body.contains("name=\"name\"") && body.contains("\r\n\r\na\r\n"), body);
    call(code, "return api(PetsApi.class).remove().fetch();");
    assertEquals("DELETE /files", sent());
  }

  @Test
  void binaryBodyIsSentAsItIs() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "put /photo",
                    "setPhoto",
                    """
                    requestBody:
                      required: true
                      content:
                        image/jpeg: {schema: {type: string, format: binary}}
                    """
                        + Documents.NO_CONTENT)));
    call(
        code,
        "return api(PetsApi.class).setPhoto(RequestBody.create(new byte[] {'a', 'b'})).fetch();");
    assertEquals("PUT /photo\nab", sent());
  }

  @Test
  void partsMayComeFromAllOfAndFromReferences() throws Exception {
    GeneratedCode code =
        GeneratedCode.of(
            Documents.of(
                Documents.operation(
                    "post /files",
                    "upload",
                    """
                    requestBody:
                      content:
                        multipart/form-data:
                          schema:
                            allOf:
                              - {$ref: '#/components/schemas/Note'}
                              - type: object
                                required: [files]
                                properties:
                                  files: {$ref: '#/components/schemas/Files'}
                                  about: {$ref: '#/components/schemas/About'}
                    """
                        + Documents.NO_CONTENT),
                """
                Note: {type: object, required: [note], properties: {note: {type: string, maxLength: 3}}}
                About: {type: object, properties: {lang: {type: string}}}
                Files: {type: array, items: {$ref: '#/components/schemas/File'}}
                File: {type: string, format: binary}
                """));
    call(
        code,
        """
        return api(PetsApi.class)
            .upload(
                "abc",
                List.of(MultipartBody.Part.createFormData("files", "a.txt", RequestBody.create("A", null))),
                PetsApi.UploadOptions.builder().about(About.builder().lang("en").build()).build())
            .fetch();
        """);
    String sent = sent();
    for (String part :
        new String[] {"name=\"note\"", "abc", "filename=\"a.txt\"", "{\"lang\":\"en\"}"}) {
      assertTrue(sent.contains(part), sent);
    }
    assertEquals(
        "Expected at most 3 characters in body.note but found 4 characters: \"long\". Shorten it.",
        code.run(
            """
            try {
              api(PetsApi.class).upload("long", List.of()).execute();
              return "sent";
            } catch (InvalidRequestException e) {
              return e.getMessage();
            }
            """));
  }
}
