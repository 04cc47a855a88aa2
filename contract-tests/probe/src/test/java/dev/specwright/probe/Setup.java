package dev.specwright.probe;

import dev.specwright.prism.PrismServer;
import java.nio.file.Path;
import java.util.Map;

/** Where the documents are, and what clients of the mocks are built with. */
final class Setup {
  /** Surefire names the module's folder; an IDE that does not is taken to run in the root. */
  private static final Path MODULE =
      Path.of(System.getProperty("basedir", "contract-tests/probe")).toAbsolutePath().normalize();

  static final Path SPECS = MODULE.resolve("../../specs").normalize();
  static final Path RESOURCES = MODULE.resolve("src/test/resources");
  static final Path TARGET = MODULE.resolve("target");

  /** No real keys: those of the documents' examples, or plainly made up. */
  static final Map<String, String> VARIABLES =
      Map.of(
          "MYSMARK_CLIENT_ID", "example-client-id",
          "MYSMARK_CLIENT_SECRET", "example-client-secret",
          "SMARTQ_BASIC_USER", "email@domain.com",
          "SMARTQ_BASIC_PASSWORD", "11111",
          "SMARTQ_CLIENT_ID", "69a4d22883c57c436c4431c3982eecb2",
          "MAPPINESS_API_SECRET", "3kkq.pk7d.23wb",
          "ICOMMKT_SURVEY_CLIENT_ID", "XXX_ac2e144f57a6809f2c665307e905edei",
          "ICOMMKT_SURVEY_CLIENT_SECRET",
              "XXX_516a2ee0404d65afdb171d92b1e25e939facd23bbbd2814f23f875c1898bf9ei");

  private Setup() {}

  /** Returns the document as it is published. */
  static Document document(Api api) {
    return Document.read(SPECS.resolve(api.folder()).resolve("openapi.yaml"));
  }

  /** Starts the plain Prism command line on what partners get for it. */
  static PrismServer prism(Api api) {
    return PrismServer.mock(SPECS.resolve("target/prism").resolve(api.folder() + ".yaml")).start();
  }

  /** Starts the strict server on the document as it is published. */
  static PrismServer strictPrism(Api api) {
    return PrismServer.mock(SPECS.resolve(api.folder()).resolve("openapi.yaml"))
        .strict(true)
        .start();
  }
}
