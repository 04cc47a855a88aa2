package org.example.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.prism.Fault;
import dev.specwright.prism.Prefer;
import dev.specwright.prism.PrismFront;
import dev.specwright.prism.PrismMock;
import dev.specwright.prism.PrismServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@PrismMock(value = "classpath:/library.yaml", failOnViolation = true)
final class LibraryTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @PrismMock("classpath:/library.yaml")
  private static PrismServer prism;

  @Test
  void bookIsTheExampleOfTheDocument(URI baseUrl) throws Exception {
    HttpResponse<String> answer = get(baseUrl, "/books/9780141439587");
    assertEquals(200, answer.statusCode());
    assertEquals("{\"title\":\"Emma\",\"state\":\"there\"}", answer.body());
  }

  @Test
  void answerIsChosenByTheRequest(URI baseUrl) throws Exception {
    HttpResponse<String> answer =
        get(baseUrl, "/books/9780141439587", Prefer.HEADER, Prefer.status(404).toString());
    assertEquals(404, answer.statusCode());
    assertEquals("{\"error\":\"No such book.\"}", answer.body());
  }

  @Test
  void faultIsMetByOneRequestOnly(PrismFront front) throws Exception {
    front.next(
        Fault.status(429).retryAfter(Duration.ofSeconds(1)), Fault.unknownEnumValue("/state"));
    HttpResponse<String> refused = get(front.baseUrl(), "/books/9780141439587");
    assertEquals(429, refused.statusCode());
    assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
    assertEquals(
        "{\"title\":\"Emma\",\"state\":\"unknown-to-the-document\"}",
        get(front.baseUrl(), "/books/9780141439587").body());
    assertEquals(
        "{\"title\":\"Emma\",\"state\":\"there\"}",
        get(front.baseUrl(), "/books/9780141439587").body());
  }

  @Test
  void wrongRequestIsFound() throws Exception {
    try (PrismFront front = prism.front()) {
      assertEquals(422, get(front.baseUrl(), "/books/1").statusCode());
      assertEquals(
          List.of("GET /books/{isbn}: request.path.isbn"),
          front.violations().stream()
              .map(violation -> violation.operation() + ": " + violation.location())
              .toList());
      assertThrows(AssertionError.class, front::assertNoViolations);
    }
  }

  private static HttpResponse<String> get(URI baseUrl, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(baseUrl.resolve(path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) request.headers(headers);
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
