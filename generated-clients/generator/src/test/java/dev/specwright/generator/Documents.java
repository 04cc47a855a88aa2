package dev.specwright.generator;

/** Small OpenAPI documents; what all of them need is here. */
final class Documents {
  /** The answers of an operation whose answer does not matter. */
  static final String NO_CONTENT = "responses: {'204': {description: Done.}}";

  private Documents() {}

  /** A document with {@code paths} and {@code schemas}; what stands under these words. */
  static String of(String paths, String schemas) {
    return """
        openapi: 3.0.3
        info: {title: Pet shop, version: '1'}
        paths:
        """
        + (paths.isBlank() ? "  {}\n" : paths.indent(2))
        + (schemas.isBlank() ? "" : "components:\n  schemas:\n" + schemas.indent(4));
  }

  /** A document with {@code paths} and no schemas. */
  static String of(String paths) {
    return of(paths, "");
  }

  /** A document of {@code schemas}, with an operation that answers with {@code root}. */
  static String ofSchemas(String root, String schemas) {
    return of(get("/pets", "", "{$ref: '#/components/schemas/" + root + "'}"), schemas);
  }

  /** An operation of the tag Pets: {@code request} is such as {@code get /pets}. */
  static String operation(String request, String operationId, String rest) {
    String[] words = request.split(" ", 2);
    return """
    %s:
      %s:
        operationId: %s
        tags: [Pets]
    %s"""
        .formatted(words[1], words[0], operationId, rest.indent(4));
  }

  /** The operation getPets: its answer is JSON of {@code schema}. */
  static String get(String path, String rest, String schema) {
    return operation("get " + path, "getPets", rest + "\n" + json(schema));
  }

  /** Answers of JSON. */
  static String json(String schema) {
    return """
    responses:
      '200':
        description: The answer.
        content:
          application/json:
            schema: %s
    """
        .formatted(schema);
  }
}
