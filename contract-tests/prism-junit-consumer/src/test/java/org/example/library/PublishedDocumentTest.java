package org.example.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.prism.PrismFront;
import dev.specwright.prism.PrismMock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mock of a document that comes in the jar of a client. */
@PrismMock(value = "classpath:/META-INF/specwright/smartq/openapi.yaml", strict = true)
final class PublishedDocumentTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void mockAnswersAsTheDocumentSays(PrismFront front) throws Exception {
    HttpResponse<String> answer = get(front.baseUrl(), "X-Auth-Client-Id", "not-a-real-key");
    assertEquals(200, answer.statusCode(), answer::body);
    front.assertNoViolations();
  }

  @Test
  void mockRefusesWhatTheDocumentDoesNotAllow(PrismFront front) throws Exception {
    HttpResponse<String> answer = get(front.baseUrl(), "Accept", "application/json");
    assertEquals(401, answer.statusCode(), answer::body);
    assertEquals(
        List.of("GET /api/v1/users/me"),
        front.violations().stream().map(violation -> violation.operation()).toList());
  }

  private static HttpResponse<String> get(URI baseUrl, String header, String value)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(baseUrl.resolve("/api/v1/users/me"))
            .timeout(Duration.ofSeconds(30))
            // user:password, both made up
            .header("Authorization", "Basic dXNlcjpwYXNzd29yZA==")
            .header(header, value)
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
