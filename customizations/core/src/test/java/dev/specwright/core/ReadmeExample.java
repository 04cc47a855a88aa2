package dev.specwright.core;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;

/** The lines of README.md. */
final class ReadmeExample {
  private ReadmeExample() {}

  static Notes build(
      OkHttpClient http, Consumer<String> logger, TokenStore store, EventListener.Factory timing) {
    // readme
    Notes notes =
        new NotesClient() // as MySmark.builder() and the others
            .httpClient(http) // your own: its TLS, connections and interceptors
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofSeconds(10)) // the wait for more bytes
            .callTimeout(Duration.ofSeconds(30)) // all attempts; two minutes unless set
            .retries(Retries.NONE) // or new Retries(attempts, pauses, ...)
            .answerLimit(10_000_000) // bytes; streams have none
            .validation(false) // sends also what the document does not allow
            .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("localhost", 3128)))
            .tokenStore(store) // shares the access token, here or with other processes
            .userAgent("acme-sync/2.1")
            .callIdHeader("X-Request-Id") // the same over all attempts
            .log(logger) // without secrets
            .eventListener(timing)
            .build();
    // end
    return notes;
  }

  static Map<String, Object> calls(Notes notes) {
    // readme
    ApiCall<Map<String, Object>> call = notes.getNote("7").timeout(Duration.ofSeconds(5));
    Map<String, Object> note = call.fetch();

    CompletableFuture<Map<String, Object>> later = call.clone().fetchAsync(); // does not wait
    later.cancel(true); // cancels the call, as call.cancel() does from another thread
    // end
    return note;
  }

  static void rehearse(NotesClient builder, RequestBody body, Consumer<String> show) {
    // readme
    Notes rehearsal = builder.dryRun().build(); // reads as usual, and writes nothing
    try {
      rehearsal.createNote(body).fetch();
    } catch (DryRunException e) {
      show.accept(e.curl()); // what would have been sent, without credentials
    }
    // end
  }

  static EventListener.Factory timing(Consumer<String> metrics) {
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
    // end
    return timing;
  }

  static void support(Notes notes, Consumer<String> ticket) {
    // readme
    try {
      notes.getNote("7").fetch();
    } catch (NotFoundException e) {
      // as documented
    } catch (ApiException e) {
      ticket.accept(SupportBundle.of(e)); // attempts, ids, versions, a curl command; no secrets
      throw e;
    }
    // end
  }

  static List<String> pages(Notes notes, String kept) {
    List<String> rows = new ArrayList<>();
    // readme
    for (String row : Pages.ofList(notes.listByOffset(null)).pageSize(50)) rows.add(row);
    for (Slice<String> page : Pages.of(notes.listByCursor()).from(kept).slices()) {
      rows.addAll(page.rows());
      kept = page.next().orElse(""); // where to go on, on another day
    }
    // end
    return rows;
  }
}
