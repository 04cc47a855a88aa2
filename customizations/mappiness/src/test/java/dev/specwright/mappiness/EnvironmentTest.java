package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  @Test
  void takesWhatIsSetThere() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().code(500).build());
      Map<String, String> variables =
          Map.of(
              "MAPPINESS_SERVER",
              server.url("/").toString(),
              "MAPPINESS_API_SECRET",
              FakeMappiness.SECRET);
      try (Mappiness client = Mappiness.builder().fromEnvironment(variables).build()) {
        assertThrows(
            dev.specwright.runtime.ApiException.class,
            () -> client.exports().listResponses().fetch());
      }
      RecordedRequest request = server.takeRequest();
      assertEquals("/" + FakeMappiness.SECRET + "/mappiness.json", request.getTarget());
    }
  }

  @Test
  void namesAllThatIsMissing() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Mappiness.builder().fromEnvironment(Map.of()));
    assertEquals(
        "Expected the environment variable MAPPINESS_API_SECRET but it was missing or blank. Set what is missing, or use the builder's other methods.",
        e.getMessage());
  }
}
