package dev.specwright.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An OpenAPI document with many models that refer to each other. */
final class LargeDocument {
  private static final int MODELS_PER_OPERATION = 5;
  private static final int OPERATIONS_PER_TAG = 10;

  private LargeDocument() {}

  /** Returns a document with that many models, and a fifth as many operations. */
  static byte[] of(int models) {
    Map<String, Object> schemas = new LinkedHashMap<>();
    for (int i = 0; i < models; i++) schemas.put("Model" + i, model(i, models));
    Map<String, Object> paths = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(1, models / MODELS_PER_OPERATION); i++) {
      paths.put("/things" + i + "/{id}", Map.of("get", operation(i)));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", Map.of("title", "Large API", "version", "1.0.0"));
    document.put("servers", List.of(Map.of("url", "https://large.example.com")));
    document.put("paths", paths);
    document.put("components", Map.of("schemas", schemas));
    try {
      return new ObjectMapper().writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> model(int index, int models) {
    Map<String, Object> next = reference((index * 7 + 1) % models);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", Map.of("type", "integer", "format", "int64"));
    properties.put("name", Map.of("type", "string"));
    properties.put("created_at", Map.of("type", "string", "format", "date-time"));
    properties.put("price", Map.of("type", "number", "format", "double"));
    properties.put("open", Map.of("type", "boolean", "nullable", true));
    properties.put("tags", list(Map.of("type", "string")));
    properties.put("next", next);
    properties.put("others", list(reference((index * 3 + 2) % models)));
    return Map.of("type", "object", "required", List.of("id", "name"), "properties", properties);
  }

  private static Map<String, Object> operation(int index) {
    return Map.of(
        "operationId",
        "getThing" + index,
        "tags",
        List.of("Tag" + index / OPERATIONS_PER_TAG),
        "parameters",
        List.of(
            Map.of(
                "name", "id", "in", "path", "required", true, "schema", Map.of("type", "string"))),
        "responses",
        Map.of(
            "200",
            Map.of(
                "description",
                "The thing.",
                "content",
                Map.of(
                    "application/json",
                    Map.of("schema", reference(index * MODELS_PER_OPERATION))))));
  }

  private static Map<String, Object> list(Map<String, Object> items) {
    return Map.of("type", "array", "items", items);
  }

  private static Map<String, Object> reference(int model) {
    return Map.of("$ref", "#/components/schemas/Model" + model);
  }
}
