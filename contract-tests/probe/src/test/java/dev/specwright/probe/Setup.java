package dev.specwright.probe;

import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.prism.PrismServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Where the documents are, and what clients of the mocks are built with. */
final class Setup {
  /** Surefire names the module's folder; an IDE that does not is taken to run in the root. */
  private static final Path MODULE =
      Path.of(System.getProperty("basedir", "contract-tests/probe")).toAbsolutePath().normalize();

  private static final Path SPECS = MODULE.resolve("../../specs").normalize();
  static final Path RESOURCES = MODULE.resolve("src/test/resources");

  private Setup() {}

  /** Returns the API in a folder, with credentials that are made up. */
  static Api api(String name) {
    return Api.read(SPECS, name, ClientSetups.of(name).variables());
  }

  /** Returns the same API on another server. */
  static Api at(String server, Api api) {
    Map<String, String> variables = new HashMap<>(api.setup().variables());
    variables.put(api.variable("SERVER"), server);
    return Api.read(SPECS, api.name(), variables);
  }

  /** Starts the plain Prism command line on what partners get for it. */
  static PrismServer prism(String api) {
    return PrismServer.mock(SPECS.resolve("target/prism").resolve(api + ".yaml")).start();
  }

  /** Starts the strict server on the document as it is published. */
  static PrismServer strictPrism(String api) {
    return PrismServer.mock(SPECS.resolve(api).resolve("openapi.yaml")).strict(true).start();
  }
}
