package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A request written by hand, as no client of ours would send it. */
final class RawRequest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HttpRequest.Builder request;

  private RawRequest(HttpRequest.Builder request) {
    this.request = request;
  }

  static RawRequest get(URI mock, String pathAndQuery) {
    return new RawRequest(HttpRequest.newBuilder(URI.create(mock + pathAndQuery)));
  }

  static RawRequest post(URI mock, String pathAndQuery, String contentType, String body) {
    return new RawRequest(
        HttpRequest.newBuilder(URI.create(mock + pathAndQuery))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  static RawRequest postForm(URI mock, String pathAndQuery, String form) {
    return post(mock, pathAndQuery, "application/x-www-form-urlencoded", form);
  }

  RawRequest header(String name, String value) {
    request.header(name, value);
    return this;
  }

  /** Sends the request, which the mock must refuse with this status and for this reason. */
  void isRefused(int status, String reason) throws IOException, InterruptedException {
    HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
    // Next to an error of the document's own Prism gives its reasons in a header.
    String reasons = response.headers().firstValue("sl-violations").orElseGet(response::body);
    assertEquals(status, response.statusCode(), reasons);
    assertTrue(reasons.contains(reason), () -> "Expected: " + reason + "\nbut found: " + reasons);
  }
}
