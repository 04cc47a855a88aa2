package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.runtime.ApiCall;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerLimitTest {
  private static final String JSON = "{\"id\":1234}";
  private static final String TOO_LONG =
      "Expected an answer of at most 11 bytes but found more. Set builder().answerLimit(...), or"
          + " read it as a stream";

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Notes notes() {
    return new NotesClient().server(server.url("/").toString()).answerLimit(JSON.length()).build();
  }

  private void answer(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
  }

  private void assertTooLong() {
    BadAnswerException e =
        assertThrows(BadAnswerException.class, () -> notes().getVersion().fetch());
    assertEquals(
        "getVersion: GET "
            + server.url("/version")
            + " got an answer that does not fit the document, status 200: "
            + TOO_LONG,
        e.getMessage());
    assertEquals(1, e.attempts());
    assertEquals(200, e.status());
  }

  @Test
  void longestAnswerIsTakenAndOneByteMoreIsNot() {
    answer(JSON);
    assertEquals(Map.of("id", 1234L), notes().getVersion().fetch());
    answer(JSON + " ");
    assertTooLong();
    server.enqueue(new MockResponse.Builder().chunkedBody(JSON + " ", 3).build());
    assertTooLong();
  }

  @Test
  void bytesAreCountedWhenTheyAreUnpacked() throws Exception {
    Buffer packed = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(JSON).writeUtf8(" ".repeat(1000));
    }
    server.enqueue(
        new MockResponse.Builder().setHeader("Content-Encoding", "gzip").body(packed).build());
    assertTooLong();
  }

  @Test
  void streamHasNoLimit() {
    answer(JSON + " ".repeat(100_000));
    ApiCall<Map<String, Object>> call = notes().getVersion();
    assertEquals(
        Map.of("id", 1234L), call.tag(StreamedAnswer.class, StreamedAnswer.INSTANCE).fetch());
  }

  @Test
  void limitIsAtLeastOneByte() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new NotesClient().answerLimit(0));
    assertEquals(
        "Expected an answerLimit of 1 byte or more but found 0. Set a larger one, or leave the"
            + " setting out.",
        e.getMessage());
  }
}
