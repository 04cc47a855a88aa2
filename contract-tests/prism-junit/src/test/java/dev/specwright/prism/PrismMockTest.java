package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@PrismMock("prism-junit/src/test/resources/greetings.yaml")
final class PrismMockTest {
  private final PrismServer server;

  PrismMockTest(PrismServer server) {
    this.server = server;
  }

  @Test
  void answersWithTheExampleOfTheDocument() throws Exception {
    HttpResponse<String> answer = get(server, "/greeting?language=de");
    assertEquals(200, answer.statusCode());
    assertEquals("{\"text\":\"Good morning\"}", answer.body());
  }

  @Test
  void refusesRequestThatDoesNotFitTheDocument() throws Exception {
    assertEquals(422, get(server, "/greeting?language=fr").statusCode());
  }

  @Test
  void replacesAnswerThatDoesNotFitTheDocument() throws Exception {
    assertEquals(500, get(server, "/greeting", "Prefer", "example=wrong").statusCode());
  }

  @Test
  void listensOnTheLoopbackAddress(URI baseUrl) {
    assertEquals("http://127.0.0.1:" + baseUrl.getPort(), baseUrl.toString());
  }

  @Test
  void showsAddressAndDocument(URI baseUrl) {
    assertEquals("PrismServer[" + baseUrl + ", " + server.document() + "]", server.toString());
  }
}
