package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.runtime.ApiException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  private final MockWebServer server = new MockWebServer();
  private Notes notes;

  @BeforeEach
  void start() throws Exception {
    server.start();
    notes = new NotesClient().server(server.url("/").toString()).retries(Retries.NONE).build();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ApiException failure(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    return assertThrows(ApiException.class, () -> notes.getVersion().fetch());
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationException",
    "401, AuthenticationException",
    "403, PermissionException",
    "404, NotFoundException",
    "405, ConflictException",
    "409, ConflictException",
    "410, NotFoundException",
    "418, ApiException",
    "422, ValidationException",
    "429, RateLimitException",
    "500, ServerException",
    "503, ServerException"
  })
  void hasAnExceptionForEachStatus(int status, String exception) {
    ApiException e = failure(status, "{\"error\":\"code\",\"message\":\"text\"}");

    assertEquals(exception, e.getClass().getSimpleName());
    assertEquals(status, e.status());
    assertEquals("code", e.code());
    assertEquals("text", e.vendorMessage());
    assertEquals("getVersion", e.operation());
    assertEquals(server.url("/version").toString(), e.url());
    assertEquals(1, e.attempts());
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_token, AuthenticationException",
    "404, NotFoundException",
    "surprise, ApiException"
  })
  void looksAtTheCodeWhereTheStatusIsASuccess(String code, String exception) {
    ApiException e = failure(200, "{\"error\":\"" + code + "\"}");

    assertEquals(exception, e.getClass().getSimpleName());
    assertEquals(200, e.status());
    assertEquals(code, e.code());
  }

  /** Services are at odds about the status of a refused token, and agree about its code. */
  @ParameterizedTest
  @ValueSource(ints = {302, 400, 403, 404, 500})
  void looksAtACodeOfTheDocumentWhateverTheStatus(int status) {
    ApiException e = failure(status, "{\"error\":\"invalid_token\"}");

    assertEquals(AuthenticationException.class, e.getClass());
    assertEquals(status, e.status());
  }

  @Test
  void looksAtTheStatusWhereTheCodeOnlyLooksLikeOne() {
    assertEquals(ServerException.class, failure(500, "{\"error\":\"404\"}").getClass());
  }

  @Test
  void callsAnAnswerThatIsNotJsonABadAnswer() {
    ApiException e = failure(200, "<html>");

    assertEquals(BadAnswerException.class, e.getClass());
    assertEquals(
        "getVersion: GET "
            + server.url("/version")
            + " got an answer that does not fit the document, status 200: Expected a value at"
            + " path $",
        e.getMessage());
  }

  /**
   * OkHttp's timeout is caused by what was under way, which may quote the beginning of an answer.
   */
  @Test
  void knowsATimeoutByItsTypeAlsoWhenItIsMasked() {
    NotesClient client = new NotesClient().server(server.url("/").toString());
    IOException timeout = new InterruptedIOException("timeout");
    timeout.initCause(new EOFException("\\n not found: limit=4 content=66616b65"));
    client.own.add(
        chain -> {
          throw timeout;
        });

    ApiException e = assertThrows(ApiException.class, () -> client.build().getVersion().fetch());
    assertEquals(CallTimeoutException.class, e.getClass());
    assertEquals(
        "getVersion: GET "
            + server.url("/version")
            + " got no complete answer: InterruptedIOException",
        e.getMessage());
    assertEquals(
        List.of(
            "dev.specwright.core.CallTimeoutException",
            "caused by: java.io.InterruptedIOException",
            "caused by: java.io.EOFException"),
        SupportBundle.of(e).lines().skip(1).filter(line -> !line.startsWith("  ")).toList());
  }
}
