package dev.specwright.contract;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.ClientSetup;
import dev.specwright.contract.driver.CredentialPlace.Place;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedRequest;
import dev.specwright.contract.driver.Driver;
import dev.specwright.contract.driver.Reply;
import dev.specwright.contract.driver.ScriptedServer;
import dev.specwright.core.RequestRefusedException;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.function.Executable;

/**
 * Which credentials each operation sends, and where: exactly those of the document, for each way in
 * that clients go, and nothing to anybody else.
 */
final class AuthGate implements AutoCloseable {
  /** What a request may have besides credentials. */
  private static final Set<String> PLAIN_HEADERS =
      Set.of(
          "accept",
          "accept-encoding",
          "connection",
          "content-length",
          "content-type",
          "host",
          "user-agent");

  private final Document document;
  private final ClientSetup setup;
  private final OkHttpClient http;
  private final ScriptedServer server;
  private final ScriptedServer stranger;

  /**
   * Opens a gate.
   *
   * @param http what the clients send their requests with
   */
  AuthGate(Document document, ClientSetup setup, OkHttpClient http) throws IOException {
    this.document = document;
    this.setup = setup;
    this.http = http;
    this.server = new ScriptedServer(document, setup);
    this.stranger = new ScriptedServer(document, setup);
  }

  @Override
  public void close() {
    server.close();
    stranger.close();
  }

  /** Returns all that it looks at. */
  Stream<Check> checks(DocumentedOperation operation) {
    return Stream.<Function<DocumentedOperation, Stream<Check>>>of(
            this::exactlyTheDeclaredCredentialsAreSent,
            this::nothingFollowsARedirect,
            this::keysDoNotFollowARedirect,
            this::nothingGoesToAnotherHost)
        .flatMap(checks -> checks.apply(operation));
  }

  Stream<Check> exactlyTheDeclaredCredentialsAreSent(DocumentedOperation operation) {
    return cases(operation, way -> sendsExactlyTheDeclaredCredentials(operation, way));
  }

  private void sendsExactlyTheDeclaredCredentials(
      DocumentedOperation operation, Alternative alternative) {
    try (Driver driver = driver(alternative, http)) {
      if (driver.call(DocumentedRequest.of(operation)).fetch() instanceof ResponseBody body) {
        body.close();
      }
    }
    assertEquals(1, server.received(operation).size());
    RecordedRequest sent = server.received(operation).get(0);
    Set<String> expected =
        alternative.places().stream()
            .map(
                each ->
                    SecretSearch.finding(
                        each.place(), each.parameter(), setup.sent(each.credential())))
            .collect(toCollection(TreeSet::new));
    assertEquals(expected, search().findings(sent, operation));
    assertEquals(headers(alternative), headersBeyondPlainOnes(sent));
    assertEquals(Set.of(), undocumentedNames(sent, operation, alternative));
    asksForItsTokenWithItsKeysOnly(operation, alternative);
  }

  /** The client's own request for a token, made before the call. */
  private void asksForItsTokenWithItsKeysOnly(
      DocumentedOperation operation, Alternative alternative) {
    List<ScriptedServer.Received> others =
        server.received().stream().filter(each -> !each.operation().equals(operation)).toList();
    assertEquals(needsToken(alternative) ? 1 : 0, others.size());
    for (ScriptedServer.Received other : others) {
      assertEquals(keys(), search().findings(other.raw(), other.operation()));
      assertEquals(Set.of(), headersBeyondPlainOnes(other.raw()));
      assertEquals(
          Set.of(), undocumentedNames(other.raw(), other.operation(), new Alternative(List.of())));
    }
  }

  private boolean needsToken(Alternative alternative) {
    return !setup.keys().isEmpty() && !alternative.places().isEmpty();
  }

  private SecretSearch search() {
    return new SecretSearch(setup.secrets());
  }

  private Set<String> keys() {
    return setup.keys().entrySet().stream()
        .map(each -> SecretSearch.finding(Place.FORM, each.getKey(), each.getValue()))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> headers(Alternative alternative) {
    return alternative.places().stream()
        .filter(each -> Set.of(Place.BASIC, Place.BEARER, Place.HEADER).contains(each.place()))
        .map(each -> each.parameter().toLowerCase(Locale.ROOT))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> headersBeyondPlainOnes(RecordedRequest sent) {
    return sent.getHeaders().names().stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .filter(each -> !PLAIN_HEADERS.contains(each))
        .collect(toCollection(TreeSet::new));
  }

  private Set<String> undocumentedNames(
      RecordedRequest sent, DocumentedOperation operation, Alternative alternative) {
    Set<String> names = new TreeSet<>(sent.getUrl().queryParameterNames());
    operation.parameters("query").forEach(each -> names.remove(each.name()));
    alternative.places().forEach(each -> names.remove(each.parameter()));
    Set<String> fields = SecretSearch.fieldNames(sent);
    operation
        .requests()
        .forEach(each -> fields.removeAll(each.schema().at("properties").members().keySet()));
    names.addAll(fields);
    return names;
  }

  Stream<Check> nothingFollowsARedirect(DocumentedOperation operation) {
    return Stream.of(301, 302, 303, 307, 308)
        .flatMap(status -> cases(operation, way -> doesNotFollow(operation, way, status)));
  }

  private void doesNotFollow(DocumentedOperation operation, Alternative alternative, int status) {
    server.answer(operation, Reply.redirect(status, stranger.url() + operation.path()));
    try (Driver driver = driver(alternative, followsRedirects())) {
      ApiException thrown =
          assertThrows(ApiException.class, driver.call(DocumentedRequest.of(operation))::fetch);

      assertEquals(status, thrown.status());
    }
    assertEquals(needsToken(alternative) ? 2 : 1, server.requests());
    assertEquals(1, server.received(operation).size());
    assertEquals(0, stranger.requests());
  }

  /** Keys are worth as much as a token. */
  Stream<Check> keysDoNotFollowARedirect(DocumentedOperation operation) {
    return operation.clientWays().stream()
        .filter(this::needsToken)
        .map(way -> check(operation, way, () -> doesNotFollowForAToken(operation, way)));
  }

  private void doesNotFollowForAToken(DocumentedOperation operation, Alternative alternative) {
    document.operations().stream()
        .filter(each -> !each.equals(operation))
        .forEach(each -> server.answer(each, Reply.redirect(307, stranger.url() + each.path())));
    try (Driver driver = driver(alternative, followsRedirects())) {
      assertThrows(ApiException.class, driver.call(DocumentedRequest.of(operation))::fetch);
    }
    assertEquals(1, server.requests());
    assertEquals(0, server.received(operation).size());
    assertEquals(0, stranger.requests());
  }

  /** An interceptor of the caller's may change the host by mistake. */
  Stream<Check> nothingGoesToAnotherHost(DocumentedOperation operation) {
    return cases(operation, way -> refusesAnotherHost(operation, way));
  }

  private void refusesAnotherHost(DocumentedOperation operation, Alternative alternative) {
    try (Driver driver = driver(alternative, towards(stranger))) {
      assertThrows(
          RequestRefusedException.class, driver.call(DocumentedRequest.of(operation))::fetch);
    }
    assertEquals(0, stranger.requests());
    assertEquals(0, server.received(operation).size());
  }

  /** The client has to switch off what its user switched on. */
  private OkHttpClient followsRedirects() {
    return http.newBuilder().followRedirects(true).followSslRedirects(true).build();
  }

  private OkHttpClient towards(ScriptedServer other) {
    HttpUrl elsewhere = HttpUrl.get(other.url());
    Interceptor mistake =
        chain -> {
          HttpUrl url =
              chain
                  .request()
                  .url()
                  .newBuilder()
                  .host(elsewhere.host())
                  .port(elsewhere.port())
                  .build();
          return chain.proceed(chain.request().newBuilder().url(url).build());
        };
    return http.newBuilder().addInterceptor(mistake).build();
  }

  private Driver driver(Alternative alternative, OkHttpClient client) {
    return new Driver(document, setup, server.url(), client, alternative);
  }

  private Stream<Check> cases(DocumentedOperation operation, Consumer<Alternative> test) {
    return operation.clientWays().stream()
        .map(way -> check(operation, way, () -> test.accept(way)));
  }

  private Check check(DocumentedOperation operation, Alternative way, Executable test) {
    return new Check(
        operation.id() + ", " + way,
        () -> {
          server.reset();
          stranger.reset();
          test.execute();
        });
  }
}
