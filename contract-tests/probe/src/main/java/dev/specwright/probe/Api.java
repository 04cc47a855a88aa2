package dev.specwright.probe;

import dev.specwright.contract.driver.ClientSetup;
import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.contract.driver.Document;
import java.nio.file.Path;
import java.util.Map;

/**
 * An API: its document, and how its client is built.
 *
 * @param name the folder of the document, such as {@code icommkt-survey}
 * @param file the document
 */
record Api(String name, Path file, Document document, ClientSetup setup) {
  /**
   * Reads one.
   *
   * @param specs the folder with all documents
   * @param variables the environment variables that the client is built from
   * @throws IllegalArgumentException if there is no such API
   */
  static Api read(Path specs, String name, Map<String, String> variables) {
    ClientSetup setup = ClientSetups.of(name, variables);
    Path file = specs.resolve(name).resolve("openapi.yaml");
    return new Api(name, file, Document.read(file), setup);
  }

  /** Returns the name of the environment variable with this setting, such as {@code SERVER}. */
  String variable(String setting) {
    return ClientSetups.variable(name, setting);
  }
}
