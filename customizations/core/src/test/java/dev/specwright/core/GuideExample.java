package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.Violation;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** The examples of GUIDE.md: the lines between the markers. */
final class GuideExample {
  private GuideExample() {}

  static Map<String, Object> calls(Notes notes) throws Exception {
    // readme
    Map<String, Object> note = notes.getNote("7").fetch(); // the value, or an exception
    // GET /notes/7

    Response<Map<String, Object>> answer = notes.getNote("7").execute(); // Retrofit's own
    // GET /notes/7
    System.out.println(answer.code() + " " + answer.headers().get("Date"));

    ApiCall<Map<String, Object>> call =
        notes
            .getNote("7")
            .timeout(Duration.ofSeconds(5)) // all attempts of this call
            .header("X-Trace", "b7ad6b7169203331")
            .query("lang", "en"); // as it is: the document's rules are not applied to it
    CompletableFuture<Map<String, Object>> later = call.fetchAsync();
    // GET /notes/7?lang=en
    CompletableFuture<Void> shown = later.thenAccept(value -> System.out.println(value.get("id")));
    // end
    shown.join();
    return note;
  }

  static Map<String, Object> cancel(Notes notes) {
    // readme
    ApiCall<Map<String, Object>> call = notes.getNote("7");
    CompletableFuture<Map<String, Object>> abandoned = call.fetchAsync();
    abandoned.cancel(true); // or call.cancel(), from any thread
    Map<String, Object> again = call.clone().fetch(); // a call is made once
    // end
    return again;
  }

  static void failures(Notes notes, RequestBody body) {
    // readme
    try {
      notes.createNote(body).fetch();
      // POST /notes text=hello
    } catch (RequestRefusedException e) {
      // nothing was sent; e.violations() are the values that the document does not allow
    } catch (RateLimitException e) {
      // 429, after the retries
    } catch (OutcomeUnknownException e) {
      // it may have been carried out: look before you send it again
    } catch (ApiException e) { // the parent of all
      System.out.println(e.status() + " " + e.code() + ": " + e.vendorMessage());
    }
    // end
  }

  static void violations(Notes notes) {
    // readme
    try {
      notes.getNote("longer than the document allows").fetch();
    } catch (RequestRefusedException e) {
      for (Violation each : e.violations()) {
        System.out.println(each.place() + " takes " + each.rule() + ". " + each.remedy());
      } // path.id takes at most 20 characters. Shorten it.
    }
    // end
  }

  static void support(Notes notes, Consumer<String> ticket) {
    // readme
    try {
      notes.getNote("7").fetch();
      // GET /notes/7
    } catch (ApiException e) {
      ticket.accept(SupportBundle.of(e)); // attempts, ids, versions, a curl command; no secrets
    }
    // end
  }

  static List<String> lists(Notes notes) {
    List<String> rows = new ArrayList<>();
    // readme
    for (String row : Pages.of(notes.listByCursor())) rows.add(row);
    // GET /by-cursor
    // GET /by-cursor?page=p2
    List<String> two =
        Pages.ofList(notes.listByOffset(null)).pageSize(50).stream().limit(2).toList();
    // GET /by-offset?limit=50
    // end
    rows.addAll(two);
    return rows;
  }

  static String slices(Notes notes, String kept) {
    // readme
    for (Slice<String> page : Pages.of(notes.listByCursor()).from(kept).slices()) {
      // GET /by-cursor?page=p2
      System.out.println(page.rows() + " at " + page.position());
      kept = page.next().orElse(""); // go on from here on another day
    }
    // end
    return kept;
  }

  static void asyncLists(Notes notes, List<String> rows) {
    // readme
    Pages<String> pages = Pages.of(notes.listByCursor());
    CompletableFuture<Slice<String>> first = pages.fetchAsync();
    // GET /by-cursor
    CompletableFuture<Void> all = pages.forEachAsync(rows::add);
    // GET /by-cursor
    // end
    CompletableFuture.allOf(first, all).join();
  }

  static void server(NotesClient builder) {
    // readme
    builder.server("https://gateway.example/notes");
    builder.server("http://notes.internal:8080").allowCleartext(); // credentials in the clear
    // end
  }

  static void time(NotesClient builder) {
    // readme
    builder
        .connectTimeout(Duration.ofSeconds(5)) // ten seconds unless set
        .readTimeout(Duration.ofSeconds(30)) // the wait for more bytes; ten seconds unless set
        .callTimeout(Duration.ofMinutes(5)) // all attempts together; two minutes unless set
        .answerLimit(10_000_000); // bytes of what is decoded as a whole; 64 MiB unless set
    // end
  }

  static void retries(NotesClient builder) {
    // readme
    Retries usual = Retries.DEFAULT;
    builder.retries(
        new Retries(
            usual.attempts() + 2, // 3
            usual.firstPause(), // half a second; each further one is twice as long
            usual.longestPause(), // eight seconds
            usual.longestRetryAfter())); // a minute
    builder.retries(Retries.NONE); // one attempt
    // end
  }

  static void readOnly(NotesClient builder, RequestBody body) {
    // readme
    Notes careful = builder.readOnly().build();
    try {
      careful.createNote(body).fetch();
    } catch (RequestRefusedException e) {
      System.out.println(e.getMessage()); // nothing was sent
    }
    // end
  }

  static void dryRun(NotesClient builder, RequestBody body) {
    // readme
    Notes rehearsal = builder.dryRun().build(); // sends reads, and describes writes
    try {
      rehearsal.createNote(body).fetch();
    } catch (DryRunException e) {
      System.out.println(e.curl()); // what would have been sent, without credentials
    }
    // end
  }

  static void unchecked(NotesClient builder) {
    // readme
    Notes trusting = builder.validation(false).build();
    trusting.getNote("longer than the document allows").fetch();
    // GET /notes/longer%20than%20the%20document%20allows
    // end
  }

  static void http(NotesClient builder, OkHttpClient yours) {
    // readme
    builder
        .httpClient(yours) // its TLS, proxy, connections, interceptors and time limits
        .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("localhost", 3128)));
    // end
  }

  static void events(NotesClient builder, Consumer<String> metrics) {
    // readme
    EventListener.Factory timing =
        call ->
            new EventListener() {
              private final long start = System.nanoTime();

              @Override
              public void callEnd(Call ended) {
                metrics.accept("api.call " + (System.nanoTime() - start) / 1_000_000 + " ms");
              }
            };
    builder.eventListener(timing);
    // end
  }

  static void log(NotesClient builder, Consumer<String> logger) {
    // readme
    builder
        .log(logger) // a line for each request and answer
        .userAgent("acme-sync/2.1") // in front of the library's own
        .callIdHeader("X-Request-Id"); // sends e.callId(), the same with every attempt
    // end
  }

  static void sharedToken(NotesClient builder, NotesClient another) {
    // readme
    TokenStore store = TokenStore.inMemory();
    builder.tokenStore(store);
    another.tokenStore(store);
    // end
  }

  static TokenStore ownStore(Map<String, TokenStore.Entry> table, Set<String> locks, Clock clock) {
    // readme
    TokenStore store =
        new TokenStore() {
          @Override
          public @Nullable Entry get(String key) {
            Entry entry = table.get(key);
            return entry != null && clock.instant().isBefore(entry.replaceAt()) ? entry : null;
          }

          @Override
          public void put(String key, Entry entry, Duration keep) {
            table.put(key, entry); // of no use after keep
          }

          @Override
          public void remove(String key, String refused) {
            table.computeIfPresent(key, (k, each) -> each.value().equals(refused) ? null : each);
          }

          @Override
          public @Nullable Lease lease(String key, Duration limit) {
            return locks.add(key) ? () -> locks.remove(key) : null; // has to end after limit
          }
        };
    // end
    return store;
  }

  static void tests(NotesClient builder, List<Duration> waits, Clock fixed) {
    // readme
    builder
        .clock(fixed) // when a token ends, and what Retry-After means
        .sleeper((time, call) -> waits.add(time)); // between attempts: notes it and goes on
    // end
  }

  static void close(NotesClient builder) {
    // readme
    try (ApiClient client = builder.client()) { // as of MySmark.builder().build() and the others
      System.out.println(client.server());
    }
    // end
  }
}
