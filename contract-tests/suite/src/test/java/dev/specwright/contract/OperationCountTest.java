package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares the operations of the documents with those of the generated interfaces and with those
 * that the contract tests have called. Runs behind all other tests, in an execution of its own.
 */
@Tag("operation-count")
class OperationCountTest {
  @Test
  void everyOperationOfADocumentIsInItsInterfacesAndInTheContractTests() throws IOException {
    SortedMap<String, Path> documents = documents();
    assertFalse(documents.isEmpty(), () -> "No document found in " + Apis.DOCUMENTS);
    assertEquals(
        documents.keySet(),
        new TreeSet<>(Apis.names()),
        "Every document needs a client, an entry in ClientSetups and a contract test");

    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, Path> document : documents.entrySet()) {
      rows.add(Row.of(document.getKey(), document.getValue()));
    }
    rows.forEach(Row::print);
    System.out.printf(
        Row.FORMAT,
        "total",
        rows.stream().mapToInt(row -> row.inDocument().size()).sum(),
        rows.stream().mapToInt(row -> row.inInterfaces().size()).sum(),
        rows.stream().mapToInt(row -> row.inTests().size()).sum());

    for (Row row : rows) {
      assertSame(row.inDocument(), row.inInterfaces(), row.api(), "interfaces");
      assertSame(row.inDocument(), row.inTests(), row.api(), "contract tests");
    }
  }

  private static void assertSame(
      List<String> inDocument, List<String> others, String api, String place) {
    assertEquals(
        List.of(),
        inDocument.stream().filter(id -> !others.contains(id)).toList(),
        () -> "In the document of " + api + " but not in its " + place);
    assertEquals(
        List.of(),
        others.stream().filter(id -> !inDocument.contains(id)).toList(),
        () -> "Not in the document of " + api + " but in its " + place);
    assertEquals(inDocument, others, () -> "An operationId of " + api + " is there twice");
  }

  private static SortedMap<String, Path> documents() throws IOException {
    SortedMap<String, Path> documents = new TreeMap<>();
    try (Stream<Path> folders = Files.list(Apis.DOCUMENTS)) {
      for (Path folder : folders.toList()) {
        Path document = folder.resolve("openapi.yaml");
        if (Files.isRegularFile(document)) documents.put(folder.getFileName().toString(), document);
      }
    }
    return documents;
  }

  /** The ids of an API's operations in the three places, sorted; lists, so that a double shows. */
  private record Row(
      String api, List<String> inDocument, List<String> inInterfaces, List<String> inTests) {
    static final String FORMAT =
        "Operations  %-14s  documents %3d  interfaces %3d  contract tests %3d%n";

    static Row of(String api, Path document) throws IOException {
      Path called = Apis.calledOperations(api);
      return new Row(
          api,
          operationIds(document),
          Apis.operations(api),
          Files.exists(called) ? Files.readAllLines(called) : List.of());
    }

    void print() {
      System.out.printf(FORMAT, api, inDocument.size(), inInterfaces.size(), inTests.size());
    }

    private static List<String> operationIds(Path document) {
      return Document.read(document).operations().stream()
          .map(DocumentedOperation::id)
          .sorted()
          .toList();
    }
  }
}
