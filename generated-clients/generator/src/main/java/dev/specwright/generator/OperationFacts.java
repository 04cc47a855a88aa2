package dev.specwright.generator;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the preparation of the document found out about one operation, for the template. The
 * document that the generator then sees is simpler: see {@link DocumentPreparation}.
 */
final class OperationFacts {
  /** A place that the client fills with a credential. */
  record Credential(String name, String place, String parameter) {}

  /** A parameter that is one JSON text, and one that is a JSON text for each element. */
  static final String WHOLE = "whole";

  static final String EACH = "each";

  /** How a form body is written. */
  record Form(String root, List<String> json) {}

  /** A header of the answer; {@code type} and {@code format} are those of its schema. */
  record Header(
      String name, @Nullable String type, @Nullable String format, @Nullable String description) {
    /** The Java type; of what has no form that every header has, a text. */
    String javaType() {
      if ("integer".equals(type)) return "unix-time".equals(format) ? "Instant" : "Long";
      if ("number".equals(type)) return "BigDecimal";
      if ("boolean".equals(type)) return "Boolean";
      return "date-time".equals(format) ? "OffsetDateTime" : "String";
    }
  }

  final String place;

  /** The operation as the preparation left it. */
  final Operation operation;

  /** As the document has it; OpenAPI Generator escapes it for a string literal. */
  @Nullable String summary;

  final List<String> security = new ArrayList<>();
  final List<Credential> credentials = new ArrayList<>();
  final Set<String> sensitive = new TreeSet<>();

  /** Whether nothing of the body may be shown. */
  boolean sensitiveBody;

  /** What the document says of the answer of a success, and of each error. */
  String answer = "";

  final List<String> errors = new ArrayList<>();
  final List<Header> headers = new ArrayList<>();
  boolean idempotent;

  /** The media type of the request where it is not what a client would send by itself. */
  String contentType = "";

  /** The parts of a multipart body that are JSON. */
  final Set<String> jsonParts = new TreeSet<>();

  String envelope = "";

  /** Whether null is among the shapes of the answer. */
  boolean nullable;

  String jsonp = "";
  @Nullable Form form;

  /** Whether the method sends a form that holds nothing but a credential. */
  boolean credentialForm;

  OperationFacts(String place, Operation operation) {
    this.place = place;
    this.operation = operation;
  }
}
