package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.contract.driver.Json;
import dev.specwright.contract.driver.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * What openapi-diff says of each document and its last release. It sees less than the gate of the
 * specs module, but nobody here wrote it; the two have to agree that nothing breaks.
 */
class SecondOpinionTest {
  static List<Path> documents() throws IOException {
    try (Stream<Path> apis = Files.list(Apis.DOCUMENTS)) {
      return apis.map(api -> api.resolve("openapi.yaml"))
          .filter(document -> Files.exists(released(document)))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void breaksNothingUnlessTheMajorVersionRose(Path document) throws Exception {
    Path released = released(document);
    ChangedOpenApi changes = compare(Files.readString(released), Files.readString(document));

    assertTrue(
        changes.isCompatible() || major(document) > major(released),
        () -> document + " breaks " + released + " and has its major version");
  }

  @Test
  void thereIsAReleaseOfEachDocument() throws Exception {
    assertTrue(documents().size() >= Apis.names().size(), () -> "no release in " + Apis.DOCUMENTS);
  }

  /** Without this, a differ that sees nothing would pass everything. */
  @ParameterizedTest
  @MethodSource("documents")
  void seesThatAnOperationIsGone(Path document) throws Exception {
    String released = Files.readString(released(document));
    Node changed = Node.read(released(document));
    Map<?, ?> paths = (Map<?, ?>) changed.at("paths").value();
    paths.remove(paths.keySet().iterator().next());

    assertFalse(compare(released, Json.text(changed.value())).isCompatible());
  }

  private static Path released(Path document) {
    return document.resolveSibling("released").resolve("openapi.yaml");
  }

  private static ChangedOpenApi compare(String before, String after) {
    return OpenApiCompare.fromContents(before, after);
  }

  private static int major(Path document) {
    String version = Node.read(document).at("info", "version").text();
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }
}
