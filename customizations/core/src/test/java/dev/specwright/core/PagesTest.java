package dev.specwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.runtime.ApiCall;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
