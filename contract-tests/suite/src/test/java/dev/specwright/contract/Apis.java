package dev.specwright.contract;

import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.runtime.Operation;
import java.nio.file.Path;
import java.util.List;

/** The generated clients, and where the build keeps what they are compared with. */
final class Apis {
  /** Surefire names the module's folder; an IDE that does not is taken to run in the root. */
  static final Path MODULE =
      Path.of(System.getProperty("basedir", "contract-tests/suite")).toAbsolutePath();

  static final Path DOCUMENTS = MODULE.resolve("../../specs").normalize();

  /** Which cells of the documents were exercised; a page for people stands beside it. */
  static final Path COVERAGE = MODULE.resolve("../target/contract-coverage.json").normalize();

  /** The documents with mutations. */
  static final Path MUTANTS = MODULE.resolve("target/mutants");

  /** Prism's command line program. */
  static final Path PRISM =
      MODULE.resolve("../node_modules/@stoplight/prism-cli/dist/index.js").normalize();

  /** The program of the test kit that serves a document with strict checks. */
  static final Path STRICT_SERVER =
      MODULE
          .resolve("../prism-junit/src/main/resources/dev/specwright/prism/strict/server.mjs")
          .normalize();

  private Apis() {}

  /** The folders of the documents, sorted. */
  static List<String> names() {
    return ClientSetups.apis();
  }

  /** The published document. */
  static Path document(String api) {
    return DOCUMENTS.resolve(api).resolve("openapi.yaml");
  }

  /** The variant that the plain Prism can check. */
  static Path prismDocument(String api) {
    return DOCUMENTS.resolve("target/prism/" + api + ".yaml");
  }

  /** Where the variant goes that random answers are made from. */
  static Path randomDocument(String api) {
    return MODULE.resolve("target/prism-random").resolve(api + ".json");
  }

  /** The file with one line for the end of the build. */
  static Path figures(String name) {
    return MODULE.resolve("target/figures").resolve(name + ".txt");
  }

  /** The operations that the generated interfaces have, by id. */
  static List<String> operations(String api) {
    return ClientSetups.of(api).description().operations().stream()
        .map(Operation::id)
        .sorted()
        .toList();
  }

  /** The file with the ids of the operations that the contract tests have called. */
  static Path calledOperations(String api) {
    return MODULE.resolve("target/operations").resolve(api + ".txt");
  }
}
