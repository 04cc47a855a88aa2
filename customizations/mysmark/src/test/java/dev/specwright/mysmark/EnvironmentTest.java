package dev.specwright.mysmark;

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
              "MYSMARK_SERVER",
              server.url("/").toString(),
              "MYSMARK_CLIENT_ID",
              "fake-id",
              "MYSMARK_CLIENT_SECRET",
              "fake-secret");
      try (MySmark client = MySmark.builder().fromEnvironment(variables).build()) {
        assertThrows(
            dev.specwright.runtime.ApiException.class,
            () -> client.accounts().getAccount("me").fetch());
      }
      RecordedRequest request = server.takeRequest();
      assertEquals("POST /oauth2/token", request.getMethod() + " " + request.getTarget());
      assertEquals(
          "grant_type=client_credentials&client_id=fake-id&client_secret=fake-secret",
          String.valueOf(request.getBody().utf8()));
    }
  }

  @Test
  void namesAllThatIsMissing() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> MySmark.builder().fromEnvironment(Map.of()));
    assertEquals(
        "Expected the environment variables MYSMARK_CLIENT_ID, MYSMARK_CLIENT_SECRET but they were missing or blank. Set what is missing, or use the builder's other methods.",
        e.getMessage());
  }
}
