package dev.specwright.smartq;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.BadAnswerException;
import dev.specwright.core.NotFoundException;
import dev.specwright.core.TransportException;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
  /** Four times the memory that the build gives to these tests. */
  private static final long LARGE = 256L * 1024 * 1024;

  private static final String NOTE = "/api/v1/projects/99999/tickets/77777/notes/55555";

  private final Path folder;
  private FakeSmartQ fake;
  private SmartQ smartQ;

  DownloadsTest(@TempDir Path folder) {
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

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

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
  void cancellingTheCallEndsItsDownload() throws Exception {
    fake.server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(200_000))
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());
    CountDownLatch begun = new CountDownLatch(1);
    ApiCall<ResponseBody> call =
        smartQ
            .files()
            .downloadFile(99999, 77777, 55555, 44444)
            .tag(Progress.class, (bytes, total) -> begun.countDown());
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Path target = folder.resolve("image.jpg");
      Future<Path> download = pool.submit(() -> smartQ.download(call, target));
      begun.await();
      call.cancel();
      ExecutionException e = assertThrows(ExecutionException.class, download::get);
      assertEquals(TransportException.class, requireNonNull(e.getCause()).getClass());
    } finally {
      pool.shutdown();
    }
    assertEquals(List.of(), filesInFolder());
    assertTrue(call.isCanceled());
  }

  @Test
  void interruptionOfAThreadThatWritesIsNoFailureToWrite() throws Exception {
    fake.server.enqueue(new MockResponse.Builder().body("x".repeat(200_000)).build());
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(chain -> interrupting(chain.proceed(chain.request())))
            .build();
    Path target = folder.resolve("image.jpg");
    try (SmartQ client = fake.builder().httpClient(http).build()) {
      TransportException e =
          assertThrows(
              TransportException.class, () -> client.download(99999, 77777, 55555, 44444, target));
      assertEquals(TransportException.class, e.getClass());
    }
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), filesInFolder());
  }

  /** Interrupts the thread that has read all. */
  private static Response interrupting(Response response) {
    ResponseBody body = response.body();
    Source source =
        new ForwardingSource(body.source()) {
          private long left = body.contentLength();

          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            long count = super.read(sink, byteCount);
            left -= count;
            if (left == 0) Thread.currentThread().interrupt();
            return count;
          }
        };
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength()))
        .build();
  }

  @Test
  void aDownloadMakesTheCallItIsGiven() throws Exception {
    answerFile("image/jpeg", "x");
    ApiCall<ResponseBody> call = smartQ.files().downloadFile(99999, 77777, 55555, 44444);
    Path target = folder.resolve("image.jpg");
    smartQ.download(call, target);
    assertTrue(call.isExecuted());
    assertThrows(IllegalStateException.class, () -> smartQ.download(call, target));
    assertEquals("x", Files.readString(target));
    assertEquals(List.of("image.jpg"), filesInFolder());
    assertEquals(1, fake.server.getRequestCount());
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
}
