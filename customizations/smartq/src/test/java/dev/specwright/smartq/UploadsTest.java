package dev.specwright.smartq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.OutcomeUnknownException;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.runtime.ApiCall;
import dev.specwright.smartq.model.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
  /** Four times the memory that the build gives to these tests. */
  private static final long LARGE = 256L * 1024 * 1024;

  private static final String NOTE = "/api/v1/projects/99999/tickets/77777/notes/55555";

  private final Path folder;
  private FakeSmartQ fake;
  private SmartQ smartQ;

  UploadsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void start() throws Exception {
    fake = new FakeSmartQ();
    smartQ = fake.client();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static InputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String multipart(RecordedRequest request) {
    String boundary = request.getHeaders().get("Content-Type").replaceFirst(".*boundary=", "");
    return request.getBody().utf8().replace(boundary, "BOUNDARY").replace("\r\n", "\n");
  }

  @Test
  void fileGoesOutAsThePartNamedFile() throws Exception {
    fake.data("{\"id\":44444}");

    Attachment added =
        smartQ.upload(99999, 77777, 55555, file("image.jpg", "bytes of image.jpg"), true).fetch();

    assertEquals(44444, added.id());
    RecordedRequest request = fake.request();
    assertEquals("POST " + NOTE + "/filesv2 HTTP/1.1", request.getRequestLine());
    assertEquals(
        """
        --BOUNDARY
        Content-Disposition: form-data; name="file"; filename="image.jpg"
        Content-Type: image/jpeg

        bytes of image.jpg
        --BOUNDARY
        Content-Disposition: form-data; name="is_last_file"
        Content-Transfer-Encoding: binary
        Content-Type: text/plain; charset=utf-8

        1
        --BOUNDARY--
        """,
        multipart(request));
  }

  @Test
  void flagIsLeftOutUntilTheLastFile() throws Exception {
    fake.data("{\"id\":44444}");

    smartQ.upload(99999, 77777, 55555, "notes.unknown", stream("x"), false).fetch();

    assertEquals(
        """
        --BOUNDARY
        Content-Disposition: form-data; name="file"; filename="notes.unknown"
        Content-Type: application/octet-stream

        x
        --BOUNDARY--
        """,
        multipart(fake.request()));
  }

  @Test
  void anyBodyCanBeUploaded() throws Exception {
    fake.data("{\"id\":44444}");
    RequestBody body = RequestBody.create("a,b", MediaType.get("text/csv"));

    smartQ.upload(99999, 77777, 55555, "a \"quoted\" ü.csv", body, false).fetch();

    String sent = multipart(fake.request());
    assertTrue(sent.contains("filename=\"a %22quoted%22 ü.csv\""), sent);
    assertTrue(sent.contains("Content-Type: text/csv"), sent);
  }

  @Test
  void largeStreamIsNeverHeldInMemory() throws Exception {
    fake.server.setBodyLimit(0);
    fake.data("{\"id\":44444}");

    smartQ.upload(99999, 77777, 55555, "large.bin", new Zeros(LARGE), false).fetch();

    assertTrue(fake.request().getBodySize() > LARGE);
  }

  @Test
  void streamIsClosedWhenItIsSentAndRefusedASecondTime() {
    fake.data("{\"id\":44444}").data("{\"id\":44445}");
    Zeros content = new Zeros(3);
    ApiCall<Attachment> call = smartQ.upload(99999, 77777, 55555, "zeros", content, false);

    call.fetch();

    assertTrue(content.closed);
    RequestRefusedException e =
        assertThrows(RequestRefusedException.class, () -> call.clone().fetch());
    assertEquals(
        "uploadFile: POST "
            + fake.server.url(NOTE + "/filesv2")
            + " was not sent: Expected a stream to send but found one that was sent already. Open"
            + " another one, or pass a file.",
        e.getMessage());
    assertEquals(1, fake.server.getRequestCount());
  }

  @Test
  void missingFileIsNamedBeforeAnythingIsSent() {
    Path missing = folder.resolve("none.jpg");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> smartQ.upload(99999, 77777, 55555, missing, false));
    assertEquals(
        "Expected a file that can be read but found none at " + missing + ".", e.getMessage());
  }

  @Test
  void progressOfAnUploadEndsAtItsLength() throws Exception {
    fake.data("{\"id\":44444}");
    Path file = file("large.bin", "x".repeat(100_000));
    List<Long> bytes = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    Progress progress =
        (at, total) -> {
          bytes.add(at);
          totals.add(total);
        };

    smartQ.upload(99999, 77777, 55555, file, true).tag(Progress.class, progress).fetch();

    RecordedRequest request = fake.request();
    long length = request.getBodySize();
    assertEquals("" + length, request.getHeaders().get("Content-Length"));
    assertEquals(Set.of(length), Set.copyOf(totals));
    assertTrue(bytes.size() > 3, bytes::toString);
    assertEquals(bytes.stream().sorted().toList(), bytes);
    assertEquals(length, bytes.get(bytes.size() - 1));
  }

  @Test
  void totalOfAStreamIsUnknown() throws Exception {
    fake.data("{\"id\":44444}");
    List<Long> totals = new ArrayList<>();
    List<Long> bytes = new ArrayList<>();
    Progress progress =
        (at, total) -> {
          bytes.add(at);
          totals.add(total);
        };

    smartQ
        .upload(99999, 77777, 55555, "zeros", new Zeros(70_000), false)
        .tag(Progress.class, progress)
        .fetch();

    assertEquals(Set.of(-1L), Set.copyOf(totals));
    assertEquals(fake.request().getBodySize(), bytes.get(bytes.size() - 1));
  }

  @Test
  void lostAnswerOfAnUploadIsAnUnknownOutcome() throws Exception {
    fake.loseTheAnswer();
    Path file = file("image.jpg", "x");
    assertThrows(
        OutcomeUnknownException.class,
        () -> smartQ.upload(99999, 77777, 55555, file, false).fetch());
    assertEquals(1, fake.server.getRequestCount());
  }

  /** As many zeros as asked for, without holding them. */
  private static final class Zeros extends InputStream {
    private long left;
    boolean closed;

    Zeros(long count) {
      left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) return -1;
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(into, offset, offset + count, (byte) 0);
      left -= count;
      return count;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
