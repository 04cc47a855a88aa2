package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.runtime.Violation;
import java.util.List;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private static final String TOO_LONG = "x".repeat(21);

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private NotesClient client() {
    return new NotesClient()
        .server(server.url("/").toString())
        .credential("token", Credential.of("fake-token"));
  }

  @Test
  void refusesWhatTheDocumentDoesNotAllow() {
    RequestRefusedException e =
        assertThrows(
            RequestRefusedException.class, () -> client().build().getNote(TOO_LONG).fetch());

    assertEquals(
        "getNote: GET "
            + server.url("/notes/" + TOO_LONG)
            + " was not sent: Expected at most 20 characters in path.id but found 21 characters: \""
            + TOO_LONG
            + "\". Shorten it.",
        e.getMessage());
    assertEquals(
        List.of(
            new Violation(
                "path.id",
                "at most 20 characters",
                "21 characters: \"" + TOO_LONG + "\"",
                "Shorten it.")),
        e.violations());
    assertEquals(0, e.attempts());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void refusesWithoutWaitingToo() {
    CompletionException e =
        assertThrows(
            CompletionException.class,
            () -> client().build().getNote(TOO_LONG).fetchAsync().join());

    assertInstanceOf(RequestRefusedException.class, e.getCause());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void sendsItWhenSwitchedOff() throws Exception {
    server.enqueue(new MockResponse.Builder().body("{}").build());

    client().validation(false).build().getNote(TOO_LONG).fetch();

    assertEquals(
        "/notes/" + TOO_LONG + "?access_token=fake-token", server.takeRequest().getTarget());
  }

  @Test
  void otherRefusalsHaveNoViolations() {
    RequestRefusedException e =
        assertThrows(
            RequestRefusedException.class,
            () ->
                client()
                    .readOnly()
                    .build()
                    .createNote(okhttp3.RequestBody.create(new byte[0]))
                    .fetch());

    assertEquals(List.of(), e.violations());
  }
}
