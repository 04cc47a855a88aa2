package dev.specwright.library;

import dev.specwright.core.ApiClient;
import dev.specwright.core.ClientBuilder;
import dev.specwright.core.Credential;
import dev.specwright.core.Environment;
import dev.specwright.core.Pages;
import dev.specwright.library.api.ApiDocument;
import dev.specwright.library.api.BooksApi;
import dev.specwright.library.api.LoansApi;
import dev.specwright.library.model.Book;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Village Library API, for one reader.
 *
 * <pre>{@code
 * try (Library library = Library.builder().key("...").build()) {
 *   for (Book book : library.allBooks()) System.out.println(book.title());
 *   // GET https://library.example/books
 *   // X-Library-Key: ...
 * }
 * }</pre>
 */
public final class Library implements AutoCloseable {
  private final ApiClient client;

  private Library(ApiClient client) {
    this.client = client;
  }

  /** Returns a builder; a key has to be set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The shelves. Section Books. */
  public BooksApi books() {
    return client.create(BooksApi.class);
  }

  /** What is borrowed. Section Loans. */
  public LoansApi loans() {
    return client.create(LoansApi.class);
  }

  /** Returns all books; a page is requested when its first book is asked for. */
  public Pages<Book> allBooks() {
    return Pages.of(books().listBooks());
  }

  /** Ends idle connections and threads, unless they belong to an OkHttpClient of the caller's. */
  @Override
  public void close() {
    client.close();
  }

  /** Settings of a {@link Library}. */
  public static final class Builder extends ClientBuilder<Builder> {
    private @Nullable String key;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** Sets the reader's key, from the desk. */
    public Builder key(String value) {
      key = value;
      return this;
    }

    /**
     * Takes settings from environment variables, usually {@code System.getenv()}: {@code
     * LIBRARY_KEY}. {@code LIBRARY_SERVER}, if set, is the server.
     *
     * @throws IllegalArgumentException if the key is missing or wrong; it is not quoted
     */
    public Builder fromEnvironment(Map<String, String> variables) {
      Environment.of(ApiDocument.DESCRIPTION, "LIBRARY", variables)
          .server(this::server)
          .scheme("key", this::key)
          .apply();
      return this;
    }

    /**
     * Makes the client.
     *
     * @throws IllegalArgumentException if a setting is missing or wrong, saying which
     */
    public Library build() {
      Credential credential = Credential.of(require(key, "a key", "key(...)"));
      return new Library(
          client(ApiDocument.DESCRIPTION, Map.of(), Map.of("key", credential), List.of()));
    }
  }
}
