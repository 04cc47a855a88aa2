package dev.specwright.prism;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What README's example tests: a client that waits as long as it is told to, once. */
final class PetsClient {
  private final URI baseUrl;

  PetsClient(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  String nameOf(String pet) {
    try {
      HttpResponse<String> answer = get(pet);
      if (answer.statusCode() != 429) return answer.body();
      String seconds = answer.headers().firstValue("Retry-After").orElseThrow();
      Thread.sleep(Duration.ofSeconds(Long.parseLong(seconds)).toMillis());
      return get(pet).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> get(String pet) throws IOException, InterruptedException {
    return Fixtures.get(baseUrl, "/pets/" + pet + "/name");
  }
}
