package consumer.prism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.prism.PrismMock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@PrismMock(value = "classpath:/consumer/prism/greeting.yaml", failOnViolation = true)
final class GreetingTest {
  @Test
  void greetingIsTheExampleOfTheDocument(URI baseUrl) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(baseUrl.resolve("/greeting")).build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    assertEquals("{\"text\":\"Good morning\"}", body);
  }
}
