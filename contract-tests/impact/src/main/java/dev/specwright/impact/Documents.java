package dev.specwright.impact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The documents of the repository, each in a folder of its own beside its last release.
 *
 * @param specs the folder with all of them
 */
record Documents(Path specs) {
  /** Returns the documents that have a release, by API: the name of the folder. */
  SortedMap<String, Path> working() throws IOException {
    SortedMap<String, Path> documents = new TreeMap<>();
    try (Stream<Path> folders = Files.list(specs)) {
      for (Path folder : folders.toList()) {
        String api = folder.getFileName().toString();
        Path document = folder.resolve("openapi.yaml");
        if (Files.exists(document) && Files.exists(released(api))) documents.put(api, document);
      }
    }
    return documents;
  }

  /** Returns the last release of an API's document. */
  Path released(String api) {
    return specs.resolve(api).resolve("released").resolve("openapi.yaml");
  }
}
