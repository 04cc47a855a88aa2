package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.contract.driver.ClientSetups;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.ScriptedServer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The search has to find what no client of ours sends. */
class SecretSearchTest {
  private static final SecretSearch SEARCH = new SecretSearch(List.of("planted-secret/1"));

  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final Document document = Document.read(Apis.document("smartq"));
  private final DocumentedOperation getUser = document.operation("getUser");
  private final DocumentedOperation createUser = document.operation("createUser");
  private final ScriptedServer server;

  SecretSearchTest() throws IOException {
    server = new ScriptedServer(document, ClientSetups.of("smartq"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private RecordedRequest sent(Request request) throws IOException {
    new OkHttpClient().newCall(request).execute().close();
    return server.received().get(server.received().size() - 1).raw();
  }

  @Test
  void secretIsFoundInEveryPlace() throws IOException {
    Request request =
        new Request.Builder()
            .url(server.url() + "/api/v1/users/planted-secret%2F1?key=planted-secret/1")
            .header("X-Trace", "planted-secret/1")
            .header("Authorization", "Bearer planted-secret/1")
            .build();

    assertEquals(
        Set.of(
            "PATH user_id=planted-secret/1",
            "QUERY key=planted-secret/1",
            "HEADER X-Trace=planted-secret/1",
            "BEARER Authorization=Bearer planted-secret/1"),
        SEARCH.findings(sent(request), getUser));
  }

  @Test
  void secretIsFoundInDisguise() throws IOException {
    Request request =
        new Request.Builder()
            .url(server.url() + "/api/v1/users/5?a=PLANTED-SECRET/1")
            .header("X-Base64", "cGxhbnRlZC1zZWNyZXQvMQ==")
            .header("X-Hex", "706c616e7465642d7365637265742f31")
            .header("Referer", "https://example.com/?key=planted-secret%2F1")
            .build();

    assertEquals(
        Set.of(
            "QUERY a=PLANTED-SECRET/1",
            "HEADER X-Base64=cGxhbnRlZC1zZWNyZXQvMQ==",
            "HEADER X-Hex=706c616e7465642d7365637265742f31",
            "HEADER Referer=https://example.com/?key=planted-secret%2F1"),
        SEARCH.findings(sent(request), getUser));
  }

  @Test
  void secretIsFoundInBodies() throws IOException {
    Request.Builder request = new Request.Builder().url(server.url() + "/api/v1/users");

    assertEquals(
        Set.of("FORM user[name]=a planted-secret/1"),
        SEARCH.findings(
            sent(
                request
                    .post(RequestBody.create("user%5Bname%5D=a+planted-secret%2F1", FORM))
                    .build()),
            createUser));
    assertEquals(
        Set.of("somewhere in the body"),
        SEARCH.findings(
            sent(request.post(RequestBody.create("\u0000planted-secret/1", null)).build()),
            createUser));
  }

  @Test
  void namesOfAFormAreThoseOutsideBrackets() throws IOException {
    Request request =
        new Request.Builder()
            .url(server.url() + "/api/v1/users")
            .post(RequestBody.create("user%5Bname%5D=Ann&flag=1", FORM))
            .build();

    assertEquals(Set.of("user", "flag"), SecretSearch.fieldNames(sent(request)));
  }
}
