package dev.specwright.contract;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The generated clients, and where the build keeps what they are compared with. */
final class Apis {
  /** By the folder of the document. */
  static final Map<String, ApiDescription> CLIENTS =
      Map.of(
          "icommkt-survey", dev.specwright.icommkt.api.ApiDocument.DESCRIPTION,
          "mappiness", dev.specwright.mappiness.api.ApiDocument.DESCRIPTION,
          "mysmark", dev.specwright.mysmark.api.ApiDocument.DESCRIPTION,
          "smartq", dev.specwright.smartq.api.ApiDocument.DESCRIPTION);

  /** Surefire names the module's folder; an IDE that does not is taken to run in the root. */
  private static final Path MODULE =
      Path.of(System.getProperty("basedir", "contract-tests/suite")).toAbsolutePath();

  static final Path DOCUMENTS = MODULE.resolve("../../specs").normalize();

  private Apis() {}

  /** The operations that the generated interfaces have, by id. */
  static List<String> operations(String api) {
    return CLIENTS.get(api).operations().stream().map(Operation::id).sorted().toList();
  }

  /** The file with the ids of the operations that the contract tests have called. */
  static Path calledOperations(String api) {
    return MODULE.resolve("target/operations").resolve(api + ".txt");
  }
}
