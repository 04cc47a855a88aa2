package dev.specwright.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Refuses request bodies that would be sent otherwise than the document says. */
final class BodyCheck {
  private static final Set<PathItem.HttpMethod> WITHOUT_BODY =
      Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD);

  private final OpenAPI document;
  private final SchemaShapes shapes;

  BodyCheck(OpenAPI document) {
    this.document = document;
    this.shapes = new SchemaShapes(document);
  }

  void check(String place, PathItem.HttpMethod method, Operation operation) {
    RequestBody body = ModelUtils.getReferencedRequestBody(document, operation.getRequestBody());
    if (body == null || body.getContent() == null) return;
    if (WITHOUT_BODY.contains(method)) {
      throw new UnsupportedDocumentException(
          place + ".requestBody",
          "is the body of a " + method + ", and HTTP clients send none with that.",
          "Describe it as parameters, or use another method.");
    }
    body.getContent().forEach((type, media) -> check(place + ".requestBody", type, media));
    // An empty form is no body. An absent mark is mostly one that was forgotten.
    if (Boolean.FALSE.equals(body.getRequired())
        && !body.getContent().keySet().stream().allMatch(MediaTypes::isForm)) {
      throw new UnsupportedDocumentException(
          place + ".requestBody",
          "may be left out, and Retrofit always sends the body of a method.",
          "Make it required.");
    }
  }

  private void check(String place, String type, MediaType media) {
    checkType(place, type);
    Map<String, List<Schema<?>>> properties =
        ObjectParts.of(document, media.getSchema()).properties();
    if (MediaTypes.isMultipart(type) && properties.isEmpty()) {
      throw new UnsupportedDocumentException(
          place, "is a multipart body without properties.", "Describe its parts as properties.");
    }
    properties.forEach(
        (name, schemas) -> {
          String where = place + "." + name;
          for (Schema<?> property : schemas) {
            checkCredential(where, type, property);
            if (MediaTypes.isForm(type)) {
              checkField(where, property, encoding(media, name));
            } else if (MediaTypes.isMultipart(type)) {
              checkPart(where, property, encoding(media, name));
            }
          }
        });
  }

  private static void checkType(String where, String type) {
    if (!MediaTypes.isMultipart(type) || MediaTypes.isMultipartForm(type)) return;
    throw new UnsupportedDocumentException(
        where,
        "is " + type + ", and Retrofit sends parts as multipart/form-data only.",
        "Describe it as that, or as bytes of a type that is not multipart.");
  }

  private static @Nullable Encoding encoding(MediaType media, String property) {
    return media.getEncoding() == null ? null : media.getEncoding().get(property);
  }

  private static void checkCredential(String where, String type, Schema<?> property) {
    if (MediaTypes.isForm(type) || Extensions.text(property, Extensions.CREDENTIAL) == null) {
      return;
    }
    throw new UnsupportedDocumentException(
        where,
        "carries a credential in a body of " + type + ".",
        "Only a form body can carry one.");
  }

  private void checkField(String where, Schema<?> property, @Nullable Encoding encoding) {
    if (encoding != null) DocumentCheck.refuseReserved(where, encoding.getAllowReserved());
    if (shapes.isSingle(property)) return;
    if (encoding != null
        && (encoding.getStyle() == Encoding.StyleEnum.DEEP_OBJECT
            || MediaTypes.isJson(encoding.getContentType()))) {
      return;
    }
    throw new UnsupportedDocumentException(
        where,
        "is not a single value, and encoding does not say how to write it.",
        "Give it contentType application/json or style deepObject.");
  }

  private void checkPart(String where, Schema<?> property, @Nullable Encoding encoding) {
    if (shapes.isSingle(property) && !shapes.hasMarkedShape(property)) return;
    String type = encoding == null ? null : encoding.getContentType();
    boolean json = type == null || MediaTypes.isJson(type);
    if (json && (shapes.isObject(property) || shapes.isListOfObjects(property))) return;
    if (shapes.isListOfFiles(property)) return;
    throw new UnsupportedDocumentException(
        where,
        "is not a file, a single value or JSON of an object, nor a list of files or objects.",
        "Describe it as one of these, or as a form body of another media type.");
  }
}
