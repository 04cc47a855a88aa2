package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class JarFilesTest {
  private static final String SHOP =
      Documents.of(
          Documents.get(
              "/pets",
              "parameters: [{name: limit, in: query, schema: {type: integer}}]",
              "{$ref: '#/components/schemas/Pet'}"),
          "Pet: {type: object, properties: {kind: {type: string, enum: [cat, dog]}}}");

  private static final String GRAAL = "resources/META-INF/native-image/org.example/shop-generated/";

  private static Map<String, String> files(Map<String, String> options) throws IOException {
    Map<String, String> files = new TreeMap<>(GeneratedCode.files(SHOP, options));
    files.keySet().removeIf(path -> path.startsWith("java/generated/") || path.endsWith("yaml"));
    files.keySet().removeIf(path -> path.contains(".openapi-generator"));
    return files;
  }

  @Test
  void moduleExportsOperationsAndModels() throws IOException {
    assertEquals(
        Map.of(
            "java/module-info.java",
            """
            /** The operations and models of an API, generated from its document. */
            module org.example.shop {
              requires transitive dev.specwright.runtime;

              exports generated.api;
              exports generated.model;
            }
            """),
        files(Map.of("moduleName", "org.example.shop")));
  }

  @Test
  void resourcesNameWhatReflectionReaches() throws IOException {
    assertEquals(
        Map.of(
            "resources/META-INF/proguard/shop-generated.pro",
            """
            # Rules for R8 and ProGuard, generated from the document.

            # An adapter is found by the name of its model and the package that both stand in, a validator by the
            # name of its interface. What is true of every client is in the rules of the runtime.
            -keepnames class generated.model.GeneratedAdapters
            -keepnames class generated.model.Pet
            -keepnames class generated.model.PetKind
            -keepnames interface generated.api.PetsApi
            """,
            GRAAL + "reflect-config.json",
            """
            [
              {"name": "generated.api.PetsApi", "allPublicMethods": true, "allDeclaredMethods": true, "allPublicFields": true},
              {"name": "generated.api.PetsApi$GetPetsOptions", "allPublicMethods": true, "allDeclaredMethods": true, "allPublicFields": true}
            ]
            """,
            GRAAL + "proxy-config.json",
            """
            [
              ["generated.api.PetsApi"]
            ]
            """),
        files(
            Map.of(
                "resourceFolder",
                "resources",
                "groupId",
                "org.example",
                "artifactId",
                "shop-generated")));
  }

  @Test
  void nothingIsAddedUnasked() throws IOException {
    assertEquals(Map.of(), files(Map.of()));
  }
}
