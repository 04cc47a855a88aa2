package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.FAREWELLS;
import static dev.specwright.prism.Fixtures.GREETINGS;
import static dev.specwright.prism.Fixtures.get;
import static dev.specwright.prism.Fixtures.resource;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrismServerTest {
  @Test
  void sendsAnswerThatDoesNotFitTheDocumentWithErrorsOff() throws Exception {
    try (PrismServer server = PrismServer.mock(GREETINGS).errors(false).start()) {
      HttpResponse<String> answer = get(server, "/greeting", "Prefer", "example=wrong");
      assertEquals(200, answer.statusCode());
      assertEquals("{\"text\":7}", answer.body());
    }
  }

  @Test
  void twoDocumentsAreServedAtOnceOnTwoPorts() throws Exception {
    try (PrismServer greetings = PrismServer.mock(GREETINGS).start();
        PrismServer farewells = PrismServer.mock(FAREWELLS).start()) {
      assertNotEquals(greetings.baseUrl().getPort(), farewells.baseUrl().getPort());
      assertEquals("{\"text\":\"Good morning\"}", get(greetings, "/greeting").body());
      assertEquals("{\"text\":\"Good night\"}", get(farewells, "/farewell").body());
      assertEquals(404, get(farewells, "/greeting").statusCode());
    }
  }

  @Test
  void listensOnTheChosenPort() throws Exception {
    int port = freePort();
    try (PrismServer server = PrismServer.mock(GREETINGS).port(port).start()) {
      assertEquals(port, server.baseUrl().getPort());
      assertEquals(200, get(server, "/greeting").statusCode());
    }
  }

  @Test
  void takenPortIsReportedInPrismsWords() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PrismServer.Builder builder = PrismServer.mock(GREETINGS).port(taken.getLocalPort());
      assertEquals(
          """
          Prism did not serve %s and ended with status 1. It says:
            [CLI] …  awaiting  Starting Prism…
            [CLI] ✖  fatal
            listen EADDRINUSE: address already in use 127.0.0.1:%d\
          """
              .formatted(GREETINGS, taken.getLocalPort()),
          assertThrows(PrismStartException.class, builder::start).getMessage());
    }
  }

  @Test
  void portThatDoesNotExistIsRefused() {
    PrismServer.Builder builder = PrismServer.mock(GREETINGS).port(0).port(65535);
    for (int port : new int[] {-1, 65536}) {
      assertEquals(
          "Expected a port from 1 to 65535, or 0 for any free one, but found " + port + ".",
          assertThrows(IllegalArgumentException.class, () -> builder.port(port)).getMessage());
    }
  }

  @Test
  void documentIsFoundInFolderWithOddName(@TempDir Path folder) throws Exception {
    Path odd = Files.createDirectory(folder.resolve("ä b#c%20d"));
    Path document = Files.copy(GREETINGS, odd.resolve("greetings.yaml"));
    try (PrismServer server = PrismServer.mock(document).start()) {
      assertEquals(200, get(server, "/greeting").statusCode());
      assertEquals(document, server.document());
    }
  }

  @Test
  void missingDocumentIsNamed(@TempDir Path folder) {
    Path document = folder.resolve("nothing.yaml");
    assertEquals(
        "Expected an OpenAPI document at " + document + " but found no file there.",
        assertThrows(PrismStartException.class, PrismServer.mock(document)::start).getMessage());
  }

  @Test
  void documentThatPrismRefusesIsReportedInPrismsWords(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("text.yaml"), "hello");
    assertEquals(
        """
        Prism did not serve %1$s and ended with status 1. It says:
          [CLI] …  awaiting  Starting Prism…
          [CLI] ✖  fatal     "%1$s" is not a valid JSON Schema\
        """
            .formatted(text),
        assertThrows(PrismStartException.class, PrismServer.mock(text)::start).getMessage());
  }

  @Test
  void documentWithoutOperationsIsReportedInPrismsWords() {
    Path document = resource("no-operations.yaml");
    assertEquals(
        """
        Prism did not serve %s and ended with status 1. It says:
          [CLI] …  awaiting  Starting Prism…
          [CLI] ✖  fatal     No operations found in the current file.\
        """
            .formatted(document),
        assertThrows(PrismStartException.class, PrismServer.mock(document)::start).getMessage());
  }

  @Test
  void missingNodeIsReportedWithTheCure() {
    PrismInstallation noNode =
        new PrismInstallation("/no/such/node", PrismInstallation.find().script());
    PrismServer.Builder builder = PrismServer.mock(GREETINGS).installation(noNode);
    PrismStartException e = assertThrows(PrismStartException.class, builder::start);
    assertEquals(
        "Cannot run /no/such/node. Prism needs Node 20 or newer. Install it"
            + " (https://nodejs.org/en/download), or name the program with"
            + " -Dspecwright.node=/path/to/node or SPECWRIGHT_NODE.",
        e.getMessage());
    assertTrue(e.getCause() instanceof IOException);
  }

  @Test
  void damagedPrismIsReportedWithTheFolderToDelete(@TempDir Path folder) throws Exception {
    Path cli = folder.resolve("node_modules/@stoplight/prism-cli");
    Path script = Files.createDirectories(cli.resolve("dist")).resolve("index.js");
    Files.copy(resource("missing-module.cjs"), script);
    PrismInstallation damaged = new PrismInstallation(PrismInstallation.find().node(), script);
    String expected =
        """
        Prism did not serve %s and ended with status 1. It says:
          A part of Prism is missing: Cannot find module '%s'. Delete %s and start again.\
        """;
    Path modules = folder.resolve("node_modules");
    PrismServer.Builder builder = PrismServer.mock(GREETINGS).installation(damaged);
    assertEquals(
        expected.formatted(GREETINGS, "no-such-library", modules),
        assertThrows(PrismStartException.class, builder::start).getMessage());
    assertEquals(
        expected.formatted(GREETINGS, "@stoplight/prism-http", modules),
        assertThrows(PrismStartException.class, builder.strict(true)::start).getMessage());
  }

  @Test
  void prismThatIsNotReadyInTimeIsReportedAndStopped() {
    Set<ProcessHandle> before = children();
    PrismServer.Builder builder =
        PrismServer.mock(GREETINGS)
            .installation(inPlaceOfPrism("never-ready.cjs"))
            .startTimeout(Duration.ofMillis(100));
    assertEquals(
        "Prism did not serve " + GREETINGS + " within 100 ms. It printed nothing.",
        assertThrows(PrismStartException.class, builder::start).getMessage());
    assertEquals(before, children());
  }

  @Test
  void startTimeoutMustBeAboveZero() {
    PrismServer.Builder builder = PrismServer.mock(GREETINGS).startTimeout(Duration.ofNanos(1));
    assertEquals(
        "Expected a timeout above zero but found PT0S.",
        assertThrows(IllegalArgumentException.class, () -> builder.startTimeout(Duration.ZERO))
            .getMessage());
  }

  @Test
  void interruptedStartLeavesNoProcess() {
    Set<ProcessHandle> before = children();
    Thread.currentThread().interrupt();
    assertEquals(
        "Interrupted while starting Prism for " + GREETINGS + ".",
        assertThrows(PrismStartException.class, PrismServer.mock(GREETINGS)::start).getMessage());
    assertTrue(Thread.interrupted());
    assertEquals(before, children());
  }

  @Test
  void closeEndsTheProcess() {
    PrismServer server = PrismServer.mock(GREETINGS).start();
    ProcessHandle process = server.process();
    assertTrue(process.isAlive());
    server.close();
    assertFalse(process.isAlive());
    server.close();
    assertEquals(
        "The Prism of " + GREETINGS + " is closed.",
        assertThrows(IllegalStateException.class, server::baseUrl).getMessage());
  }

  @Test
  void closeKillsProcessThatDoesNotEndWhenAsked() {
    PrismServer server =
        PrismServer.mock(GREETINGS)
            .installation(inPlaceOfPrism("deaf.cjs"))
            .stopTimeout(Duration.ofMillis(100))
            .start();
    ProcessHandle process = server.process();
    server.close();
    assertFalse(process.isAlive());
  }

  @Test
  void closedServerDoesNotSayThatAllWasWell() {
    PrismServer server =
        PrismServer.mock(GREETINGS)
            .installation(inPlaceOfPrism("deaf.cjs"))
            .stopTimeout(Duration.ZERO)
            .start();
    server.close();
    assertThrows(IllegalStateException.class, server::violations);
    assertThrows(IllegalStateException.class, server::assertNoViolations);
  }

  @Test
  void crashOfPrismIsReportedInItsWords() throws Exception {
    try (PrismServer server = PrismServer.mock(GREETINGS).start()) {
      // A media type that Prism cannot parse ends it.
      assertThrows(IOException.class, () -> get(server, "/greeting", "Accept", "foo"));
      server.process().onExit().get(30, TimeUnit.SECONDS);
      String message =
          String.valueOf(assertThrows(IllegalStateException.class, server::baseUrl).getMessage());
      assertTrue(
          message.startsWith(
              "Prism stopped serving " + GREETINGS + " and ended with status 1. It says:\n"),
          message);
      assertTrue(message.contains("TypeError: invalid media type"), message);
    }
  }

  private static PrismInstallation inPlaceOfPrism(String script) {
    return new PrismInstallation(PrismInstallation.find().node(), resource(script));
  }

  /** Servers that other test classes share may run meanwhile. */
  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
