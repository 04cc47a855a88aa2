package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.prism.PrismFront;
import dev.specwright.prism.PrismServer;
import java.io.IOException;
import java.net.URI;
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
 * mock, plain and strict, takes each, as the operation that the document has it under. An example
 * with a mistake that the document names is refused for that mistake, by one that sees it.
 */
class VendorExamplesTest {
  private static final Map<Api, PrismServer> PLAIN = new EnumMap<>(Api.class);
  private static final Map<Api, PrismServer> STRICT = new EnumMap<>(Api.class);
  private static final Map<Api, Document> DOCUMENTS = new EnumMap<>(Api.class);

  @AfterAll
  static void stop() {
    PLAIN.values().forEach(PrismServer::close);
    STRICT.values().forEach(PrismServer::close);
    PLAIN.clear();
    STRICT.clear();
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
    if (example.slip() != null) {
      Node description = document(example).root().get("info").get("description");
      String page = description.text().replaceAll("\\s+", " ");
      assertTrue(page.contains(example.slip()), "The document does not say: " + example.slip());
    } else {
      assertEquals(List.of(), example.refusals(), "The document names no slip of this example.");
    }
    PrismServer plain = PLAIN.computeIfAbsent(example.api(), Setup::prism);
    Exchange request = sent(example, folder, command, plain.baseUrl());
    if (example.status() != null) {
      assertEquals(example.status(), request.status(), request::toString);
    } else {
      assertTrue(request.isAccepted(), request::toString);
    }
    try (PrismFront strict = STRICT.computeIfAbsent(example.api(), Setup::strictPrism).front()) {
      Exchange again = sent(example, folder, command, strict.baseUrl());
      List<String> refusals =
          strict.violations().stream()
              .map(each -> again.status() + " " + each.location() + " " + each.code())
              .toList();
      assertEquals(example.refusals(), refusals, again::toString);
      assertEquals(refusals.isEmpty(), again.isAccepted(), again::toString);
    }
  }

  /** Returns the one request that the example makes, which is one of its operation. */
  private static Exchange sent(VendorExample example, Path folder, Command command, URI mock)
      throws IOException {
    Document document = document(example);
    List<Exchange> sent;
    try (Recorder recorder = new Recorder(mock)) {
      Path file = example.written(folder, recorder.url(), document);
      Program.run(folder, command.of(file.toString(), recorder.url()), "");
      sent = recorder.take();
    }
    assertEquals(1, sent.size(), sent::toString);
    assertEquals(example.operation(), operation(document, sent.get(0)).id());
    return sent.get(0);
  }

  private static Document document(VendorExample example) {
    return DOCUMENTS.computeIfAbsent(example.api(), Setup::document);
  }

  /** The most specific one whose path fits, as a server would choose it. */
  private static DocumentOperation operation(Document document, Exchange request) {
    return document.operations().stream()
        .filter(operation -> operation.matches(request.method(), request.path()))
        .max(Comparator.comparingInt(DocumentOperation::fixedLength))
        .orElseThrow(() -> new AssertionError("The document has no " + request));
  }
}
