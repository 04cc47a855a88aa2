package dev.specwright.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An OpenAPI document. */
final class Document {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final Map<String, Object> content;
  private final Node root;
  private final List<DocumentOperation> operations;

  /** Reads what a YAML reader has made of a document; later changes of it are not seen. */
  Document(Map<String, Object> content) {
    this.content = content;
    this.root = Node.root(content);
    this.operations = List.copyOf(read(root));
  }

  /** Reads a YAML or JSON file. */
  static Document read(Path file) {
    return new Document(load(file));
  }

  /** Returns the content of a YAML or JSON file, to be changed at will. */
  static Map<String, Object> load(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(1000);
    Yaml yaml = new Yaml(new SafeConstructor(options));
    try {
      return yaml.load(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the document was made from. */
  Map<String, Object> content() {
    return content;
  }

  /** Returns the top of the document. */
  Node root() {
    return root;
  }

  /** Returns the operations, in the document's order. */
  List<DocumentOperation> operations() {
    return operations;
  }

  /** Returns the operation with this id. */
  DocumentOperation operation(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected an operation of the document but found " + id + "."));
  }

  private static List<DocumentOperation> read(Node root) {
    List<DocumentOperation> operations = new ArrayList<>();
    root.get("paths")
        .members()
        .forEach(
            (path, item) ->
                item.members()
                    .forEach(
                        (method, node) -> {
                          if (METHODS.contains(method)) {
                            operations.add(DocumentOperation.of(path, method, item, node));
                          }
                        }));
    return operations;
  }
}
