package dev.specwright.smartq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.BadAnswerException;
import dev.specwright.core.NotFoundException;
import dev.specwright.core.OutcomeUnknownException;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.core.TransportException;
import dev.specwright.runtime.ApiCall;
import dev.specwright.smartq.model.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  /** Four times the memory that the build gives to these tests. */
  private static final long LARGE = 256L * 1024 * 1024;

  private static final String NOTE = "/api/v1/projects/99999/tickets/77777/notes/55555";

  private final Path folder;
  private FakeSmartQ fake;
  private SmartQ smartQ;

  FilesTest(@TempDir Path folder) {
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

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private static String multipart(RecordedRequest request) {
    String boundary = request.getHeaders().get("Content-Type").replaceFirst(".*boundary=", "");
    return request.getBody().utf8().replace(boundary, "BOUNDARY").replace("\r\n", "\n");
  }

  // ---- upload

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

  // ---- download

  private void answerFile(String type, String content) {
    fake.server.enqueue(
        new MockResponse.Builder().setHeader("Content-Type", type).body(content).build());
  }

  @Test
  void downloadReplacesTheTargetAndLeavesNothingElse() throws Exception {
    answerFile("image/jpeg", "bytes of image.jpg");
    Path target = file("image.jpg", "old");

    assertEquals(target, smartQ.download(99999, 77777, 55555, 44444, target));

    assertEquals("bytes of image.jpg", Files.readString(target));
    assertEquals(List.of("image.jpg"), filesInFolder());
    assertEquals(NOTE + "/files/44444/download", fake.request().getTarget());
  }

  @Test
  void progressOfADownloadEndsAtItsLength() throws Exception {
    answerFile("image/jpeg", "x".repeat(200_000));
    answerFile("image/jpeg", "");
    List<String> told = new ArrayList<>();
    Progress progress = (bytes, total) -> told.add(bytes + " of " + total);
    ApiCall<ResponseBody> call =
        smartQ.files().downloadFile(99999, 77777, 55555, 44444).tag(Progress.class, progress);

    smartQ.download(call, folder.resolve("image.jpg"));
    assertTrue(told.size() > 3, told::toString);
    assertEquals("200000 of 200000", told.get(told.size() - 1));

    told.clear();
    smartQ.download(call.clone(), folder.resolve("empty"));
    assertEquals(List.of("0 of 0"), told);
  }

  @Test
  void progressThatFailsLeavesNoFile() throws Exception {
    answerFile("image/jpeg", "x");
    IllegalStateException failure = new IllegalStateException("full");
    Progress progress =
        (bytes, total) -> {
          throw failure;
        };
    ApiCall<ResponseBody> call =
        smartQ.files().downloadFile(99999, 77777, 55555, 44444).tag(Progress.class, progress);
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class, () -> smartQ.download(call, folder.resolve("image.jpg"))));
    assertEquals(List.of(), filesInFolder());
  }

  @Test
  void nameMayBeAsLongAsTheFileSystemTakes() throws Exception {
    answerFile("image/jpeg", "x");
    Path target = folder.resolve("n".repeat(251) + ".jpg");
    assertEquals("x", Files.readString(smartQ.download(99999, 77777, 55555, 44444, target)));
    assertEquals(List.of(target.getFileName().toString()), filesInFolder());
  }

  @Test
  void nameThatIsTooLongIsNamedBeforeAnythingIsSent() throws Exception {
    Path target = folder.resolve("n".repeat(256));
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class, () -> smartQ.download(99999, 77777, 55555, 44444, target));
    assertEquals("Expected to write " + target + " but could not.", e.getMessage());
    assertEquals(0, fake.server.getRequestCount());
    assertEquals(List.of(), filesInFolder());
  }

  @Test
  void emptyFileIsAFile() throws Exception {
    answerFile("image/jpeg", "");
    Path target = smartQ.download(99999, 77777, 55555, 44444, folder.resolve("empty"));
    assertEquals(0, Files.size(target));
  }

  @Test
  void largeFileIsNeverHeldInMemory() throws Exception {
    fake.server.enqueue(
        new MockResponse.Builder()
            .body(
                new MockResponseBody() {
                  @Override
                  public long getContentLength() {
                    return LARGE;
                  }

                  @Override
                  public void writeTo(BufferedSink sink) throws IOException {
                    byte[] piece = new byte[8192];
                    for (long sent = 0; sent < LARGE; sent += piece.length) sink.write(piece);
                  }
                })
            .build());
    Path target = smartQ.download(99999, 77777, 55555, 44444, folder.resolve("large"));
    assertEquals(LARGE, Files.size(target));
  }

  @Test
  void brokenDownloadLeavesTheTargetAsItWas() throws Exception {
    fake.server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    Path target = file("image.jpg", "old");

    assertThrows(
        TransportException.class, () -> smartQ.download(99999, 77777, 55555, 44444, target));

    assertEquals("old", Files.readString(target));
    assertEquals(List.of("image.jpg"), filesInFolder());
  }

  @Test
  void refusedDownloadLeavesNoFile() throws Exception {
    fake.answer(404, "{\"error\":{\"type\":null,\"code\":404,\"message\":\"none\"},\"data\":null}");
    Path target = folder.resolve("image.jpg");

    NotFoundException e =
        assertThrows(
            NotFoundException.class, () -> smartQ.download(99999, 77777, 55555, 44444, target));

    assertEquals("none", e.vendorMessage());
    assertEquals(List.of(), filesInFolder());
  }

  @Test
  void errorWithStatus200IsNotTakenForTheFile() throws Exception {
    String error = "{\"error\":{\"type\":null,\"code\":404,\"message\":\"none\"},\"data\":null}";
    answerFile("text/html", "\uFEFF" + error);
    answerFile("text/html", error);
    Path target = folder.resolve("image.jpg");

    NotFoundException e =
        assertThrows(
            NotFoundException.class, () -> smartQ.download(99999, 77777, 55555, 44444, target));
    assertEquals("none", e.vendorMessage());
    assertEquals(List.of(), filesInFolder());
    assertThrows(
        NotFoundException.class,
        () -> smartQ.files().downloadFile(99999, 77777, 55555, 44444).fetch());
  }

  @Test
  void errorInPlaceOfAFileShowsNoCredentialThatItRepeats() {
    answerFile(
        "text/html",
        "{\"error\":{\"code\":7,\"message\":\"bad " + FakeSmartQ.KEY + "\"},\"data\":null}");
    BadAnswerException e =
        assertThrows(
            BadAnswerException.class,
            () -> smartQ.download(99999, 77777, 55555, 44444, folder.resolve("image.jpg")));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.endsWith(": Expected a file but found the error 7, bad ██"), message);
  }

  @Test
  void errorWithStatus200AndACodeThatIsNoStatusIsABadAnswer() throws Exception {
    answerFile("text/html", "{\"error\":{\"code\":7,\"message\":\"odd\"},\"data\":null}");
    BadAnswerException e =
        assertThrows(
            BadAnswerException.class,
            () -> smartQ.download(99999, 77777, 55555, 44444, folder.resolve("image.jpg")));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.endsWith(": Expected a file but found the error 7, odd"), message);
    assertEquals(List.of(), filesInFolder());
  }

  @Test
  void filesThatOnlyLookLikeErrorsAreFiles() throws Exception {
    Path target = folder.resolve("file");
    for (String content :
        List.of(
            "{",
            "{}",
            "\uFEFF",
            "\uFEFF{}",
            "{\"error\":null,\"data\":null}",
            "{\"error\":{\"code\":404},\"data\":1}",
            "{\"error\":{\"code\":404},\"data\":null,\"more\":1}",
            "{\"error\":{\"code\":404},\"data\":null} and more",
            "{\"error\":{\"code\":404,\"message\":\""
                + "x".repeat(20_000)
                + "\"},\"data\":null}")) {
      answerFile("application/json", content);
      smartQ.download(99999, 77777, 55555, 44444, target);
      assertEquals(content, Files.readString(target));
    }
  }

  @Test
  void answerThatCallsItselfAFileIsOne() throws Exception {
    String content = "{\"error\":{\"code\":404,\"message\":\"none\"},\"data\":null}";
    fake.server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Disposition", "attachment; filename=\"log.json\"")
            .body(content)
            .build());
    Path target = smartQ.download(99999, 77777, 55555, 44444, folder.resolve("log.json"));
    assertEquals(content, Files.readString(target));
  }

  @Test
  void targetThatCannotBeWrittenIsNamedBeforeAnythingIsSent() {
    Path target = folder.resolve("none").resolve("image.jpg");
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class, () -> smartQ.download(99999, 77777, 55555, 44444, target));
    assertEquals("Expected to write " + target + " but could not.", e.getMessage());
    assertInstanceOf(NoSuchFileException.class, e.getCause());
    assertEquals(0, fake.server.getRequestCount());
  }

  @Test
  void targetThatIsAFilledFolderIsLeftAlone() throws Exception {
    answerFile("image/jpeg", "x");
    Path target = Files.createDirectory(folder.resolve("folder"));
    Files.writeString(target.resolve("inside"), "kept");

    assertThrows(
        UncheckedIOException.class, () -> smartQ.download(99999, 77777, 55555, 44444, target));

    assertEquals("kept", Files.readString(target.resolve("inside")));
    assertEquals(List.of("folder"), filesInFolder());
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
