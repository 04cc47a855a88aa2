package dev.specwright.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.RequestRefusedException;
import dev.specwright.core.Retries;
import dev.specwright.core.Slice;
import dev.specwright.library.api.ApiDocument;
import dev.specwright.library.api.BooksApi.ListBooksOptions;
import dev.specwright.library.model.Book;
import dev.specwright.library.model.Genre;
import dev.specwright.library.model.Loan;
import dev.specwright.library.model.LoanRequest;
import dev.specwright.library.model.LoanState;
import dev.specwright.prism.PrismMock;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Calls every operation of an API that nothing here was written for. */
@PrismMock("contract-tests/fifth-api/src/main/resources/openapi.yaml")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryTest {
  private static final String KEY = "not-a-real-key";

  private final Set<String> called = new TreeSet<>();
  private final URI mock;
  private final Library library;
  private Request sent = new Request.Builder().url("https://library.example").build();

  LibraryTest(URI mock) {
    this.mock = mock;
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  sent = chain.request();
                  Response response = chain.proceed(sent);
                  Operation operation = Operation.of(sent);
                  if (operation != null && response.isSuccessful()) called.add(operation.id());
                  return response;
                })
            .build();
    library =
        Library.builder()
            .fromEnvironment(Map.of("LIBRARY_KEY", KEY, "LIBRARY_SERVER", mock.toString()))
            .httpClient(http)
            .retries(Retries.NONE)
            .build();
  }

  @AfterAll
  void everyOperationWasCalled() {
    assertEquals(
        ApiDocument.DESCRIPTION.operations().stream()
            .map(Operation::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        called);
  }

  @Test
  void booksComeByPages() {
    Slice<Book> page = library.allBooks().pageSize(2).slices().iterator().next();

    assertEquals(List.of("A Tramp Abroad", "Roughing It"), titles(page.rows()));
    assertEquals(Optional.of("2"), page.next());
    assertEquals("GET /books?limit=2", line(sent));
    assertEquals(KEY, sent.header("X-Library-Key"));
  }

  @Test
  void enumAndDatesHaveTypes() {
    ListBooksOptions travel = ListBooksOptions.builder().genre(Genre.TRAVEL).build();
    List<Book> books = library.books().listBooks(travel).fetch().books();

    assertEquals("GET /books?genre=travel", line(sent));
    assertEquals(Genre.TRAVEL, books.get(0).genre());
    assertEquals(LocalDate.of(1880, 3, 1), books.get(0).printed());
    assertNull(books.get(1).printed());
  }

  @Test
  void loanIsAForm() throws IOException {
    LoanRequest request =
        LoanRequest.builder()
            .book(11L)
            .until(LocalDate.of(2026, 12, 1))
            .note("For the train")
            .build();
    Loan loan = library.loans().createLoan(request).fetch();

    Buffer body = new Buffer();
    Objects.requireNonNull(sent.body()).writeTo(body);
    assertEquals("POST /loans", line(sent));
    assertEquals("book=11&until=2026-12-01&note=For+the+train", body.readUtf8());
    assertEquals(LocalDate.of(2026, 12, 1), loan.until());
    assertEquals(LoanState.LENT, loan.state());
  }

  @Test
  void loanEnds() throws IOException {
    assertEquals(204, library.loans().deleteLoan(7).execute().code());

    assertEquals("DELETE /loans/7", line(sent));
  }

  @Test
  void noteThatIsTooLongIsNotSent() {
    LoanRequest request =
        LoanRequest.builder().book(11L).until(LocalDate.EPOCH).note("-".repeat(41)).build();

    assertThrows(RequestRefusedException.class, () -> library.loans().createLoan(request).fetch());
  }

  /** Otherwise the mock would take anything. */
  @Test
  void mockRefusesWhatTheDocumentDoesNotAllow() throws IOException {
    FormBody withoutDate = new FormBody.Builder().add("book", "11").build();
    assertEquals(422, status(KEY, withoutDate));
    FormBody whole = new FormBody.Builder().add("book", "11").add("until", "2026-12-01").build();
    assertEquals(401, status(null, whole));
    assertEquals(201, status(KEY, whole));
  }

  private int status(@Nullable String key, FormBody form) throws IOException {
    Request.Builder request = new Request.Builder().url(mock + "/loans").post(form);
    if (key != null) request.header("X-Library-Key", key);
    try (Response response = new OkHttpClient().newCall(request.build()).execute()) {
      return response.code();
    }
  }

  private static List<String> titles(List<Book> books) {
    return books.stream().map(Book::title).toList();
  }

  private static String line(Request request) {
    HttpUrl url = request.url();
    String query = url.encodedQuery() == null ? "" : "?" + url.encodedQuery();
    return request.method() + " " + url.encodedPath() + query;
  }
}
