package dev.specwright.smartq;

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
              "SMARTQ_SERVER",
              server.url("/").toString(),
              "SMARTQ_BASIC_USER",
              "ann",
              "SMARTQ_BASIC_PASSWORD",
              "fake-password",
              "SMARTQ_CLIENT_ID",
              "fake-id");
      try (SmartQ client = SmartQ.builder().fromEnvironment(variables).build()) {
        assertThrows(
            dev.specwright.runtime.ApiException.class, () -> client.users().getMe().fetch());
      }
      RecordedRequest request = server.takeRequest();
      assertEquals("fake-id", request.getHeaders().get("X-Auth-Client-Id"));
      assertEquals(
          okhttp3.Credentials.basic("ann", "fake-password"),
          request.getHeaders().get("Authorization"));
    }
  }

  @Test
  void namesAllThatIsMissing() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> SmartQ.builder().fromEnvironment(Map.of()));
    assertEquals(
        "Expected the environment variables SMARTQ_ACCOUNT, SMARTQ_BASIC_USER, SMARTQ_BASIC_PASSWORD, SMARTQ_CLIENT_ID but they were missing or blank. Set what is missing, or use the builder's other methods.",
        e.getMessage());
  }
}
