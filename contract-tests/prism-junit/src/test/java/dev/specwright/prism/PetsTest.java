package dev.specwright.prism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// The example of README.md: the lines between the markers.
// readme
@PrismMock("classpath:/pets.yaml") // or a file: "specs/pets/openapi.yaml"
class PetsTest {
  @Test
  void petHasName(URI baseUrl) {
    assertEquals("Rex", new PetsClient(baseUrl).nameOf("rex"));
  }

  @Test
  void waitsWhenRefused(PrismFront front) {
    front.next(Fault.status(429).retryAfter(Duration.ofSeconds(1)));
    assertEquals("Rex", new PetsClient(front.baseUrl()).nameOf("rex"));
    front.assertNoViolations();
  }
}
// end
