package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.AuthenticationException;
import dev.specwright.core.BadAnswerException;
import dev.specwright.core.CallTimeoutException;
import dev.specwright.core.TransportException;
import dev.specwright.mappiness.api.ExportsApi.ListResponsesOptions;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.MalformedAnswerException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRowsTest {
  private FakeMappiness fake;
  private Mappiness mappiness;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeMappiness();
    mappiness = fake.client();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private static JsonRows json(String text) {
    return JsonRows.of(ResponseBody.create(text, MediaType.get("application/json")));
  }

  private static String failure(Runnable reading) {
    UncheckedIOException e = assertThrows(UncheckedIOException.class, reading::run);
    assertInstanceOf(MalformedAnswerException.class, e.getCause());
    return String.valueOf(e.getMessage());
  }

  @Test
  void largeJsonIsNeverHeldInMemory() {
    String row = "{\"happy\":0.5,\"notes\":\"" + "x".repeat(4000) + "\"}";
    fake.large("application/json", "[", row, ",", "]");
    try (JsonRows rows = mappiness.rows(mappiness.exports().listResponses())) {
      assertEquals(FakeMappiness.LARGE / row.length(), rows.stream().count());
    }
  }

  @Test
  void rowsComeBeforeTheAnswerIsComplete() {
    String row = "{\"happy\":0.5,\"notes\":\"" + "x".repeat(100_000) + "\"}";
    fake.server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body("[" + row + "," + row + "," + row + "]")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    try (JsonRows rows = mappiness.rows(mappiness.exports().listResponses())) {
      assertEquals(0.5, rows.next().happy());
      TransportException e =
          assertThrows(TransportException.class, () -> rows.forEachRemaining(each -> {}));
      assertEquals(
          "listResponses: GET "
              + fake.url("██/mappiness.json")
              + " got no complete answer: ProtocolException",
          e.getMessage());
    }
  }

  @Test
  void cancellingTheCallEndsItsRows() {
    String row = "{\"happy\":0.5,\"notes\":\"" + "x".repeat(100_000) + "\"}";
    fake.server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body("[" + row + "," + row + "," + row + "]")
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());
    ApiCall<List<ResponseRow>> call = mappiness.exports().listResponses();
    try (JsonRows rows = mappiness.rows(call)) {
      assertEquals(0.5, rows.next().happy());
      call.cancel();
      TransportException e = assertThrows(TransportException.class, rows::hasNext);
      assertFalse(e instanceof CallTimeoutException, "waited in vain");
    }
    assertTrue(call.isCanceled());
  }

  @Test
  void refusedCallFailsAsAlways() {
    fake.json("{\"error\":\"bad_secret\"}").json("7").answer(200, "application/json", "");
    assertThrows(
        AuthenticationException.class, () -> mappiness.rows(mappiness.exports().listResponses()));
    assertThrows(
        BadAnswerException.class, () -> mappiness.rows(mappiness.exports().listResponses()));
    assertThrows(
        BadAnswerException.class, () -> mappiness.rows(mappiness.exports().listResponses()));
  }

  @Test
  void closingGivesTheConnectionBack() {
    String row = "{\"happy\":0.5,\"notes\":\"" + "x".repeat(100_000) + "\"}";
    ConnectionPool pool = new ConnectionPool();
    try (Mappiness counted =
        fake.builder()
            .secret(FakeMappiness.SECRET)
            .httpClient(new OkHttpClient.Builder().connectionPool(pool).build())
            .build()) {
      for (int i = 0; i < 3; i++) {
        fake.json("[" + row + "," + row + "," + row + "]");
        JsonRows rows = counted.rows(counted.exports().listResponses());
        rows.next();
        assertEquals(0, pool.idleConnectionCount());
        assertEquals(1, pool.connectionCount());
        rows.close();
        assertEquals(pool.connectionCount(), pool.idleConnectionCount());
        assertFalse(rows.hasNext());
        assertThrows(NoSuchElementException.class, rows::next);
      }
    }
  }

  @Test
  void theLastRowGivesTheConnectionBack() {
    ConnectionPool pool = new ConnectionPool();
    try (Mappiness counted =
        fake.builder()
            .secret(FakeMappiness.SECRET)
            .httpClient(new OkHttpClient.Builder().connectionPool(pool).build())
            .build()) {
      fake.json("[{},{}]").json("[]");
      for (int count : new int[] {2, 0}) {
        JsonRows rows = counted.rows(counted.exports().listResponses());
        assertEquals(count, rows.stream().count());
        assertEquals(1, pool.idleConnectionCount());
      }
    }
    assertEquals(2, fake.server.getRequestCount());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"happy\":0.5},{\"happy\":\"secret plan\"}]"
            + " | Expected responses as JSON but found something else in row 2 at $[1].happy",
        "[{\"happy\":0.5},null] | Expected an object as row 2 but found null",
        "[{\"happy\":0.5}"
            + " | Expected responses as JSON but found something else in row 1 at $[0]",
        "[] [] | Expected the end of the answer but found more",
        "{} | Expected responses as JSON but found something else in row 0 at $",
      })
  void answerThatDoesNotFitIsNamedAndNotShown(String text, String message) {
    assertEquals(message, failure(() -> json(text).forEachRemaining(each -> {})));
  }

  @Test
  void pagesGoOnAtTheNextOffset() throws Exception {
    fake.json("[{\"happy\":0.1},{\"happy\":0.2}]").json("[{\"happy\":0.3}]").json("[]");
    List<Double> happy = new ArrayList<>();
    for (ResponseRow row :
        mappiness.pages(
            mappiness.exports().listResponses(ListResponsesOptions.builder().limit(2).build()))) {
      happy.add(row.happy());
    }
    assertEquals(List.of(0.1, 0.2, 0.3), happy);
    assertEquals("/3kkq.pk7d.23wb/mappiness.json?limit=2", fake.request().getTarget());
    assertEquals("/3kkq.pk7d.23wb/mappiness.json?limit=2&offset=2", fake.request().getTarget());
    assertEquals("/3kkq.pk7d.23wb/mappiness.json?limit=2&offset=3", fake.request().getTarget());
  }
}
