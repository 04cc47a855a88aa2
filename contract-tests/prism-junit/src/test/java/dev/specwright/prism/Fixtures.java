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
import java.util.function.UnaryOperator;

final class Fixtures {
  static final Path GREETINGS = resource("greetings.yaml");
  static final Path FAREWELLS = resource("farewells.yaml");
  static final Path PETS = resource("pets.yaml");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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
    return get(server.baseUrl(), path, headers);
  }

  static HttpResponse<String> get(URI baseUrl, String path, String... headers)
      throws IOException, InterruptedException {
    return send(baseUrl, path, request -> request, headers);
  }

  static HttpResponse<String> postJson(URI baseUrl, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(
        baseUrl,
        path,
        request ->
            request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)),
        headers);
  }

  private static HttpResponse<String> send(
      URI baseUrl, String path, UnaryOperator<HttpRequest.Builder> more, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(baseUrl.resolve(path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) request.headers(headers);
    return HTTP.send(more.apply(request).build(), BodyHandlers.ofString());
  }
}
