package dev.specwright.icommkt;

import static dev.specwright.icommkt.FakeSurvey.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.AuthenticationException;
import dev.specwright.core.NotFoundException;
import dev.specwright.core.Retries;
import dev.specwright.core.ServerException;
import dev.specwright.core.ValidationException;
import dev.specwright.icommkt.model.Question;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TokenTest {
  /** The page's example. */
  private static final String QUESTION =
      "{\"id\":\"\",\"question\":\"\",\"description\":null,\"type\":\"\",\"max_length\":null,"
          + "\"mandatory\":null,\"position\":null,\"picture\":null,\"random\":null,"
          + "\"range_from\":null,\"range_to\":null,\"other\":null,\"alerts\":null,"
          + "\"alert_words\":null,\"options\":[]}";

  private static final String INVALID_TOKEN =
      "{\"error\":\"invalid_token\",\"error_description\":\"The access token provided is expired,"
          + " revoked, malformed, or invalid for other reasons.\"}";

  private FakeSurvey server;

  @BeforeEach
  void start() throws IOException {
    server = FakeSurvey.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void requestsATokenWithTheGrantTypeInCapitals() throws Exception {
    server.token("token-1");
    server.json(QUESTION);
    try (IcommktSurvey survey = server.client()) {
      Question question = survey.questions().getQuestion("1842").fetch();
      assertEquals("", question.id());
      assertTrue(question.hasDescription());
      assertEquals(List.of(), question.options());
    }
    RecordedRequest token = server.take();
    assertEquals("POST /oAuth2/token HTTP/1.1", token.getRequestLine());
    assertEquals(
        "grant_type=Client_Credentials&client_id=planted-api-key&client_secret=planted-api-secret",
        body(token));
    assertNull(token.getHeaders().get("Authorization"));
  }

  @Test
  void sendsTheTokenInTheQueryAndNotAsBearer() throws Exception {
    server.token("[TOKEN]&1");
    server.json(QUESTION);
    try (IcommktSurvey survey = server.client()) {
      survey.questions().getQuestion("1842").fetch();
    }
    RecordedRequest get = server.takeAfterToken();
    assertEquals("GET", get.getMethod());
    assertEquals("/v1.0/question", get.getUrl().encodedPath());
    assertEquals("1842", get.getUrl().queryParameter("id"));
    assertEquals(List.of("[TOKEN]&1"), get.getUrl().queryParameterValues("access_token"));
    assertEquals(2, get.getUrl().querySize());
    assertNull(get.getHeaders().get("Authorization"));
  }

  @Test
  void keepsATokenOf900SecondsUntilAMinuteBeforeItsEnd() throws Exception {
    server.token("token-1");
    server.json(QUESTION);
    server.json(QUESTION);
    server.token("token-2");
    server.json(QUESTION);
    try (IcommktSurvey survey = server.client()) {
      survey.questions().getQuestion("1").fetch();
      server.pass(Duration.ofSeconds(839));
      survey.questions().getQuestion("1").fetch();
      server.pass(Duration.ofSeconds(1));
      survey.questions().getQuestion("1").fetch();
    }
    assertEquals(
        List.of(
            "/oAuth2/token",
            "/v1.0/question?id=1&access_token=token-1",
            "/v1.0/question?id=1&access_token=token-1",
            "/oAuth2/token",
            "/v1.0/question?id=1&access_token=token-2"),
        targets());
  }

  @Test
  void replacesATokenRefusedWith401AndRepeatsOnce() throws Exception {
    refusesTheFirstToken(401);
  }

  @Test
  void replacesATokenRefusedInsideA200AndRepeatsOnce() throws Exception {
    refusesTheFirstToken(200);
  }

  @Test
  void replacesATokenRefusedWith400AndRepeatsOnce() throws Exception {
    refusesTheFirstToken(400);
  }

  private void refusesTheFirstToken(int status) throws InterruptedException {
    server.token("token-1");
    server.json(status, INVALID_TOKEN);
    server.token("token-2");
    server.json(QUESTION);
    try (IcommktSurvey survey = server.client()) {
      assertEquals("", survey.questions().getQuestion("1").fetch().id());
    }
    assertEquals(
        List.of(
            "/oAuth2/token",
            "/v1.0/question?id=1&access_token=token-1",
            "/oAuth2/token",
            "/v1.0/question?id=1&access_token=token-2"),
        targets());
  }

  @Test
  void givesUpWhenTheNewTokenIsRefusedToo() {
    server.token("token-1");
    server.json(401, INVALID_TOKEN);
    server.token("token-2");
    server.json(401, INVALID_TOKEN);
    try (IcommktSurvey survey = server.client()) {
      AuthenticationException refused =
          assertThrows(
              AuthenticationException.class, () -> survey.questions().getQuestion("1").fetch());
      assertEquals(
          "getQuestion: GET http://localhost:"
              + server.port()
              + "/v1.0/question?id=1 was refused with status 401: invalid_token, The access token"
              + " provided is expired, revoked, malformed, or invalid for other reasons."
              + " (2 attempts)",
          refused.getMessage());
    }
    assertEquals(4, server.requests());
  }

  @Test
  void tellsThatTheKeysAreRefusedAsAFailureOfTheTokenRequest() {
    server.json(
        401,
        "{\"error\":\"Unauthorized\","
            + "\"error_description\":\"No estás autorizado para realizar esta acción.\"}");
    try (IcommktSurvey survey = server.client()) {
      AuthenticationException refused =
          assertThrows(
              AuthenticationException.class, () -> survey.campaigns().listCampaigns().fetch());
      assertEquals(
          "requestToken: POST http://localhost:"
              + server.port()
              + "/oAuth2/token was refused with status 401: Unauthorized, No estás autorizado para"
              + " realizar esta acción.",
          refused.getMessage());
    }
    assertEquals(1, server.requests());
  }

  @Test
  void tellsErrorsInsideA200ApartByTheirType() {
    server.token("token-1");
    try (IcommktSurvey survey = server.settings().retries(Retries.NONE).build()) {
      server.json("{\"error\":\"not_found\",\"error_description\":\"Recurso no econtrado.\"}");
      NotFoundException missing =
          assertThrows(NotFoundException.class, () -> survey.questions().getQuestion("1").fetch());
      assertEquals("not_found", missing.code());
      assertEquals("Recurso no econtrado.", missing.vendorMessage());
      server.json(
          "{\"error\":\"validation_exception\",\"error_description\":\"Parámetro desconocido\"}");
      assertThrows(ValidationException.class, () -> survey.campaigns().listCampaigns().fetch());
      server.json(
          "{\"error\":\"internal_server_error\","
              + "\"error_description\":\"Hubo un problema en el servidor\"}");
      assertThrows(
          ServerException.class, () -> survey.answers().listAnswers("satisfaccion").fetch());
    }
  }

  @Test
  void showsNeitherKeysNorTokensInLogAndExceptions() {
    List<String> log = new ArrayList<>();
    server.token("planted-token-1");
    server.json(401, INVALID_TOKEN);
    server.token("planted-token-2");
    server.json(401, INVALID_TOKEN);
    try (IcommktSurvey survey = server.settings().log(log::add).build()) {
      Exception refused =
          assertThrows(Exception.class, () -> survey.answers().listAnswers("satisfaccion").fetch());
      StringWriter text = new StringWriter();
      refused.printStackTrace(new PrintWriter(text));
      log.add(text.toString());
    }
    String all = String.join("\n", log);
    assertTrue(all.contains("campaign_url=satisfaccion&access_token=██"), all);
    assertFalse(all.contains("planted"), all);
  }

  @Test
  void namesTheSettingThatIsMissing() {
    assertEquals(
        "Expected apiKey but it was blank. Set it with builder().apiKey(...).",
        assertThrows(
                IllegalArgumentException.class,
                () -> IcommktSurvey.builder().apiSecret("fake").build())
            .getMessage());
    assertEquals(
        "Expected apiSecret but it was blank. Set it with builder().apiSecret(...).",
        assertThrows(
                IllegalArgumentException.class,
                () -> IcommktSurvey.builder().apiKey("fake").apiSecret("").build())
            .getMessage());
  }

  private List<String> targets() throws InterruptedException {
    List<String> targets = new ArrayList<>();
    for (int i = server.requests(); i > 0; i--) targets.add(server.take().getTarget());
    return targets;
  }
}
