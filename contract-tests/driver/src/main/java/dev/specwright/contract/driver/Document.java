package dev.specwright.contract.driver;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document, as far as tests derive something from it. */
public final class Document {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Node root;
  private final List<DocumentedOperation> operations;

  /** Reads a document from its top; later changes of it are not seen. */
  public Document(Node root) {
    this.root = root;
    List<DocumentedOperation> all = new ArrayList<>();
    root.at("paths")
        .members()
        .forEach(
            (path, item) ->
                item.members().keySet().stream()
                    .filter(METHODS::contains)
                    .map(method -> DocumentedOperation.of(root, path, item, method))
                    .forEach(all::add));
    operations = List.copyOf(all);
  }

  /** Reads the document in {@code file}. */
  public static Document read(Path file) {
    return new Document(Node.read(file));
  }

  /** Returns the top of the document. */
  public Node root() {
    return root;
  }

  /** Returns the operations, in the order of the document. */
  public List<DocumentedOperation> operations() {
    return operations;
  }

  /** Returns the operation with this operationId. */
  public DocumentedOperation operation(String id) {
    return operations.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected an operation of the document but found " + id + "."));
  }

  /**
   * Returns the operation that a request calls, by its method and its encoded path; where several
   * fit, the one with the fewest parameters.
   */
  public Optional<DocumentedOperation> operation(String method, String path) {
    return operations.stream()
        .filter(each -> each.matches(method, path))
        .min(Comparator.comparingLong(each -> each.parameters("path").count()));
  }

  // ---- errors

  /**
   * Returns what the document's {@code x-error} finds in a decoded answer, at {@code part}, which
   * is {@code code} or {@code message}.
   */
  public Optional<String> error(String part, @Nullable Object answer) {
    Node pointer = root.at("x-error", part);
    if (!pointer.exists()) return Optional.empty();
    Object found = answer;
    for (String name : pointer.text().substring(1).split("/", -1)) {
      found = found instanceof Map<?, ?> object ? object.get(name) : null;
    }
    // A number may have lost its form, and 4E+2 is no code.
    return Optional.ofNullable(
        found instanceof BigDecimal number
            ? number.toPlainString()
            : Objects.toString(found, null));
  }

  /** Returns the HTTP status that a vendor's code stands for, by {@code x-error} or by itself. */
  public Optional<Integer> statusOf(String code) {
    Optional<Integer> listed = listedStatusOf(code);
    if (listed.isPresent()) return listed;
    return code.matches("[45]\\d\\d") ? Optional.of(Integer.valueOf(code)) : Optional.empty();
  }

  /** Returns the status that {@code x-error} lists for a code; it decides before the answer's. */
  public Optional<Integer> listedStatusOf(String code) {
    Object listed = root.at("x-error", "statuses", code).value();
    return listed instanceof Integer status ? Optional.of(status) : Optional.empty();
  }
}
