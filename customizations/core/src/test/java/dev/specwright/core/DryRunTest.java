package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.runtime.EncodedForm;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DryRunTest {
  private final MockWebServer server = new MockWebServer();
  private Notes notes;

  @BeforeEach
  void start() throws Exception {
    server.start();
    notes =
        new NotesClient()
            .server(server.url("/").toString())
            .credential("token", Credential.of("fake-token"))
            .dryRun()
            .build();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String agent() {
    return " -H 'User-Agent: " + Versions.userAgent(Notes.DESCRIPTION) + "'";
  }

  @Test
  void describesAWriteAndSendsNothing() {
    FormBody form = new FormBody.Builder().add("text", "it's\n new").add("tags[]", "a&b").build();
    DryRunException e = assertThrows(DryRunException.class, () -> notes.createNote(form).fetch());

    assertEquals(
        "curl -X POST '"
            + server.url("/notes")
            + "'"
            + agent()
            + " --data 'text=it%27s%0A+new&tags%5B%5D=a%26b'",
        e.curl());
    assertEquals(
        "createNote: POST "
            + server.url("/notes")
            + " was not sent: This client describes writes and sends none. Build it without"
            + " dryRun() to write.",
        e.getMessage());
    assertEquals(0, e.attempts());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void describesAFormOfAModelAsOneOfOkHttp() {
    FormBody form = new FormBody.Builder().add("text", "it's\n new").add("tags[]", "a&b").build();
    String curl =
        assertThrows(DryRunException.class, () -> notes.createNote(EncodedForm.of(form)).fetch())
            .curl();
    assertEquals(
        assertThrows(DryRunException.class, () -> notes.createNote(form).fetch()).curl(), curl);
    assertEquals(
        " --data 'text=it%27s%0A+new&tags%5B%5D=a%26b'", curl.substring(curl.indexOf(" --data")));
  }

  @Test
  void masksWhatIsSensitive() {
    DryRunException e =
        assertThrows(DryRunException.class, () -> notes.deleteNote("7' or '8").fetch());
    assertEquals(
        "curl -X DELETE '" + server.url("/notes/") + "7'\\''%20or%20'\\''8'" + agent(), e.curl());

    RequestBody body = RequestBody.create("private", MediaType.get("application/json"));
    e =
        assertThrows(
            DryRunException.class, () -> notes.createNote(body).header("X-Own", "private").fetch());
    assertEquals(
        "curl -X POST '"
            + server.url("/notes")
            + "'"
            + agent()
            + " -H 'X-Own: ██' # body of type application/json; charset=utf-8",
        e.curl());
  }

  @Test
  void sendsReads() {
    server.enqueue(new MockResponse.Builder().body("{\"id\":7}").build());
    assertEquals(Map.of("id", 7L), notes.getNote("7").fetch());
  }
}
