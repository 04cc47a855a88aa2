package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.PETS;
import static dev.specwright.prism.Fixtures.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProxyTest {
  @Test
  void proxyHandsOverAndFindsWhatTheServiceDoesWrong() throws Exception {
    try (Upstream upstream = new Upstream(200, "[{\"name\":\"Rex\",\"mood\":\"angry\"}]");
        PrismServer proxy = PrismServer.proxy(PETS, upstream.url("/v1")).start()) {
      assertEquals("[{\"name\":\"Rex\",\"mood\":\"angry\"}]", get(proxy, "/pets?limit=101").body());
      assertEquals(List.of("GET /v1/pets?limit=101"), upstream.requests());
      assertEquals(
          List.of(
              new Violation(
                  "GET /pets",
                  "request.query.limit",
                  "maximum",
                  "Request query parameter limit must be <= 100"),
              new Violation(
                  "GET /pets",
                  "response.body.0.mood",
                  "enum",
                  "Response body property 0.mood must be equal to one of the allowed values:"
                      + " hungry, asleep")),
          proxy.violations());
    }
  }

  @Test
  void proxyWithErrorsKeepsWrongRequestsFromTheService() throws Exception {
    try (Upstream upstream = new Upstream(200, "[]");
        PrismServer proxy = PrismServer.proxy(PETS, upstream.url("")).errors(true).start()) {
      assertEquals(422, get(proxy, "/pets?limit=101").statusCode());
      assertEquals(200, get(proxy, "/pets?limit=100").statusCode());
      assertEquals(List.of("GET /pets?limit=100"), upstream.requests());
    }
  }

  @Test
  void strictProxyHandsOverAndFindsWhatPlainPrismDoesNotSee() throws Exception {
    try (Upstream upstream = new Upstream(200, "[{\"name\":\"Rex\",\"mood\":\"angry\"}]");
        PrismServer proxy = PrismServer.proxy(PETS, upstream.url("")).strict(true).start()) {
      assertEquals(200, get(proxy, "/pets?unknown=1").statusCode());
      assertEquals(List.of("GET /pets?unknown=1"), upstream.requests());
      assertEquals(
          List.of("request.query.unknown", "response.body.0.mood"),
          proxy.violations().stream().map(Violation::location).toList());
    }
  }

  @Test
  void proxyFindsUndocumentedStatusAndPathWithoutShowingWhatWasSent() throws Exception {
    try (Upstream upstream = new Upstream(500, "[]");
        PrismServer proxy = PrismServer.proxy(PETS, upstream.url("")).start()) {
      assertEquals(500, get(proxy, "/pets").statusCode());
      assertEquals(500, get(proxy, "/SECRET1/dogs?token=SECRET2").statusCode());
      assertEquals(
          List.of(
              new Violation(
                  "GET /pets",
                  "response",
                  "",
                  "Unable to match the returned status code with those defined in the document:"
                      + " 200"),
              new Violation(
                  "GET (a path that the document does not have)",
                  "request",
                  "",
                  "Selected route not found")),
          proxy.violations());
    }
  }

  @Test
  void frontHeaderDoesNotReachTheService() throws Exception {
    try (Upstream upstream = new Upstream(200, "[]");
        PrismServer proxy = PrismServer.proxy(PETS, upstream.url("")).start();
        PrismFront front = proxy.front()) {
      assertEquals("[]", get(front.baseUrl(), "/pets").body());
      front.assertNoViolations();
      assertEquals(List.of("GET /pets"), upstream.requests());
      assertEquals(
          List.of(),
          upstream.headers().stream().filter(name -> name.startsWith("specwright")).toList());
    }
  }

  @Test
  void endOfAProxyIsReportedWithoutWhatWasSent() throws Exception {
    try (Upstream upstream = new Upstream(200, "[]");
        PrismServer proxy = PrismServer.proxy(PETS, upstream.url("")).start()) {
      get(proxy, "/SECRET1/dogs?token=SECRET2", "Authorization", "Bearer SECRET3");
      assertThrows(
          IOException.class,
          () -> get(proxy, "/pets?token=SECRET4", "Content-Type", "foo", "Accept", "foo"));
      proxy.process().onExit().get(30, TimeUnit.SECONDS);
      String message =
          String.valueOf(assertThrows(IllegalStateException.class, proxy::violations).getMessage());
      assertTrue(message.startsWith("Prism stopped serving " + PETS), message);
      assertFalse(message.contains("SECRET"), message);
    }
  }

  @Test
  void upstreamThatIsNoAddressOfAServiceIsRefusedWithoutShowingIt() {
    for (String upstream :
        List.of(
            "ftp://a.example/SECRET", "http://SECRET@a.example", "http://a.example?key=SECRET")) {
      URI address = URI.create(upstream);
      assertEquals(
          "Expected an address such as https://api.example.com/v1, without user, query and"
              + " fragment, but found one of scheme "
              + address.getScheme()
              + " and host a.example.",
          assertThrows(IllegalArgumentException.class, () -> PrismServer.proxy(PETS, address))
              .getMessage());
    }
  }

  @Test
  void proxyHasNoOptionsOfAMock() {
    PrismServer.Builder proxy = PrismServer.proxy(PETS, URI.create("http://127.0.0.1:9"));
    assertEquals(
        "A proxy has no option seed: its answers come from the service.",
        assertThrows(IllegalStateException.class, () -> proxy.seed(1)).getMessage());
    assertThrows(IllegalStateException.class, () -> proxy.dynamic(true));
  }

  /** A service that always gives the same answer. */
  private static final class Upstream implements AutoCloseable {
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> headers = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    Upstream(int status, String json) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange
                .getRequestHeaders()
                .keySet()
                .forEach(name -> headers.add(name.toLowerCase(Locale.ROOT)));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
    }

    URI url(String path) {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    List<String> requests() {
      return new ArrayList<>(requests);
    }

    List<String> headers() {
      return new ArrayList<>(headers);
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
