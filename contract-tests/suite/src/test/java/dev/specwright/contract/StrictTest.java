package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.contract.driver.Node;
import dev.specwright.prism.PrismServer;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published documents with strict checks: what their examples send is accepted, by plain Prism
 * too, and the same with one change is refused for the reason that the change gives.
 */
class StrictTest {
  private static final int INVALID_REQUESTS_AT_LEAST = 60;

  private static final Map<String, PrismServer> STRICT = new ConcurrentHashMap<>();
  private static final Map<String, PrismServer> PLAIN = new ConcurrentHashMap<>();

  private static final Map<String, Integer> ACCEPTED = new TreeMap<>();
  private static final Map<String, Integer> REFUSED = new TreeMap<>();

  @BeforeAll
  static void forgetFigures() throws IOException {
    for (String api : Apis.names()) Figures.forget("strict-" + api);
  }

  @AfterAll
  static void stopServers() throws IOException {
    STRICT.values().forEach(PrismServer::close);
    PLAIN.values().forEach(PrismServer::close);
    for (String api : ACCEPTED.keySet()) {
      Figures.write(
          "strict-" + api,
          "Strict requests %-14s  documented, accepted %4d  invalid, refused %3d"
              .formatted(api, ACCEPTED.get(api), REFUSED.getOrDefault(api, 0)));
    }
  }

  static Stream<Arguments> documentedRequests() {
    return Apis.names().stream()
        .flatMap(api -> DocumentedRequests.of(api).stream().map(each -> Arguments.of(api, each)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("documentedRequests")
  void documentedRequestIsAccepted(String api, WireRequest request) throws Exception {
    assertAccepted(request.send(strict(api)));
    assertAccepted(request.send(plain(api)));
    ACCEPTED.merge(api, 1, Integer::sum);
  }

  @Test
  void everyOperationHasDocumentedRequests() {
    for (String api : Apis.names()) {
      List<WireRequest> requests = DocumentedRequests.of(api);
      assertEquals(
          Apis.operations(api),
          requests.stream().map(WireRequest::operation).distinct().sorted().toList());
      assertEquals(requests.size(), requests.stream().distinct().count());
    }
  }

  static Stream<InvalidRequest> invalidRequests() {
    return Apis.names().stream().flatMap(api -> InvalidRequest.of(api, file(api)).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidRequests")
  void documentedRequestWithOneChangeIsRefused(InvalidRequest invalid) throws Exception {
    URI mock = strict(invalid.api());
    assertAccepted(invalid.documented().send(mock));
    assertNotEquals(invalid.documented(), invalid.changed());
    assertEquals(lines(invalid.refusal()), lines(invalid.changed().send(mock)));
    REFUSED.merge(invalid.api(), 1, Integer::sum);
  }

  @Test
  void invalidRequestsAreMany() {
    Map<String, Long> counts =
        invalidRequests()
            .collect(
                Collectors.groupingBy(InvalidRequest::api, TreeMap::new, Collectors.counting()));
    assertEquals(Apis.names(), List.copyOf(counts.keySet()));
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    assertTrue(total >= INVALID_REQUESTS_AT_LEAST, () -> "Only " + total);
  }

  private static void assertAccepted(MockAnswer answer) {
    assertTrue(answer.isAccepted(), () -> "Refused with " + lines(answer));
  }

  private static String lines(MockAnswer answer) {
    return answer.status() + "\n" + String.join("\n", answer.reasons());
  }

  private static Node file(String api) {
    String name = "/invalid-requests/" + api + ".yaml";
    try {
      return Node.read(
          Path.of(Objects.requireNonNull(StrictTest.class.getResource(name), name).toURI()));
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static URI strict(String api) {
    Path document = Apis.DOCUMENTS.resolve(api + "/openapi.yaml");
    return STRICT
        .computeIfAbsent(api, each -> PrismServer.mock(document).strict(true).start())
        .baseUrl();
  }

  private static URI plain(String api) {
    Path document = Apis.DOCUMENTS.resolve("target/prism/" + api + ".yaml");
    return PLAIN.computeIfAbsent(api, each -> PrismServer.mock(document).start()).baseUrl();
  }
}
