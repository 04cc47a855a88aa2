package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Notes which operations of an API were called and accepted. */
final class Coverage {
  private final String api;
  private final Set<String> accepted = new ConcurrentSkipListSet<>();
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .addInterceptor(this::note)
          .addNetworkInterceptor(this::keep)
          .build();
  private volatile @Nullable Request sent;

  /** Forgets what an earlier run has noted of {@code api}. */
  Coverage(String api) {
    this.api = api;
    try {
      Files.deleteIfExists(Apis.calledOperations(api));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a client has to be built with. */
  OkHttpClient http() {
    return http;
  }

  /** Returns the last request as it went out; callers only see it without its credentials. */
  Request sent() {
    return Objects.requireNonNull(sent);
  }

  private Response keep(Interceptor.Chain chain) throws IOException {
    sent = chain.request();
    return chain.proceed(chain.request());
  }

  private Response note(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Operation operation = Operation.of(chain.request());
    if (operation != null && response.isSuccessful()) accepted.add(operation.id());
    return response;
  }

  /** Writes down what was noted, and fails if an operation of the API is not among it. */
  void complete() throws IOException {
    Path file = Apis.calledOperations(api);
    Files.createDirectories(file.getParent());
    Files.write(file, accepted);

    Set<String> missing = new TreeSet<>(Apis.operations(api));
    missing.removeAll(accepted);
    assertEquals(Set.of(), missing, "Operations of " + api + " that no contract test has called");
    assertEquals(Apis.operations(api), List.copyOf(accepted));
  }
}
