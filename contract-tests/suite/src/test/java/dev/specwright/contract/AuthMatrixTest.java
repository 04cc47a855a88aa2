package dev.specwright.contract;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.ClientSetup;
import dev.specwright.contract.driver.ClientSetups;
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
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which credentials each operation sends, and where: exactly those of the document, for each way in
 * that clients go, and nothing to anybody else.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.specwright.contract.Apis#names")
class AuthMatrixTest {
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

  private static Document document;
  private static ClientSetup setup;
  private static ScriptedServer server;
  private static ScriptedServer stranger;
  private static String name;
  private static int cases;

  @Parameter String api;

  @BeforeParameterizedClassInvocation
  static void open(String api) throws IOException {
    name = api;
    Figures.forget("auth-" + api);
    document = Document.read(Apis.document(api));
    setup = ClientSetups.of(api);
    server = new ScriptedServer(document, setup);
    stranger = new ScriptedServer(document, setup);
    cases = 0;
  }

  @AfterParameterizedClassInvocation
  static void close() throws IOException {
    server.close();
    stranger.close();
    Figures.write("auth-" + name, "Auth matrix  %-14s  cases %4d".formatted(name, cases));
  }

  @TestFactory
  Stream<DynamicTest> exactlyTheDeclaredCredentialsAreSent() {
    return cases(AuthMatrixTest::sendsExactlyTheDeclaredCredentials);
  }

  private static void sendsExactlyTheDeclaredCredentials(
      DocumentedOperation operation, Alternative alternative) {
    try (Driver driver = driver(alternative, plain())) {
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
  private static void asksForItsTokenWithItsKeysOnly(
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

  private static boolean needsToken(Alternative alternative) {
    return !setup.keys().isEmpty() && !alternative.places().isEmpty();
  }

  private static SecretSearch search() {
    return new SecretSearch(setup.secrets());
  }

  private static Set<String> keys() {
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

  private static Set<String> undocumentedNames(
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

  @TestFactory
  Stream<DynamicTest> nothingFollowsARedirect() {
    return Stream.of(301, 302, 303, 307, 308)
        .flatMap(status -> cases((operation, way) -> doesNotFollow(operation, way, status)));
  }

  private static void doesNotFollow(
      DocumentedOperation operation, Alternative alternative, int status) {
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
  @TestFactory
  Stream<DynamicTest> keysDoNotFollowARedirect() {
    return cases(AuthMatrixTest::needsToken, AuthMatrixTest::doesNotFollowForAToken);
  }

  private static void doesNotFollowForAToken(
      DocumentedOperation operation, Alternative alternative) {
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
  @TestFactory
  Stream<DynamicTest> nothingGoesToAnotherHost() {
    return cases(AuthMatrixTest::refusesAnotherHost);
  }

  private static void refusesAnotherHost(DocumentedOperation operation, Alternative alternative) {
    try (Driver driver = driver(alternative, towards(stranger))) {
      assertThrows(
          RequestRefusedException.class, driver.call(DocumentedRequest.of(operation))::fetch);
    }
    assertEquals(0, stranger.requests());
    assertEquals(0, server.received(operation).size());
  }

  private static OkHttpClient plain() {
    return new OkHttpClient();
  }

  /** The client has to switch off what its user switched on. */
  private static OkHttpClient followsRedirects() {
    return new OkHttpClient.Builder().followRedirects(true).followSslRedirects(true).build();
  }

  private static OkHttpClient towards(ScriptedServer other) {
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
    return new OkHttpClient.Builder().addInterceptor(mistake).build();
  }

  private static Driver driver(Alternative alternative, OkHttpClient http) {
    return new Driver(document, setup, server.url(), http, alternative);
  }

  private static Stream<DynamicTest> cases(BiConsumer<DocumentedOperation, Alternative> check) {
    return cases(alternative -> true, check);
  }

  private static Stream<DynamicTest> cases(
      Predicate<Alternative> which, BiConsumer<DocumentedOperation, Alternative> check) {
    return document.operations().stream()
        .flatMap(
            operation ->
                operation.clientWays().stream()
                    .filter(which)
                    .map(
                        alternative ->
                            dynamicTest(
                                operation.id() + ", " + alternative,
                                () -> {
                                  server.reset();
                                  stranger.reset();
                                  check.accept(operation, alternative);
                                  cases++;
                                })));
  }
}
