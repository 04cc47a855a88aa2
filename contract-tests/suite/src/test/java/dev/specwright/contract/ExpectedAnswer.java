package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.Driver;
import dev.specwright.contract.driver.Json;
import dev.specwright.core.AuthenticationException;
import dev.specwright.core.ConflictException;
import dev.specwright.core.NotFoundException;
import dev.specwright.core.PermissionException;
import dev.specwright.core.RateLimitException;
import dev.specwright.core.ServerException;
import dev.specwright.core.ValidationException;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import okhttp3.ResponseBody;
import okio.ByteString;

/**
 * What a caller has to get for an example of an answer.
 *
 * @param document the document that says what is an error
 * @param operation what is called
 * @param content what kind of body the example is; nothing if there is no body
 * @param example the example
 */
record ExpectedAnswer(
    Document document, DocumentedOperation operation, Optional<Content> content, Object example) {

  /** Fails unless {@code call} gives the example's value, and the value is written as it came. */
  void isGivenBy(ApiCall<?> call, Driver driver) throws IOException {
    Object value = call.fetch();
    if (value instanceof ResponseBody body) {
      try (body) {
        assertEquals(ByteString.encodeUtf8((String) example), body.byteString());
      }
    } else {
      Object written = Json.parse(driver.adapter(operation).toJson(value));
      assertEquals(Json.normal(valueOf(decoded())), written);
    }
  }

  private Object valueOf(Object answer) {
    return operation
        .envelope()
        .<Object>map(member -> ((Map<?, ?>) answer).get(member))
        .orElse(answer);
  }

  /** Checks an error whose code, where the document lists it, decides before its status. */
  void isThrownBy(ApiCall<?> call, int sent, boolean raw) {
    Optional<Integer> listed =
        document.error("code", answer(raw)).flatMap(document::listedStatusOf);
    isThrownBy(call, sent, listed.orElse(sent), raw);
  }

  /**
   * Fails unless {@code call} ends with the exception for {@code status}, which has the code and
   * the message that {@code x-error} finds.
   *
   * @param sent the status of the answer
   * @param status the status that the error stands for
   */
  void isThrownBy(ApiCall<?> call, int sent, int status, boolean raw) {
    ApiException thrown = assertThrows(ApiException.class, call::fetch);

    assertEquals(exception(status), thrown.getClass());
    assertEquals(operation.id(), thrown.operation());
    assertEquals(sent, thrown.status());
    Object answer = answer(raw);
    assertEquals(document.error("code", answer), Optional.ofNullable(thrown.code()));
    assertEquals(document.error("message", answer), Optional.ofNullable(thrown.vendorMessage()));
  }

  private Object answer(boolean raw) {
    return raw && isJsonp() ? example : decoded();
  }

  private boolean isJsonp() {
    return content.filter(Content::isJsonp).isPresent();
  }

  /** Returns the example as JSON, without a function around it. */
  private Object decoded() {
    if (!isJsonp()) return example;
    String text = (String) example;
    return Json.parse(text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')));
  }

  /** The table in the README of the customizations, written down a second time. */
  private static Class<? extends ApiException> exception(int status) {
    return switch (status) {
      case 400, 422 -> ValidationException.class;
      case 401 -> AuthenticationException.class;
      case 403 -> PermissionException.class;
      case 404, 410 -> NotFoundException.class;
      case 405, 409 -> ConflictException.class;
      case 429 -> RateLimitException.class;
      default -> status >= 500 ? ServerException.class : ApiException.class;
    };
  }
}
