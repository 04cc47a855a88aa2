package dev.specwright.prism;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

final class Fixtures {
  static final Path GREETINGS = resource("greetings.yaml");
  static final Path FAREWELLS = resource("farewells.yaml");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Fixtures() {}

  static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(Fixtures.class.getResource("/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static HttpResponse<String> get(PrismServer server, String path, String... headers)
      throws IOException, InterruptedException {
    URI url = server.baseUrl().resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) request.headers(headers);
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
