package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiTest {
  @Test
  void everyDocumentIsProbed() throws IOException {
    assertEquals(
        documents(),
        Arrays.stream(Api.values()).map(Api::folder).collect(Collectors.toCollection(TreeSet::new)),
        "Add the API to Api and to Setup.VARIABLES.");
  }

  @ParameterizedTest
  @EnumSource
  void everyApiHasACredential(Api api) {
    assertTrue(
        Setup.VARIABLES.keySet().stream().anyMatch(name -> name.startsWith(api.variable(""))),
        "Setup.VARIABLES has nothing for " + api.variable("") + "...");
  }

  private static Set<String> documents() throws IOException {
    try (Stream<Path> folders = Files.list(Setup.SPECS)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("openapi.yaml")))
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
