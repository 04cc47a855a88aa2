package dev.specwright.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private final MockWebServer server = new MockWebServer();
  private Notes notes;

  @BeforeEach
  void start() throws Exception {
    server.start();
    notes = new NotesClient().server(server.url("/").toString()).build();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answers(String... json) {
    for (String each : json) server.enqueue(new MockResponse.Builder().body(each).build());
  }

  private List<String> targets() throws Exception {
    List<String> targets = new ArrayList<>();
    for (int i = server.getRequestCount(); i > 0; i--)
      targets.add(server.takeRequest().getTarget());
    return targets;
  }

  private static <T> List<T> all(Iterable<T> rows) {
    List<T> list = new ArrayList<>();
    rows.forEach(list::add);
    return list;
  }

  @Test
  void movesTheOffsetByTheRowsItGotUntilAPageIsEmpty() throws Exception {
    answers("[\"a\",\"b\"]", "[\"c\"]", "[]");

    assertEquals(List.of("a", "b", "c"), all(Pages.ofList(notes.listByOffset(2))));
    assertEquals(
        List.of("/by-offset?limit=2", "/by-offset?limit=2&offset=2", "/by-offset?limit=2&offset=3"),
        targets());
  }

  @Test
  void endsWithAShortPageWhereTheDocumentLimitsTheLimit() throws Exception {
    answers("[\"a\",\"b\"]", "[\"c\"]");

    assertEquals(List.of("a", "b", "c"), all(Pages.ofList(notes.listLimited(2))));
    assertEquals(List.of("/limited?limit=2", "/limited?limit=2&offset=2"), targets());
  }

  @Test
  void followsCursorsUntilThereIsNone() throws Exception {
    answers("{\"rows\":[\"a\"],\"next\":\"p2\"}", "{\"rows\":[\"b\"],\"next\":null}");

    assertEquals(List.of("a", "b"), all(Pages.of(notes.listByCursor())));
    assertEquals(List.of("/by-cursor", "/by-cursor?page=p2"), targets());
  }

  @Test
  void endsWhenACursorIsEmptyOrComesAgain() throws Exception {
    answers(
        "{\"rows\":[\"a\"],\"next\":\"p2\"}",
        "{\"rows\":[\"b\"],\"next\":\"p3\"}",
        "{\"rows\":[\"c\"],\"next\":\"p2\"}");
    assertEquals(List.of("a", "b", "c"), all(Pages.of(notes.listByCursor())));

    answers("{\"rows\":[\"a\"],\"next\":\"\"}");
    assertEquals(List.of("a"), all(Pages.of(notes.listByCursor())));
    assertEquals(4, server.getRequestCount());
  }

  private void answersEachTime(String json) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().body(json).build();
          }
        });
  }

  private String stuckAt(int offset) {
    return "listByOffset: GET "
        + server.url("/by-offset")
        + "?offset="
        + offset
        + " got an answer that does not fit the document, status 200: Expected other rows from"
        + " offset "
        + offset
        + " on but found those before it again. The service seems to take no notice of offset;"
        + " ask for all rows in one page.";
  }

  @Test
  void failsWhereTheServiceTakesNoNoticeOfTheOffset() throws Exception {
    answersEachTime("[\"a\",\"b\",\"c\",\"d\"]");
    List<String> rows = new ArrayList<>();
    BadAnswerException e =
        assertThrows(
            BadAnswerException.class,
            () -> Pages.ofList(notes.listByOffset(null)).forEach(rows::add));
    assertEquals(stuckAt(4), e.getMessage());
    assertEquals(List.of("a", "b", "c", "d"), rows);
    assertEquals(2, server.getRequestCount());

    CompletableFuture<Void> all = Pages.ofList(notes.listByOffset(null)).forEachAsync(rows::add);
    ExecutionException async = assertThrows(ExecutionException.class, all::get);
    assertEquals(BadAnswerException.class, requireNonNull(async.getCause()).getClass());
    assertEquals(4, server.getRequestCount());
  }

  /** Rows of few values, such as answers to one question, may be the same for a while. */
  @Test
  void takesPagesThatAreTheSameByChance() throws Exception {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) answers.add("[\"no\"]");
    for (int i = 0; i < 50; i++) answers.add("[\"no\",\"no\",\"no\",\"no\",\"yes\"]");
    answers.add("[]");
    answers(answers.toArray(new String[0]));
    assertEquals(300, all(Pages.ofList(notes.listByOffset(null))).size());
  }

  @Test
  void failsWhenThePageIsTheSameForLongerThanByChance() throws Exception {
    answersEachTime("[\"no\"]");
    BadAnswerException e =
        assertThrows(BadAnswerException.class, () -> all(Pages.ofList(notes.listByOffset(null))));
    assertEquals(stuckAt(100), e.getMessage());
    assertEquals(101, server.getRequestCount());
  }

  @Test
  void startsAtTheCallsOwnPosition() throws Exception {
    answers("[\"d\"]", "[]");

    assertEquals(List.of("d"), all(Pages.ofList(notes.listByOffset(1).query("offset", "3"))));
    assertEquals(List.of("/by-offset?limit=1&offset=3", "/by-offset?limit=1&offset=4"), targets());
  }

  @Test
  void requestsAPageWhenItsFirstRowIsAskedFor() {
    answers("[\"a\",\"b\"]");

    assertEquals(List.of("a", "b"), Pages.ofList(notes.listByOffset(2)).stream().limit(2).toList());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void startsAgainWithEachIteration() {
    answers("[\"a\"]", "[]", "[\"a\"]", "[]");
    Pages<String> rows = Pages.ofList(notes.listByOffset(null));

    assertEquals(List.of("a"), all(rows));
    assertEquals(List.of("a"), all(rows));
  }

  @Test
  void refusesACallWithoutPages() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Pages.of(withoutPages()));
    assertEquals(
        "Expected a call that has pages but found getVersion, whose document has no x-pagination.",
        e.getMessage());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // as a caller of a wrong document would
  private ApiCall<Notes.NotePage> withoutPages() {
    return (ApiCall) notes.getVersion();
  }

  @Test
  void setsThePageSizeOnce() throws Exception {
    answers("[\"a\",\"b\"]", "[]");

    assertEquals(List.of("a", "b"), all(Pages.ofList(notes.listByOffset(null)).pageSize(2)));
    assertEquals(List.of("/by-offset?limit=2", "/by-offset?limit=2&offset=2"), targets());
  }

  @Test
  void refusesAPageSizeThatTheListCannotHave() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Pages.ofList(notes.listLimited(null)).pageSize(0));
    assertEquals(
        "Expected a page size of 1 or more but found 0. Leave it out for the default.",
        e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> Pages.of(notes.listByCursor()).pageSize(2));
    assertEquals(
        "Expected a list whose page size can be set but found listByCursor, whose document has no"
            + " parameter for it.",
        e.getMessage());
  }

  @Test
  void refusesAPageSizeThatTheDocumentDoesNotAllow() throws Exception {
    Pages<String> rows = Pages.ofList(notes.listLimited(null));
    assertEquals(
        "Expected a page size of at most 100 for listLimited but found 101. It is the size of one"
            + " page, not of the list.",
        assertThrows(IllegalArgumentException.class, () -> rows.pageSize(101)).getMessage());
    assertEquals(
        "Expected a page size of at least 2 for listLimited but found 1. It is the size of one"
            + " page, not of the list.",
        assertThrows(IllegalArgumentException.class, () -> rows.pageSize(1)).getMessage());

    answers("[]", "[]");
    assertEquals(List.of(), all(rows.pageSize(2)));
    assertEquals(List.of(), all(rows.pageSize(100)));
    assertEquals(List.of("/limited?limit=2", "/limited?limit=100"), targets());
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 101, at most 100, 101, Send a smaller number.",
    "limit, 1, at least 2, 1, Send a larger number.",
    "limit, all, a whole number, '\"all\"', Send one such as 10.",
    "limit, 2.0, a whole number, '\"2.0\"', Send one such as 10.",
    "limit, '', a whole number, '\"\"', Send one such as 10.",
    "limit, 99999999999999999999, a whole number, '\"99999999999999999999\"', Send one such as 10.",
  })
  void refusesAPageThatTheCallAsksForInAWrongWay(
      String name, String value, String rule, String found, String remedy) {
    ApiCall<List<String>> call = notes.listLimited(null).query(name, value);
    List<Violation> expected = List.of(new Violation("query." + name, rule, found, remedy));

    assertEquals(expected, assertThrows(RequestRefusedException.class, call::fetch).violations());
    assertEquals(
        expected,
        assertThrows(RequestRefusedException.class, () -> Pages.ofList(call).stream().count())
            .violations());
    assertEquals(0, server.getRequestCount());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesAnOffsetThatNobodyCanCountFrom(boolean validation) {
    ApiCall<List<String>> call =
        new NotesClient()
            .server(server.url("/").toString())
            .validation(validation)
            .build()
            .listLimited(null)
            .query("offset", "first");
    String message =
        "listLimited: GET "
            + server.url("/limited")
            + "?offset=first was not sent: Expected a whole number in query.offset but found another"
            + " text. Send one such as 10.";
    assertEquals(
        message,
        assertThrows(RequestRefusedException.class, () -> Pages.ofList(call).stream().count())
            .getMessage());
    CompletableFuture<Slice<String>> page = Pages.ofList(call).fetchAsync();
    assertEquals(
        message,
        requireNonNull(assertThrows(ExecutionException.class, page::get).getCause()).getMessage());
    assertEquals(0, server.getRequestCount());
  }

  @ParameterizedTest
  @CsvSource({"all, 2", "99999999999999999999, 2", "99999999999, 1"})
  void readsToAnEmptyPageWhereTheSizeIsNoNumber(String size, int requests) {
    Notes lax = new NotesClient().server(server.url("/").toString()).validation(false).build();
    answers("[\"a\",\"b\"]", "[]");
    assertEquals(List.of("a", "b"), all(Pages.ofList(lax.listLimited(null).query("limit", size))));
    assertEquals(requests, server.getRequestCount());
  }

  @Test
  void sendsAPageSizeThatNothingIsSaidOf() throws Exception {
    answers("[]", "[]");
    notes.listByOffset(null).query("limit", "-7").query("offset", "-1").fetch();
    notes.listByOffset(null).query("limit", "999999999999999999").fetch();
    assertEquals(
        List.of("/by-offset?limit=-7&offset=-1", "/by-offset?limit=999999999999999999"), targets());
  }

  @Test
  void goesOnFromAPositionThatWasKept() throws Exception {
    answers("{\"rows\":[\"a\"],\"next\":\"p2\"}", "{\"rows\":[\"b\"],\"next\":null}");
    Slice<String> first = Pages.of(notes.listByCursor()).slices().iterator().next();
    assertEquals(new Slice<>(List.of("a"), "", Optional.of("p2")), first);

    Pages<String> rest = Pages.of(notes.listByCursor()).from(first.next().orElseThrow());
    assertEquals(List.of(new Slice<>(List.of("b"), "p2", Optional.empty())), all(rest.slices()));
    assertEquals(List.of("/by-cursor", "/by-cursor?page=p2"), targets());
  }

  @Test
  void goesOnFromAnOffset() throws Exception {
    answers("[\"a\",\"b\"]", "[\"c\"]", "[]");
    Slice<String> first = Pages.ofList(notes.listByOffset(2)).slices().iterator().next();
    assertEquals(new Slice<>(List.of("a", "b"), "0", Optional.of("2")), first);

    assertEquals(List.of("c"), all(Pages.ofList(notes.listByOffset(2)).from("2")));
    assertEquals(
        List.of("/by-offset?limit=2", "/by-offset?limit=2&offset=2", "/by-offset?limit=2&offset=3"),
        targets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "-1", "99999999999999999999"})
  void refusesWhatIsNoPosition(String position) {
    Pages<String> rows = Pages.ofList(notes.listByOffset(2));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> rows.from(position));
    assertEquals(
        "Expected a position that this list gave but found something else. Pass what Slice.next()"
            + " or Slice.position() returned.",
        e.getMessage());
  }

  @Test
  void givesAllRowsWithoutWaiting() throws Exception {
    answers(
        "{\"rows\":[\"a\",\"b\"],\"next\":\"p2\"}",
        "{\"rows\":[\"c\"],\"next\":\"p3\"}",
        "{\"rows\":[\"d\"],\"next\":\"p2\"}");
    List<String> rows = new ArrayList<>();

    Pages.of(notes.listByCursor()).forEachAsync(rows::add).get();

    assertEquals(List.of("a", "b", "c", "d"), rows);
    assertEquals(List.of("/by-cursor", "/by-cursor?page=p2", "/by-cursor?page=p3"), targets());
  }

  @Test
  void givesOnePageWithoutWaiting() throws Exception {
    answers("{\"rows\":[\"a\"],\"next\":\"p2\"}");

    assertEquals(
        new Slice<>(List.of("a"), "", Optional.of("p2")),
        Pages.of(notes.listByCursor()).fetchAsync().get());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void endsWithWhatWentWrongInACallOrInTheAction() throws Exception {
    answers("{\"rows\":[\"a\"],\"next\":\"p2\"}");
    server.enqueue(new MockResponse.Builder().code(404).build());
    ExecutionException e =
        assertThrows(
            ExecutionException.class,
            () -> Pages.of(notes.listByCursor()).forEachAsync(row -> {}).get());
    assertEquals(NotFoundException.class, requireNonNull(e.getCause()).getClass());

    answers("{\"rows\":[\"a\"],\"next\":\"p2\"}");
    IllegalStateException full = new IllegalStateException("full");
    e =
        assertThrows(
            ExecutionException.class,
            () ->
                Pages.of(notes.listByCursor())
                    .forEachAsync(
                        row -> {
                          throw full;
                        })
                    .get());
    assertEquals(full, e.getCause());
    assertEquals(3, server.getRequestCount());
  }

  @Test
  void cancelsTheCallUnderWay() throws Exception {
    answers("{\"rows\":[\"a\"],\"next\":\"p2\"}");
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    List<Call> ended = new CopyOnWriteArrayList<>();
    CountDownLatch cancelled = new CountDownLatch(1);
    EventListener listener =
        new EventListener() {
          @Override
          public void callFailed(Call call, IOException e) {
            ended.add(call);
            cancelled.countDown();
          }
        };
    Pages<String> rows =
        Pages.of(
            new NotesClient()
                .server(server.url("/").toString())
                .eventListener(call -> listener)
                .build()
                .listByCursor());

    CompletableFuture<?> future = rows.forEachAsync(row -> {});
    server.takeRequest();
    server.takeRequest();
    assertTrue(future.cancel(true));
    cancelled.await();
    assertEquals("p2", ended.get(0).request().url().queryParameter("page"));
    assertTrue(ended.get(0).isCanceled());
  }
}
