package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.prism.PrismServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the vendors' pages, run as they stand, with nothing but the host replaced: the
 * mock takes each, as the operation that the document has it under. An example with a mistake that
 * the document names is refused for that mistake.
 */
class VendorExamplesTest {
  private static final Map<Api, PrismServer> PRISMS = new EnumMap<>(Api.class);
  private static final Map<Api, Document> DOCUMENTS = new EnumMap<>(Api.class);

  @AfterAll
  static void stop() {
    PRISMS.values().forEach(PrismServer::close);
    PRISMS.clear();
  }

  static List<VendorExample> curl() throws IOException {
    return VendorExample.all(".sh");
  }

  static List<VendorExample> php() throws IOException {
    return VendorExample.all(".php");
  }

  static List<VendorExample> requests() throws IOException {
    return VendorExample.all(".txt");
  }

  @Uses("curl")
  @ParameterizedTest
  @MethodSource("curl")
  void curlCommandsOfThePageAreTaken(VendorExample example, @TempDir Path folder) throws Exception {
    check(example, folder, (file, server) -> List.of("sh", file));
  }

  @Uses({"php", "php:curl"})
  @ParameterizedTest
  @MethodSource("php")
  void phpOfThePageIsTaken(VendorExample example, @TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("image.jpg"), "not really a picture");

    check(example, folder, (file, server) -> List.of("php", file));
  }

  /** What is no program on the page is sent as the vendor's SDK does. */
  @Uses({"php", "php:curl"})
  @ParameterizedTest
  @MethodSource("requests")
  void requestsOfThePageAreTaken(VendorExample example, @TempDir Path folder) throws Exception {
    String sender = Setup.RESOURCES.resolve("vendor/mysmark.php").toString();

    check(
        example,
        folder,
        (file, server) -> List.of("php", sender, file, server, "example-access-token"));
  }

  private interface Command {
    List<String> of(String file, String server);
  }

  private void check(VendorExample example, Path folder, Command command) throws Exception {
    Document document = DOCUMENTS.computeIfAbsent(example.api(), Setup::document);
    PrismServer prism = PRISMS.computeIfAbsent(example.api(), Setup::prism);
    List<Exchange> sent;
    try (Recorder recorder = new Recorder(prism.baseUrl())) {
      Path file = example.written(folder, recorder.url(), document);
      Program.run(folder, command.of(file.toString(), recorder.url()), "");
      sent = recorder.take();
    }

    assertEquals(1, sent.size(), sent::toString);
    Exchange request = sent.get(0);
    DocumentOperation operation = operation(document, request);
    assertEquals(example.operation(), operation.id());
    if (example.slip() != null) {
      String page = document.root().get("info").get("description").text().replaceAll("\\s+", " ");
      assertTrue(page.contains(example.slip()), "The document does not say: " + example.slip());
    }
    if (example.status() != null) {
      assertEquals(example.status(), request.status(), request::toString);
    } else {
      assertTrue(request.isAccepted(), request::toString);
      assertEquals(List.of(), new WireCheck(document).findings(operation, request));
    }
  }

  /** The most specific one whose path fits, as a server would choose it. */
  private static DocumentOperation operation(Document document, Exchange request) {
    return document.operations().stream()
        .filter(operation -> operation.matches(request.method(), request.path()))
        .max(Comparator.comparingInt(DocumentOperation::fixedLength))
        .orElseThrow(() -> new AssertionError("The document has no " + request));
  }
}
