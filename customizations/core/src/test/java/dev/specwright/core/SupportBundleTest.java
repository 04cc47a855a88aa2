package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.runtime.ApiException;
import java.util.Arrays;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;

class SupportBundleTest {
  private static String versions() {
    return "specwright "
        + Versions.LIBRARY
        + ", okhttp "
        + OkHttp.VERSION
        + ", java "
        + System.getProperty("java.version")
        + ", "
        + System.getProperty("os.name")
        + "\n";
  }

  private static String withoutStack(String text) {
    return Arrays.stream(text.split("\n"))
        .filter(line -> !line.startsWith("  at "))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void tellsWhatACallWentThrough() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().code(503).build());
      server.enqueue(
          new MockResponse.Builder()
              .code(401)
              .addHeader("X-Request-Id", "r-2 fake-token")
              .body("{\"error\":\"bad\",\"message\":\"fake-token is bad\"}")
              .build());
      Notes notes =
          new NotesClient()
              .server(server.url("/").toString())
              .clock(new FakeClock())
              .credential("token", Credential.of("fake-token"))
              .build();
      ApiException e = assertThrows(ApiException.class, () -> notes.getNote("7").fetch());
      e.addSuppressed(new IllegalStateException("fake-token in the message of another"));

      assertEquals(
          versions()
              + "dev.specwright.core.AuthenticationException\n"
              + "  getNote: GET "
              + server.url("/notes/7")
              + " was refused with status 401: bad, ██ is bad (2 attempts)\n"
              + "  call "
              + e.callId()
              + "\n"
              + "  request id r-2 ██\n"
              + "  attempt 1: 2026-01-02T03:04:05Z, 503 after 0 ms\n"
              + "  attempt 2: 2026-01-02T03:04:05Z, 401 after 0 ms\n"
              + "  curl -X GET '"
              + server.url("/notes/7")
              + "?access_token=██' -H 'User-Agent: "
              + Versions.userAgent(Notes.DESCRIPTION)
              + "'\n"
              + "suppressed: java.lang.IllegalStateException\n",
          withoutStack(SupportBundle.of(e)));
      assertEquals("{\"error\":\"bad\",\"message\":\"██ is bad\"}", e.answerStart());
    }
  }

  @Test
  void tellsLittleAboutOtherExceptions() {
    Exception cause = new Exception("fake-token");
    Exception e = new Exception("fake-token", cause);
    cause.addSuppressed(e); // Round in a circle.

    assertEquals(
        versions() + "java.lang.Exception\ncaused by: java.lang.Exception\n",
        withoutStack(SupportBundle.of(e)));
    assertFalse(SupportBundle.of(e).contains("fake"));
  }
}
