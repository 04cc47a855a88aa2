package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.Node;
import dev.specwright.prism.PrismFront;
import dev.specwright.prism.PrismServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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
  private static final Map<String, PrismServer> PLAIN = new HashMap<>();
  private static final Map<String, PrismServer> STRICT = new HashMap<>();
  private static final Map<String, Document> DOCUMENTS = new HashMap<>();

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
    check(example, folder);
  }

  @Uses({"php", "php:curl"})
  @ParameterizedTest
  @MethodSource("php")
  void phpOfThePageIsTaken(VendorExample example, @TempDir Path folder) throws Exception {
    check(example, folder);
  }

  /** What is no program on the page is sent as the vendor's SDK does. */
  @Uses({"php", "php:curl"})
  @ParameterizedTest
  @MethodSource("requests")
  void requestsOfThePageAreTaken(VendorExample example, @TempDir Path folder) throws Exception {
    check(example, folder);
  }

  private void check(VendorExample example, Path folder) throws Exception {
    if (example.slip() != null) {
      Node description = document(example).root().at("info", "description");
      String page = description.text().replaceAll("\\s+", " ");
      assertTrue(page.contains(example.slip()), "The document does not say: " + example.slip());
    } else {
      assertEquals(List.of(), example.refusals(), "The document names no slip of this example.");
    }
    PrismServer plain = PLAIN.computeIfAbsent(example.api(), Setup::prism);
    Exchange request = example.sent(folder, document(example), plain.baseUrl());
    if (example.status() != null) {
      assertEquals(example.status(), request.status(), request::toString);
    } else {
      assertTrue(request.isAccepted(), request::toString);
    }
    try (PrismFront strict = STRICT.computeIfAbsent(example.api(), Setup::strictPrism).front()) {
      Exchange again = example.sent(folder, document(example), strict.baseUrl());
      List<String> refusals =
          strict.violations().stream()
              .map(each -> again.status() + " " + each.location() + " " + each.code())
              .toList();
      assertEquals(example.refusals(), refusals, again::toString);
      assertEquals(refusals.isEmpty(), again.isAccepted(), again::toString);
    }
  }

  private static Document document(VendorExample example) {
    return DOCUMENTS.computeIfAbsent(example.api(), api -> Setup.api(api).document());
  }
}
