package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

final class PathTest extends ServerTest {
  private static GeneratedCode withPath(String path, String... names) {
    StringBuilder parameters = new StringBuilder();
    for (String name : names) {
      parameters.append(
          "- {name: %s, in: path, required: true, schema: {type: string}}\n".formatted(name));
    }
    return GeneratedCode.of(
        Documents.of(
            Documents.operation(
                "delete " + path,
                "deletePet",
                (names.length == 0 ? "" : "parameters:\n" + parameters.toString().indent(2))
                    + Documents.NO_CONTENT)));
  }

  @Test
  void firstSegmentIsNoOtherServer() {
    GeneratedCode code = withPath("/{owner}/pets", "owner");
    for (String[] each :
        new String[][] {
          {"ann", "ann"},
          {"http:evil.example", "http%3Aevil.example"},
          {"https:", "https%3A"},
          {"a:b", "a%3Ab"},
          {"//evil.example", "%2F%2Fevil.example"},
          {"a b/c?d#e%f\u00e9[1]", "a%20b%2Fc%3Fd%23e%25f%C3%A9%5B1%5D"},
          {"-._~!$&'()*+,;=@", "-._~!$&'()*+,;=@"}
        }) {
      assertEquals(
          "https://api.example/v1/" + each[1] + "/pets",
          String.valueOf(
              code.run(
                  HttpUrl.get("https://api.example/v1/"),
                  "return api(PetsApi.class).deletePet(\"%s\").request().url();"
                      .formatted(each[0]))),
          each[0]);
    }
  }

  @Test
  void laterSegmentsStayAsTheyAre() throws Exception {
    GeneratedCode code = withPath("/pets/{id}", "id");
    call(code, "return api(PetsApi.class).deletePet(\"http:a/b\").fetch();");
    assertEquals("DELETE /pets/http:a%2Fb", sent());
  }

  @Test
  void severalArgumentsInTheFirstSegmentAreNoScheme() {
    assertEquals(
        "https://example.invalid/http-2%3Aevil.example",
        String.valueOf(
            withPath("/{a}-{b}", "a", "b")
                .run(
                    "return api(PetsApi.class)"
                        + ".deletePet(\"http\", \"2:evil.example\").request().url();")));
  }

  @Test
  void emptyArgumentIsRefused() {
    for (String path : new String[] {"/pets/{id}", "/{id}/pets"}) {
      GeneratedCode code = withPath(path, "id");
      assertEquals(
          "Expected a value for {id} of the path but it was empty. Pass one; without it the path is"
              + " another.",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> code.run("return api(PetsApi.class).deletePet(\"\").fetch();"))
              .getMessage(),
          path);
    }
  }

  @Test
  void colonInTheFirstSegmentIsNoScheme() throws Exception {
    GeneratedCode code = withPath("/pets:batch");
    call(code, "return api(PetsApi.class).deletePet().fetch();");
    assertEquals("DELETE /pets:batch", sent());
    assertEquals("pets:batch", code.run("return description.operations().get(0).path();"));
  }
}
