package dev.specwright.portable;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Loads a client in Python, which looks for the names that its compiler does not. */
final class PythonImports {
  private static final String ALL =
      """
      import importlib, pkgutil, openapi_client
      for module in pkgutil.walk_packages(openapi_client.__path__, 'openapi_client.'):
          importlib.import_module(module.name)
      """;

  private PythonImports() {}

  /** Skips the test, by name, where Python lacks a package that the clients use. */
  static void assumeTheirPackages() throws InterruptedException {
    if (!Language.runs("python3", "-c", "import dateutil, pydantic, typing_extensions, urllib3"))
      abort("python3 has not all of dateutil, pydantic, typing_extensions, urllib3.");
  }

  /** Fails with what Python says. */
  static void all(Path client) throws IOException, InterruptedException {
    Language.run(client, List.of("python3", "-c", ALL));
  }
}
