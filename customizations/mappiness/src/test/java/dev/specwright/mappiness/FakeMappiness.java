package dev.specwright.mappiness;

import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A server that answers what a test says, and a client of it. */
final class FakeMappiness implements AutoCloseable {
  /** The page's secret, and the HMAC strings of its links. */
  static final String SECRET = "3kkq.pk7d.23wb";

  static final String HAPPY = "3kkq.21f8861d6df137bb07d47c0fec31";
  static final String PHOTO_3 = "3kkq.a1d9840a7d6e6f9a6c13f2b7802f";

  /** Twice the memory that the build gives to these tests. */
  static final long LARGE = 128L * 1024 * 1024;

  final MockWebServer server = new MockWebServer();

  FakeMappiness() throws IOException {
    server.start();
  }

  Mappiness.Builder builder() {
    return Mappiness.builder().server(url("")).sleeper((time, call) -> {});
  }

  Mappiness client() {
    return builder().secret(SECRET).build();
  }

  String url(String target) {
    return server.url("/") + target;
  }

  MappinessLink link(String hmac, String target) {
    return MappinessLink.parse(url("u/" + hmac + "/" + target));
  }

  /** {@code include=happy&limit=1&callback=setHappiness}, the page's example. */
  static ListResponsesOptions happiness() {
    return ListResponsesOptions.builder()
        .include(List.of("happy"))
        .limit(1)
        .callback("setHappiness")
        .build();
  }

  static ApiCall<List<ResponseRow>> happiness(Mappiness mappiness) {
    return mappiness.exports().listResponses(happiness());
  }

  FakeMappiness answer(String type, String body) {
    return answer(200, type, body);
  }

  FakeMappiness answer(int status, @Nullable String type, String body) {
    MockResponse.Builder answer = new MockResponse.Builder().code(status).body(body);
    if (type != null) answer.setHeader("Content-Type", type);
    server.enqueue(answer.build());
    return this;
  }

  FakeMappiness json(String body) {
    return answer("application/json", body);
  }

  /** Writes {@code row} until the answer is large, with {@code between} between two of them. */
  FakeMappiness large(String type, String start, String row, String between, String end) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", type)
            .body(new LargeBody(start, row, between, end))
            .build());
    return this;
  }

  RecordedRequest request() throws InterruptedException {
    RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
    if (request == null) throw new AssertionError("Expected a request but there was none");
    return request;
  }

  static ResponseBody csv(String text) {
    return ResponseBody.create(text, MediaType.get("text/csv; charset=utf-8"));
  }

  @Override
  public void close() {
    server.close();
  }

  private record LargeBody(String start, String row, String between, String end)
      implements MockResponseBody {
    long rows() {
      return LARGE / row.length();
    }

    @Override
    public long getContentLength() {
      return start.length()
          + rows() * row.length()
          + (rows() - 1) * between.length()
          + end.length();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.writeUtf8(start);
      for (long i = 0; i < rows(); i++) sink.writeUtf8(i == 0 ? "" : between).writeUtf8(row);
      sink.writeUtf8(end);
    }
  }
}
