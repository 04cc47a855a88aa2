package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.get;
import static dev.specwright.prism.Fixtures.resource;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server with strict checks; what they check is tested in {@code src/test/node}. */
final class StrictPrismTest {
  private static final Path ORDERS = resource("orders.yaml");
  private static final String PAGE_IS_NO_NUMBER = "/orders?token=t&shop=main&page=%22last%22";

  @Test
  void seesWhatPlainPrismDoesNot() throws Exception {
    try (PrismServer strict = PrismServer.mock(ORDERS).strict(true).start();
        PrismServer plain = PrismServer.mock(ORDERS).start()) {
      assertEquals(200, get(plain, PAGE_IS_NO_NUMBER).statusCode());
      assertEquals(
          "{\"type\":\"https://stoplight.io/prism/errors#UNPROCESSABLE_ENTITY\",\"title\":\"Invalid"
              + " request\",\"status\":422,\"detail\":\"Your request is not valid and no HTTP"
              + " validation response was found in the spec, so Prism is generating this error for"
              + " you.\",\"validation\":[{\"location\":[\"query\",\"page\"],\"severity\":\"Error\","
              + "\"code\":\"type\",\"message\":\"Request query parameter page must be"
              + " integer,null\"}]}",
          get(strict, PAGE_IS_NO_NUMBER).body());
      assertEquals(200, get(strict, "/orders?token=t&shop=main&page=7").statusCode());
    }
  }

  @Test
  void leavesNothingBehind() throws Exception {
    StrictProgram program = StrictProgram.unpack();
    assertTrue(Files.isRegularFile(program.script()));
    program.close();
    assertFalse(Files.exists(program.folder()));

    PrismServer server = PrismServer.mock(ORDERS).strict(true).start();
    ProcessHandle process = server.process();
    assertTrue(process.isAlive());
    server.close();
    assertFalse(process.isAlive());
  }

  @Test
  void allModulesOfTheProgramAreUnpacked() throws Exception {
    Path source = Path.of(StrictProgram.class.getResource("strict").toURI());
    try (StrictProgram program = StrictProgram.unpack()) {
      assertEquals(names(source), names(program.folder()));
    }
  }

  @Test
  void documentThatCannotBeCheckedIsRefused(@TempDir Path folder) throws Exception {
    Path document = folder.resolve("pattern.yaml");
    Files.writeString(
        document,
        """
        openapi: 3.0.3
        info: {title: Pattern, version: '1'}
        paths:
          /one:
            get:
              parameters:
                - {name: a, in: query, schema: {type: string, pattern: '['}}
              responses:
                '200': {description: Done.}
        """);
    PrismServer.mock(document).start().close();
    assertEquals(
        """
        Prism did not serve %s and ended with status 1. It says:
          Cannot check requests of get /one: Invalid regular expression: /[/u: Unterminated \
        character class"""
            .formatted(document),
        assertThrows(PrismStartException.class, PrismServer.mock(document).strict(true)::start)
            .getMessage());
  }

  @Test
  void takenPortIsReported() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PrismServer.Builder builder =
          PrismServer.mock(ORDERS).strict(true).port(taken.getLocalPort());
      assertEquals(
          """
          Prism did not serve %s and ended with status 1. It says:
            listen EADDRINUSE: address already in use 127.0.0.1:%d"""
              .formatted(ORDERS, taken.getLocalPort()),
          assertThrows(PrismStartException.class, builder::start).getMessage());
    }
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
