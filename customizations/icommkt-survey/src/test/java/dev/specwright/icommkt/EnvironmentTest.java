package dev.specwright.icommkt;

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
              "ICOMMKT_SURVEY_SERVER",
              server.url("/").toString(),
              "ICOMMKT_SURVEY_CLIENT_ID",
              "fake-id",
              "ICOMMKT_SURVEY_CLIENT_SECRET",
              "fake-secret");
      try (IcommktSurvey client = IcommktSurvey.builder().fromEnvironment(variables).build()) {
        assertThrows(
            dev.specwright.runtime.ApiException.class,
            () -> client.campaigns().listCampaigns().fetch());
      }
      RecordedRequest request = server.takeRequest();
      assertEquals("POST /oAuth2/token", request.getMethod() + " " + request.getTarget());
      assertEquals(
          "grant_type=Client_Credentials&client_id=fake-id&client_secret=fake-secret",
          String.valueOf(request.getBody().utf8()));
    }
  }

  @Test
  void namesAllThatIsMissing() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> IcommktSurvey.builder().fromEnvironment(Map.of()));
    assertEquals(
        "Expected the environment variables ICOMMKT_SURVEY_CLIENT_ID, ICOMMKT_SURVEY_CLIENT_SECRET but they were missing or blank. Set what is missing, or use the builder's other methods.",
        e.getMessage());
  }
}
