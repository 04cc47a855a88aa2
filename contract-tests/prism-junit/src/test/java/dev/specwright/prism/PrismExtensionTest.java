package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.GREETINGS;
import static dev.specwright.prism.Fixtures.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

final class PrismExtensionTest {
  private static final List<PrismServer> used = new ArrayList<>();
  private static final List<PrismFront> fronts = new ArrayList<>();

  @BeforeEach
  void forgetServers() {
    used.clear();
  }

  @Test
  void everyPlaceForParametersIsServed() {
    run(EveryPlace.class).testEvents().assertStatistics(all -> all.succeeded(1));
    assertEquals(3, used.size());
    assertEquals(1, used.stream().distinct().count());
  }

  @Test
  void subclassesAndNestedClassesInheritTheDocument() {
    run(Sub.class).testEvents().assertStatistics(all -> all.succeeded(2));
    assertEquals(1, used.stream().distinct().count());
  }

  @Test
  void classWithoutDocumentFailsOnceAndListsWhatWasTried() {
    Path folder = FoldersUpwards.workingDirectory();
    String tried =
        FoldersUpwards.from(folder).stream()
            .map(each -> "\n  " + each.resolve("no/such.yaml"))
            .reduce("", String::concat);
    run(NoDocument.class)
        .allEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(NoDocument.class),
                finishedWithFailure(
                    instanceOf(ExtensionConfigurationException.class),
                    message(
                        "Found no document for @PrismMock(\"no/such.yaml\") of "
                            + NoDocument.class.getName()
                            + ". Tried:"
                            + tried))));
  }

  @Test
  void classFailsWithPrismsOwnReason() {
    run(NoOperations.class)
        .allEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(NoOperations.class),
                finishedWithFailure(
                    instanceOf(PrismStartException.class),
                    message(text -> text.endsWith("No operations found in the current file.")))));
  }

  @Test
  void documentIsFoundFromModuleAndFromRoot(@TempDir Path root) throws Exception {
    Path module = Files.createDirectories(root.resolve("tests/module"));
    Path document = Files.createFile(root.resolve("api.yaml"));
    for (Path folder : List.of(root, module)) {
      assertEquals(document, PrismExtension.document("api.yaml", PrismExtensionTest.class, folder));
    }
    Path nearer = Files.createFile(module.resolve("api.yaml"));
    assertEquals(nearer, PrismExtension.document("api.yaml", PrismExtensionTest.class, module));
  }

  @Test
  void absoluteDocumentIsTriedOnce(@TempDir Path root) {
    Path missing = root.resolve("api.yaml");
    assertEquals(
        "Found no document for @PrismMock(\"%1$s\") of %2$s. Tried:\n  %1$s"
            .formatted(missing, PrismExtensionTest.class.getName()),
        assertThrows(
                ExtensionConfigurationException.class,
                () -> PrismExtension.document(missing.toString(), PrismExtensionTest.class, root))
            .getMessage());
  }

  @Test
  void documentOfTheClassPathIsFound() {
    run(OfClassPath.class).testEvents().assertStatistics(all -> all.succeeded(1));
    assertEquals(GREETINGS, used.get(0).document());
    assertEquals(
        "Found no document for @PrismMock(\"classpath:/no.yaml\") of "
            + PrismExtensionTest.class.getName()
            + ": the class path has no such file.",
        assertThrows(
                ExtensionConfigurationException.class,
                () ->
                    PrismExtension.document(
                        "classpath:/no.yaml", PrismExtensionTest.class, Path.of("/")))
            .getMessage());
  }

  @Test
  void proxyThatMakesAnswersUpIsRefused() {
    run(DynamicProxy.class)
        .allEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(DynamicProxy.class),
                finishedWithFailure(
                    message("A proxy has no option dynamic: its answers come from the service."))));
  }

  @Test
  void fieldsOfEveryKindAreSet() {
    run(Fields.class).testEvents().assertStatistics(all -> all.succeeded(2));
    assertEquals(1, used.stream().distinct().count());
  }

  @Test
  void fieldThatCannotBeSetIsNamed() {
    run(WrongField.class)
        .allEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(WrongField.class),
                finishedWithFailure(
                    instanceOf(ExtensionConfigurationException.class),
                    message(
                        "Expected a @PrismMock field to be a URI, a PrismServer or a PrismFront"
                            + " that is not final, but found static java.lang.String "
                            + WrongField.class.getName()
                            + ".server."))));
  }

  @Test
  void testWithViolationFailsThoughItsAssertionsHold() {
    var results = run(Violating.class);
    results.testEvents().assertStatistics(all -> all.started(3).succeeded(1).failed(2));
    for (String name : List.of("wrongRequest()", "wrongRequestFromField(")) {
      results
          .testEvents()
          .assertThatEvents()
          .haveExactly(
              1,
              event(
                  test(name),
                  finishedWithFailure(
                      instanceOf(AssertionError.class),
                      message(
                          "Expected requests and answers that fit "
                              + FoldersUpwards.workingDirectory()
                                  .resolve("src/test/resources/greetings.yaml")
                              + " but found:\n"
                              + "  GET /greeting: request.query.language: Request query parameter"
                              + " language must be equal to one of the allowed values: en, de"
                              + " (enum)"))));
    }
  }

  @Test
  void violationOfWhatAClassDoesOnceFailsTheClass() {
    run(ViolatingOnce.class)
        .allEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(ViolatingOnce.class),
                finishedWithFailure(instanceOf(AssertionError.class))));
  }

  @Test
  void everyTestHasAFrontOfItsOwnThatEndsWithIt() {
    fronts.clear();
    run(Fronts.class).testEvents().assertStatistics(all -> all.succeeded(2));
    assertEquals(2, fronts.size());
    assertNotSame(fronts.get(0), fronts.get(1));
    for (PrismFront front : fronts) {
      assertThrows(
          ConnectException.class,
          () -> new Socket(InetAddress.getLoopbackAddress(), front.baseUrl().getPort()));
    }
  }

  private static EngineExecutionResults run(Class<?>... tests) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    for (Class<?> test : tests) kit.selectors(selectClass(test));
    return kit.execute();
  }

  @PrismMock("src/test/resources/greetings.yaml")
  static class EveryPlace {
    private final PrismServer server;

    EveryPlace(PrismServer server) {
      this.server = server;
    }

    @BeforeAll
    static void beforeAll(PrismServer server) {
      used.add(server);
    }

    @Test
    void test(PrismServer parameter, URI baseUrl) {
      used.add(parameter);
      used.add(server);
      assertEquals(server.baseUrl(), baseUrl);
    }
  }

  @PrismMock("src/test/resources/greetings.yaml")
  static class Parent {
    @Test
    void test(PrismServer server) {
      used.add(server);
    }
  }

  static class Sub extends Parent {
    @Nested
    class Inner {
      @Test
      void test(PrismServer server) {
        used.add(server);
        assertTrue(server.process().isAlive());
      }
    }
  }

  @PrismMock("no/such.yaml")
  static class NoDocument {
    @Test
    void first() {}

    @Test
    void second() {}
  }

  @PrismMock("src/test/resources/no-operations.yaml")
  static class NoOperations {
    @Test
    void test() {}
  }

  @PrismMock(
      value = "src/test/resources/greetings.yaml",
      upstream = "http://127.0.0.1:9",
      dynamic = true)
  static class DynamicProxy {
    @Test
    void test() {}
  }

  @PrismMock("classpath:/greetings.yaml")
  static class OfClassPath {
    @Test
    void test(PrismServer server) {
      used.add(server);
    }
  }

  @SuppressWarnings("NullAway") // The extension sets the fields.
  static class Fields {
    @PrismMock("src/test/resources/greetings.yaml")
    private static PrismServer server;

    @PrismMock("src/test/resources/greetings.yaml")
    private URI greetings;

    @PrismMock("src/test/resources/farewells.yaml")
    private PrismFront farewells;

    @BeforeAll
    static void beforeAll() {
      used.add(server);
    }

    @Test
    void test() throws Exception {
      used.add(server);
      assertEquals(server.baseUrl(), greetings);
      assertEquals(200, get(greetings, "/greeting").statusCode());
      assertEquals(200, get(farewells.baseUrl(), "/farewell").statusCode());
    }

    @Nested
    class Inner {
      @Test
      void test() throws Exception {
        assertEquals(200, get(farewells.baseUrl(), "/farewell").statusCode());
      }
    }
  }

  @SuppressWarnings("NullAway") // The extension would set the field.
  static class WrongField {
    @PrismMock("src/test/resources/greetings.yaml")
    static String server;

    @Test
    void test() {}
  }

  @PrismMock(value = "src/test/resources/greetings.yaml", failOnViolation = true)
  static class Violating {
    private final URI baseUrl;

    Violating(URI baseUrl) {
      this.baseUrl = baseUrl;
    }

    @Test
    void rightRequest(PrismServer server) throws Exception {
      assertEquals(200, get(baseUrl, "/greeting?language=de").statusCode());
      // Not of this test's address.
      assertEquals(422, get(server, "/greeting?language=fr").statusCode());
    }

    @Test
    void wrongRequest() throws Exception {
      assertEquals(422, get(baseUrl, "/greeting?language=fr").statusCode());
    }

    @Test
    void wrongRequestFromField(URI parameter) throws Exception {
      assertEquals(baseUrl, parameter);
      assertEquals(422, get(parameter, "/greeting?language=fr").statusCode());
    }
  }

  @PrismMock(value = "src/test/resources/greetings.yaml", failOnViolation = true)
  static class ViolatingOnce {
    @BeforeAll
    static void beforeAll(URI baseUrl) throws Exception {
      assertEquals(422, get(baseUrl, "/greeting?language=fr").statusCode());
    }

    @Test
    void test() {}
  }

  @PrismMock("src/test/resources/greetings.yaml")
  static class Fronts {
    private final PrismFront front;

    Fronts(PrismFront front) {
      this.front = front;
    }

    @Test
    void first(PrismFront parameter) {
      assertSame(front, parameter);
      fronts.add(front);
    }

    @Test
    void second(PrismFront parameter) throws Exception {
      fronts.add(parameter);
      // Fails nobody, as nobody asked for it.
      assertEquals(422, get(front.baseUrl(), "/greeting?language=fr").statusCode());
    }
  }
}
