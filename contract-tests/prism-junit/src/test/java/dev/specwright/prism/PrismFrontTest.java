package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.PETS;
import static dev.specwright.prism.Fixtures.get;
import static dev.specwright.prism.Fixtures.postJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PrismMock("src/test/resources/pets.yaml")
final class PrismFrontTest {
  private static final String PETS_JSON =
      "[{\"name\":\"Rex\",\"mood\":\"hungry\"},{\"name\":\"Kitty\",\"mood\":\"asleep\"}]";

  private final PrismServer prism;
  private final PrismFront front;

  PrismFrontTest(PrismServer prism, PrismFront front) {
    this.prism = prism;
    this.front = front;
  }

  @AfterEach
  void everyFaultWasMetAndTheNextRequestIsLeftAlone() throws Exception {
    assertEquals(List.of(), front.pendingFaults());
    if (prism.process().isAlive()) assertPets(get(front.baseUrl(), "/pets"));
  }

  @Test
  void answersLikePrism() throws Exception {
    HttpResponse<String> direct = get(prism, "/pets");
    HttpResponse<String> answer = get(front.baseUrl(), "/pets");
    assertPets(answer);
    assertEquals(direct.headers().map().keySet(), with(answer, "connection", "keep-alive"));
    assertEquals(
        201,
        postJson(front.baseUrl(), "/pets", "{\"name\":\"é\",\"mood\":\"hungry\"}").statusCode());
    front.assertNoViolations();
  }

  @Test
  void knowsItsOwnViolationsOnly() throws Exception {
    try (PrismFront other = prism.front()) {
      assertEquals(422, get(other.baseUrl(), "/pets?limit=101").statusCode());
      assertEquals(422, get(prism, "/pets?limit=102").statusCode());
      front.assertNoViolations();
      assertEquals(1, other.violations().size());
      assertEquals("request.query.limit", other.violations().get(0).location());
      assertThrows(AssertionError.class, other::assertNoViolations);
      assertTrue(prism.violations().containsAll(other.violations()));
    }
  }

  @Test
  void statusComesWithHeadersAndBody() throws Exception {
    front.next(
        Fault.status(429)
            .retryAfter(Duration.ofMillis(1500))
            .header("X-Limit", "10")
            .body("text/html", "<p>Später</p>"));
    HttpResponse<String> answer = get(front.baseUrl(), "/pets");
    assertEquals(429, answer.statusCode());
    assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
    assertEquals("10", answer.headers().firstValue("X-Limit").orElseThrow());
    assertEquals("text/html", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("<p>Später</p>", answer.body());
  }

  @Test
  void faultsAreMetInTheirOrder() throws Exception {
    front.next(Fault.status(503), Fault.status(502));
    front.next(Fault.status(500));
    for (int status : new int[] {503, 502, 500}) {
      assertEquals(status, get(front.baseUrl(), "/pets").statusCode());
    }
  }

  @Test
  void faultOnAPathLetsOtherRequestsPass() throws Exception {
    front.next(Fault.status(503).on("/name"), Fault.status(502));
    assertEquals("[status 503 on /name, status 502]", front.pendingFaults().toString());
    assertEquals(502, get(front.baseUrl(), "/pets").statusCode());
    assertPets(get(front.baseUrl(), "/pets?next=/name"));
    assertEquals(503, get(front.baseUrl(), "/pets/x/name?y").statusCode());
  }

  @Test
  void latencyHoldsTheAnswerBack() throws Exception {
    Duration pause = Duration.ofMillis(50);
    front.next(Fault.latency(pause));
    long start = System.nanoTime();
    assertPets(get(front.baseUrl(), "/pets"));
    // Only the lower bound says something about the fault; the upper one depends on the machine.
    assertTrue(System.nanoTime() - start >= pause.toNanos());
  }

  @Test
  void everyFaultCanWait() throws Exception {
    front.next(Fault.status(503).after(Duration.ofMillis(50)));
    long start = System.nanoTime();
    assertEquals(503, get(front.baseUrl(), "/pets").statusCode());
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(50).toNanos());
  }

  @Test
  void droppedConnectionHasNoAnswer() {
    front.next(Fault.droppedConnection().on("/name"));
    assertEquals("", rawAnswer("GET /pets/x/name HTTP/1.1\r\nHost: a\r\n\r\n"));
  }

  @Test
  void cutOffBodyIsAnnouncedLongerThanItIs() {
    front.next(Fault.cutOffBody());
    String answer = rawAnswer("GET /pets HTTP/1.1\r\nHost: a\r\n\r\n");
    assertTrue(answer.contains("Content-Length: " + PETS_JSON.length() + "\r\n"), answer);
    assertTrue(
        answer.endsWith("\r\n\r\n" + PETS_JSON.substring(0, PETS_JSON.length() / 2)), answer);
  }

  @Test
  void malformedBodyIsHalfOfIt() throws Exception {
    front.next(Fault.malformedBody());
    HttpResponse<String> answer = get(front.baseUrl(), "/pets");
    assertEquals(200, answer.statusCode());
    assertEquals(PETS_JSON.substring(0, PETS_JSON.length() / 2), answer.body());
  }

  @Test
  void unknownEnumValueStandsInItsPlace() throws Exception {
    front.next(Fault.unknownEnumValue("/1/mood"));
    assertEquals(
        PETS_JSON.replace("asleep", "unknown-to-the-document"),
        get(front.baseUrl(), "/pets").body());
    front.assertNoViolations();
  }

  @Test
  void extraFieldIsAddedToItsObject() throws Exception {
    front.next(Fault.extraField("/0"));
    assertEquals(
        PETS_JSON.replace(
            "\"hungry\"", "\"hungry\",\"unknownToTheDocument\":\"unknown-to-the-document\""),
        get(front.baseUrl(), "/pets").body());
  }

  @Test
  void anyPlaceOfAnAnswerCanBeChanged() throws Exception {
    front.next(Fault.json("/0/name", "null"), Fault.json("", "\"maintenance\""));
    assertEquals(PETS_JSON.replace("\"Rex\"", "null"), get(front.baseUrl(), "/pets").body());
    assertEquals("\"maintenance\"", get(front.baseUrl(), "/pets").body());
  }

  @Test
  void placeThatTheAnswerDoesNotHaveIsReported() throws Exception {
    front.next(Fault.unknownEnumValue("/2/mood"), Fault.extraField("/0/name"));
    for (String place : List.of("/2/mood", "/0/name/unknownToTheDocument")) {
      HttpResponse<String> answer = get(front.baseUrl(), "/pets");
      assertEquals(500, answer.statusCode());
      assertEquals("The answer has no place \"" + place + "\" for a fault.", answer.body());
    }
  }

  @Test
  void preferenceHoldsForRequestsWithoutTheirOwn() throws Exception {
    front.prefer(Prefer.status(404).example("gone"));
    assertEquals("{\"error\":\"The pet ran away.\"}", get(front.baseUrl(), "/pets/x/name").body());
    assertEquals(
        "{\"error\":\"No such pet.\"}",
        get(front.baseUrl(), "/pets/x/name", "Prefer", "code=404").body());
    front.prefer(null);
    assertEquals("Rex", get(front.baseUrl(), "/pets/x/name").body());
  }

  @Test
  void requestThatEndsPrismIsReportedByTheFront() throws Exception {
    try (PrismServer own = PrismServer.mock(PETS).start();
        PrismFront ownFront = own.front()) {
      assertThrows(IOException.class, () -> get(ownFront.baseUrl(), "/pets", "Accept", "foo"));
      own.process().onExit().join();
      assertThrows(IllegalStateException.class, ownFront::violations);
    }
  }

  @Test
  void takesWhatTheJdkCannotSend() {
    String request =
        """
        POST /pets?a[]={|} HTTP/1.1\r
        Host: a\r
        Connection: close\r
        Content-Type: application/json\r
        Transfer-Encoding: chunked\r
        \r
        5\r
        {"nam\r
        1a\r
        e":"Rex","mood":"hungry"} \r
        0\r
        \r
        """;
    assertTrue(rawAnswer(request).startsWith("HTTP/1.1 201 "));
  }

  @Test
  void clientThatWaitsBeforeItsBodyIsToldToGoOn() {
    String request =
        """
        POST /pets HTTP/1.1\r
        Host: a\r
        Connection: close\r
        Expect: 100-continue\r
        Content-Type: application/json\r
        Content-Length: 30\r
        \r
        {"name":"Rex","mood":"hungry"}\
        """;
    assertTrue(rawAnswer(request).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 "));
  }

  @Test
  void closedFrontAnswersNobodyAndLeavesTheServer() throws Exception {
    PrismFront closed = prism.front();
    assertPets(get(closed.baseUrl(), "/pets"));
    assertNotEquals(front.baseUrl(), closed.baseUrl());
    closed.close();
    closed.close();
    assertThrows(
        ConnectException.class,
        () -> new Socket(InetAddress.getLoopbackAddress(), closed.baseUrl().getPort()));
    assertPets(get(prism, "/pets"));
  }

  @Test
  void impossibleFaultsAreRefused() {
    for (int status : new int[] {199, 600}) {
      assertEquals(
          "Expected a status from 200 to 599 but found " + status + ".",
          assertThrows(IllegalArgumentException.class, () -> Fault.status(status)).getMessage());
    }
    assertEquals(
        "Expected a JSON Pointer such as /pets/0/name but found \"name\".",
        assertThrows(IllegalArgumentException.class, () -> Fault.json("name", "1")).getMessage());
    assertEquals(
        "Expected no negative pause but found PT-0.001S.",
        assertThrows(IllegalArgumentException.class, () -> Fault.latency(Duration.ofMillis(-1)))
            .getMessage());
    assertEquals(
        "Only Fault.status(...) has headers and a body of its own, but this is: dropped"
            + " connection.",
        assertThrows(
                IllegalStateException.class,
                () -> Fault.droppedConnection().retryAfter(Duration.ofSeconds(1)))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> Fault.status(500).header("X", "a\r\nSet-Cookie: b"));
  }

  /** Sends bytes that no HTTP client would, and returns all that comes back before the end. */
  private String rawAnswer(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), front.baseUrl().getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      try {
        for (int next = in.read(); next >= 0; next = in.read()) answer.append((char) next);
      } catch (SocketException reset) {
        return answer.toString();
      }
      return answer.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertPets(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode());
    assertEquals(PETS_JSON, answer.body());
  }

  /** The names of the headers, and those of a connection that stays open. */
  private static Set<String> with(HttpResponse<String> answer, String... names) {
    Set<String> all = new TreeSet<>(answer.headers().map().keySet());
    all.addAll(List.of(names));
    return all;
  }
}
