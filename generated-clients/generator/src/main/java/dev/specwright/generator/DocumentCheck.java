package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openapitools.codegen.utils.ModelUtils;

/** Refuses what OpenAPI Generator would lose or overwrite without a word. */
final class DocumentCheck {
  private final OpenAPI document;
  private final Map<String, String> operationIds = new HashMap<>();

  DocumentCheck(OpenAPI document) {
    this.document = document;
  }

  void run(UnaryOperator<String> className) {
    checkSchemaNames(className);
    checkTags();
    Operations.visit(
        document, (place, method, item, operation) -> checkOperation(place, operation));
  }

  @SuppressWarnings("rawtypes") // as swagger-models declares schemas
  private void checkSchemaNames(UnaryOperator<String> className) {
    Map<String, String> taken = new HashMap<>();
    for (Map.Entry<String, Schema> entry : ModelUtils.getSchemas(document).entrySet()) {
      String schema = entry.getKey();
      // File names of some systems do not tell upper from lower case.
      String file = className.apply(schema).toLowerCase(Locale.ROOT);
      if (Extensions.isTrue(entry.getValue(), Extensions.BOOLEAN)) {
        throw new UnsupportedDocumentException(
            "components.schemas." + schema,
            "is a named x-boolean, whose mark gets lost where it is referenced.",
            "Write it at each property or parameter.");
      }
      String other = taken.putIfAbsent(file, schema);
      if (other != null) {
        throw new UnsupportedDocumentException(
            "components.schemas." + schema,
            "has the same Java class as the schema " + other + ".",
            "Rename one of them.");
      }
    }
  }

  private void checkTags() {
    Map<String, String> taken = new HashMap<>();
    Operations.visit(
        document,
        (place, method, item, operation) -> {
          for (String tag : operation.getTags() == null ? List.<String>of() : operation.getTags()) {
            String key = tag.replaceAll("\\W", "").toLowerCase(Locale.ROOT);
            String other = taken.putIfAbsent(key, tag);
            if (other != null && !other.equals(tag)) {
              throw new UnsupportedDocumentException(
                  place + ".tags",
                  "\"" + tag + "\" has the same Java interface as the tag \"" + other + "\".",
                  "Rename one of them.");
            }
          }
        });
  }

  private void checkOperation(String place, Operation operation) {
    if (operation.getOperationId() == null) {
      throw new UnsupportedDocumentException(
          place, "has no operationId.", "Add one; it becomes the Java method.");
    }
    String other =
        operationIds.putIfAbsent(operation.getOperationId().toLowerCase(Locale.ROOT), place);
    if (other != null) {
      throw new UnsupportedDocumentException(
          place + ".operationId",
          "\"" + operation.getOperationId() + "\" is taken by " + other + ".",
          "Rename one of them.");
    }
    if (operation.getTags() == null || operation.getTags().size() != 1) {
      throw new UnsupportedDocumentException(
          place + ".tags",
          "must be exactly one, since a tag is a Java interface.",
          "Give the operation one tag.");
    }
    if (operation.getParameters() == null) return;
    for (Parameter parameter : operation.getParameters()) {
      checkParameter(place, ModelUtils.getReferencedParameter(document, parameter));
    }
  }

  private static void checkParameter(String place, Parameter parameter) {
    String where = place + ".parameters." + parameter.getName();
    if ("cookie".equals(parameter.getIn())) {
      throw new UnsupportedDocumentException(
          where,
          "is a cookie, and Retrofit has no place for one.",
          "Describe it as a header parameter, or leave it to an OkHttp CookieJar.");
    }
    if (parameter.getStyle() == Parameter.StyleEnum.DEEPOBJECT
        || parameter.getStyle() == Parameter.StyleEnum.PIPEDELIMITED
        || parameter.getStyle() == Parameter.StyleEnum.SPACEDELIMITED
        || parameter.getStyle() == Parameter.StyleEnum.MATRIX
        || parameter.getStyle() == Parameter.StyleEnum.LABEL) {
      throw new UnsupportedDocumentException(
          where,
          "has style " + parameter.getStyle() + ".",
          "Use style form or simple, or content application/json.");
    }
    if (parameter.getContent() != null && parameter.getContent().get("application/json") == null) {
      throw new UnsupportedDocumentException(
          where,
          "has content of type " + parameter.getContent().keySet() + ".",
          "Use application/json, or a schema.");
    }
  }
}
