package dev.specwright.smartq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.core.RequestRefusedException;
import dev.specwright.smartq.model.ProjectInput;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private FakeSmartQ fake;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeSmartQ();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void everyRequestCarriesLoginAndClientId() throws Exception {
    fake.data("{\"id\":99999}").data("true");

    fake.client().projects().getProject(99999).fetch();
    fake.client().projects().deleteProject(99999).fetch();

    for (String line :
        List.of("GET /api/v1/projects/99999 HTTP/1.1", "DELETE /api/v1/projects/99999 HTTP/1.1")) {
      RecordedRequest request = fake.request();
      assertEquals(line, request.getRequestLine());
      // printf 'email@domain.com:11111' | base64
      assertEquals(
          "Basic ZW1haWxAZG9tYWluLmNvbToxMTExMQ==", request.getHeaders().get("Authorization"));
      assertEquals(FakeSmartQ.KEY, request.getHeaders().get("X-Auth-Client-Id"));
    }
  }

  @Test
  void clientIdGoesIntoTheQueryInsteadOfTheHeaderOnDemand() throws Exception {
    fake.data("{\"items\":[]}");

    fake.builder().clientIdAsParameter().build().users().listUsers().fetch();

    RecordedRequest request = fake.request();
    assertEquals(
        "/api/v1/users?X_AUTH_CLIENT_ID=69a4d22883c57c436c4431c3982eecb2", request.getTarget());
    assertNull(request.getHeaders().get("X-Auth-Client-Id"));
    assertEquals(
        "Basic ZW1haWxAZG9tYWluLmNvbToxMTExMQ==", request.getHeaders().get("Authorization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b:c", ":", "päss wörd", "100%&=+", "\"quoted\""})
  void passwordMayHaveAnyCharacter(String password) throws Exception {
    fake.data("{\"id\":1}");

    fake.builder().login(FakeSmartQ.EMAIL, password).build().users().getMe().fetch();

    String sent = fake.request().getHeaders().get("Authorization");
    assertEquals(
        Credentials.basic(FakeSmartQ.EMAIL, password, java.nio.charset.StandardCharsets.UTF_8),
        sent);
    assertEquals(
        FakeSmartQ.EMAIL + ":" + password,
        okio.ByteString.decodeBase64(sent.substring("Basic ".length())).utf8());
  }

  @Test
  void emailWithColonIsRefusedWithoutShowingIt() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> SmartQ.builder().login("a:b@domain.com", "x"));
    assertEquals(
        "Expected an email without a colon but found one with it. HTTP Basic ends the email at the"
            + " first colon.",
        e.getMessage());
  }

  @Test
  void accountChoosesTheHost() {
    SmartQ smartQ =
        SmartQ.builder().account("domain").login("email@domain.com", "11111").clientId("k").build();
    assertEquals(
        "https://domain.smartqweb.com/api/v1/projects",
        smartQ.projects().listProjects().request().url().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "demo.smartqweb.com", "evil.example/", "demo@x", "-demo", "de mo"})
  void accountThatIsNoHostLabelIsRefused(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SmartQ.builder().account(name));
    assertEquals(
        "Expected an account name of letters, digits and hyphens but found \""
            + name
            + "\". Set the first part of the account's host name, such as demo for"
            + " demo.smartqweb.com, or the whole with builder().server(\"https://...\").",
        e.getMessage());
  }

  @Test
  void withoutAccountNothingIsSentToTheDocumentsExample() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> SmartQ.builder().login("email@domain.com", "11111").clientId("k").build());
    assertEquals(
        "Expected an account but it was blank. Set it with builder().account(...).",
        e.getMessage());
  }

  @Test
  void missingLoginAndClientIdAreNamed() {
    SmartQ.Builder builder = SmartQ.builder().account("demo");
    assertEquals(
        "Expected a login but found none. Set it with builder().login(email, password).",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    builder.login("email@domain.com", "11111");
    assertEquals(
        "Expected a client id but it was blank. Set it with builder().clientId(...).",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  @Test
  void cleartextServerIsRefused() {
    SmartQ.Builder builder =
        SmartQ.builder()
            .server("http://demo.smartqweb.com")
            .login("email@domain.com", "11111")
            .clientId("k");
    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void readOnlyClientSendsNoWrite() {
    fake.data("{\"id\":99999}");
    SmartQ smartQ = fake.builder().readOnly().build();

    RequestRefusedException e =
        assertThrows(
            RequestRefusedException.class,
            () ->
                smartQ
                    .projects()
                    .createProject(ProjectInput.builder().name("New Project").build())
                    .fetch());
    assertEquals(
        "createProject: POST "
            + fake.server.url("/api/v1/projects")
            + " was not sent: Expected an operation that reads but found POST, and this client is"
            + " read-only. Build it without readOnly() to write.",
        e.getMessage());
    assertThrows(
        RequestRefusedException.class, () -> smartQ.projects().deleteProject(99999).fetch());
    assertEquals(0, fake.server.getRequestCount());
    assertEquals(99999, smartQ.projects().getProject(99999).fetch().id());
  }

  @Test
  void logShowsNoCredentialInEitherPlace() {
    fake.data("{\"id\":1}").data("{\"id\":1}");
    List<String> log = new ArrayList<>();

    fake.builder().log(log::add).build().users().getMe().fetch();
    fake.builder().clientIdAsParameter().log(log::add).build().users().getMe().fetch();

    String all = String.join("\n", log);
    assertFalse(all.contains(FakeSmartQ.KEY), all);
    assertFalse(all.contains("ZW1haWxAZG9tYWluLmNvbToxMTExMQ"), all);
  }
}
