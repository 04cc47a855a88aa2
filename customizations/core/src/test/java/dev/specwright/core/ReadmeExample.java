package dev.specwright.core;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

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
}
