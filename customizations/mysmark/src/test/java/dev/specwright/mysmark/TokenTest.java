package dev.specwright.mysmark;

import static dev.specwright.mysmark.FakeMySmark.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.core.AuthenticationException;
import dev.specwright.core.BadAnswerException;
import dev.specwright.core.Retries;
import dev.specwright.core.ServerException;
import dev.specwright.mysmark.model.AccountUpdate;
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
  private static final String ACCOUNT = "{\"type\":\"Account\",\"name\":\"Example Ltd\"}";
  private static final String INVALID_TOKEN =
      "{\"error\":\"invalid_token\",\"error_description\":\"The access token has expired\"}";

  private FakeMySmark server;

  @BeforeEach
  void start() throws IOException {
    server = FakeMySmark.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void requestsATokenWithPlainFormValuesAndNoHeader() throws Exception {
    server.token("token-1");
    server.json(ACCOUNT);
    try (MySmark mysmark = server.client()) {
      assertEquals("Example Ltd", mysmark.accounts().getAccount("me").fetch().name());
    }
    RecordedRequest token = server.take();
    assertEquals("POST /oauth2/token HTTP/1.1", token.getRequestLine());
    assertEquals(
        "grant_type=client_credentials&client_id=planted-client-id"
            + "&client_secret=planted-client-secret",
        body(token));
    assertNull(token.getHeaders().get("Authorization"));
  }

  @Test
  void sendsTheTokenInTheQueryOfAGet() throws Exception {
    server.token("token/1 +");
    server.json(ACCOUNT);
    try (MySmark mysmark = server.client()) {
      mysmark.accounts().getAccount(mysmark.owner()).fetch();
    }
    RecordedRequest get = server.takeAfterToken();
    assertEquals("GET /api/me?oauth_token=token%2F1%20%2B HTTP/1.1", get.getRequestLine());
    assertFalse(get.getHeaders().toString().contains("token"));
  }

  @Test
  void sendsTheTokenPlainInTheFormOfAPostAndNotInItsQueryOrHeaders() throws Exception {
    server.token("token-1");
    server.json(ACCOUNT);
    try (MySmark mysmark = server.client()) {
      mysmark.accounts().updateAccount("me", AccountUpdate.builder().name("n").build()).fetch();
    }
    RecordedRequest post = server.takeAfterToken();
    assertEquals("POST /api/me HTTP/1.1", post.getRequestLine());
    assertEquals("name=%22n%22&oauth_token=token-1", body(post));
    assertFalse(post.getHeaders().toString().contains("token"));
  }

  @Test
  void sendsTheTokenInTheFormOfADelete() throws Exception {
    server.token("token-1");
    server.json("true");
    try (MySmark mysmark = server.client()) {
      assertTrue(mysmark.objects().deleteObject("me", "54321").fetch());
    }
    RecordedRequest delete = server.takeAfterToken();
    assertEquals("DELETE /api/me/objects/54321 HTTP/1.1", delete.getRequestLine());
    assertEquals("oauth_token=token-1", body(delete));
    assertEquals("application/x-www-form-urlencoded", delete.getHeaders().get("Content-Type"));
  }

  @Test
  void keepsATokenOfUnsaidLifetimeForAnHourLessAMinute() throws Exception {
    server.token("token-1");
    server.json(ACCOUNT);
    server.json(ACCOUNT);
    server.token("token-2");
    server.json(ACCOUNT);
    try (MySmark mysmark = server.client()) {
      mysmark.accounts().getAccount("me").fetch();
      server.pass(Duration.ofMinutes(59).minusSeconds(1));
      mysmark.accounts().getAccount("me").fetch();
      server.pass(Duration.ofSeconds(1));
      mysmark.accounts().getAccount("me").fetch();
    }
    assertEquals(
        List.of(
            "/oauth2/token",
            "/api/me?oauth_token=token-1",
            "/api/me?oauth_token=token-1",
            "/oauth2/token",
            "/api/me?oauth_token=token-2"),
        targets());
  }

  @Test
  void takesTheLifetimeThatTheAnswerSays() throws Exception {
    server.json("{\"access_token\":\"token-1\",\"expires_in\":\"1200\"}");
    server.json(ACCOUNT);
    server.json(ACCOUNT);
    server.token("token-2");
    server.json(ACCOUNT);
    try (MySmark mysmark = server.client()) {
      mysmark.accounts().getAccount("me").fetch();
      server.pass(Duration.ofMinutes(19).minusSeconds(1));
      mysmark.accounts().getAccount("me").fetch();
      server.pass(Duration.ofSeconds(1));
      mysmark.accounts().getAccount("me").fetch();
    }
    assertEquals(5, server.requests());
  }

  @Test
  void replacesATokenRefusedWith401AndRepeatsAPostOnce() throws Exception {
    server.token("token-1");
    server.json(401, INVALID_TOKEN);
    server.token("token-2");
    server.json(ACCOUNT);
    try (MySmark mysmark = server.client()) {
      mysmark.accounts().updateAccount("me", AccountUpdate.builder().name("n").build()).fetch();
    }
    assertEquals("name=%22n%22&oauth_token=token-1", body(server.takeAfterToken()));
    assertEquals("name=%22n%22&oauth_token=token-2", body(server.takeAfterToken()));
    assertEquals(4, server.requests());
  }

  @Test
  void replacesATokenRefusedInsideA200AndRepeatsOnce() throws Exception {
    server.token("token-1");
    server.json(INVALID_TOKEN);
    server.token("token-2");
    server.json(ACCOUNT);
    try (MySmark mysmark = server.client()) {
      assertEquals("Example Ltd", mysmark.accounts().getAccount("me").fetch().name());
    }
    assertEquals(
        List.of(
            "/oauth2/token",
            "/api/me?oauth_token=token-1",
            "/oauth2/token",
            "/api/me?oauth_token=token-2"),
        targets());
  }

  @Test
  void replacesATokenForAnAsynchronousCallToo() throws Exception {
    server.token("token-1");
    server.json(401, INVALID_TOKEN);
    server.token("token-2");
    server.json(ACCOUNT);
    try (MySmark mysmark = server.client()) {
      assertEquals("Example Ltd", mysmark.accounts().getAccount("me").fetchAsync().get().name());
    }
    assertEquals(4, server.requests());
  }

  @Test
  void givesUpWhenTheNewTokenIsRefusedToo() {
    server.token("token-1");
    server.json(INVALID_TOKEN);
    server.token("token-2");
    server.json(INVALID_TOKEN);
    try (MySmark mysmark = server.client()) {
      AuthenticationException refused =
          assertThrows(
              AuthenticationException.class, () -> mysmark.accounts().getAccount("me").fetch());
      assertEquals(
          "getAccount: GET http://localhost:"
              + server.port()
              + "/api/me was refused with status 200: invalid_token, The access token has expired"
              + " (2 attempts)",
          refused.getMessage());
    }
    assertEquals(4, server.requests());
  }

  @Test
  void tellsThatTheKeysAreRefusedAsAFailureOfTheTokenRequest() {
    server.json(401, "{\"error\":\"invalid_client\",\"error_description\":\"Unknown client\"}");
    try (MySmark mysmark = server.client()) {
      AuthenticationException refused =
          assertThrows(
              AuthenticationException.class, () -> mysmark.objects().listObjects("me").fetch());
      assertEquals(
          "createToken: POST http://localhost:"
              + server.port()
              + "/oauth2/token was refused with status 401: invalid_client, Unknown client",
          refused.getMessage());
    }
    assertEquals(1, server.requests());
  }

  @Test
  void takesATokenAnswerWithoutTokenForABadAnswer() {
    server.json("{\"token_type\":\"bearer\"}");
    try (MySmark mysmark = server.client()) {
      BadAnswerException bad =
          assertThrows(BadAnswerException.class, () -> mysmark.accounts().getAccount("me").fetch());
      assertEquals("createToken", bad.operation());
    }
  }

  @Test
  void asksAgainASecondAfterATokenRequestThatFailed() {
    server.json(500, "{}");
    server.token("token-1");
    server.json(ACCOUNT);
    try (MySmark mysmark = server.settings().retries(Retries.NONE).build()) {
      assertThrows(ServerException.class, () -> mysmark.accounts().getAccount("me").fetch());
      server.pass(Duration.ofSeconds(1));
      assertEquals("Example Ltd", mysmark.accounts().getAccount("me").fetch().name());
    }
  }

  @Test
  void showsNeitherKeysNorTokensInLogAndExceptions() {
    List<String> log = new ArrayList<>();
    server.token("planted-token-1");
    server.json(401, INVALID_TOKEN);
    server.token("planted-token-2");
    server.json(403, "{\"error\":\"not_allowed\"}");
    try (MySmark mysmark = server.settings().log(log::add).build()) {
      AccountUpdate update = AccountUpdate.builder().name("shown").build();
      Exception refused =
          assertThrows(
              Exception.class, () -> mysmark.accounts().updateAccount("me", update).fetch());
      StringWriter text = new StringWriter();
      refused.printStackTrace(new PrintWriter(text));
      log.add(text.toString());
    }
    String all = String.join("\n", log);
    assertTrue(all.contains("shown"));
    assertFalse(all.contains("planted"), all);
  }

  private List<String> targets() throws InterruptedException {
    List<String> targets = new ArrayList<>();
    for (int i = server.requests(); i > 0; i--) targets.add(server.take().getTarget());
    return targets;
  }
}
