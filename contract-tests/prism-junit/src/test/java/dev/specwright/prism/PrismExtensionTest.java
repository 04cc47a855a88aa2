package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.FAREWELLS;
import static dev.specwright.prism.Fixtures.GREETINGS;
import static dev.specwright.prism.Fixtures.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

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

  @BeforeEach
  void forgetServers() {
    used.clear();
  }

  @Test
  void classesWithTheSameDocumentShareOneServer() {
    run(First.class, Second.class).testEvents().assertStatistics(all -> all.succeeded(2));
    assertEquals(2, used.size());
    assertSame(used.get(0), used.get(1));
  }

  @Test
  void classesWithDifferentDocumentsHaveDifferentServers() {
    run(First.class, Farewells.class).testEvents().assertStatistics(all -> all.succeeded(2));
    assertNotSame(used.get(0), used.get(1));
    assertEquals(
        List.of(GREETINGS.getFileName(), FAREWELLS.getFileName()),
        used.stream().map(server -> server.document().getFileName()).toList());
  }

  @Test
  void strictClassesHaveServerOfTheirOwn() {
    run(First.class, StrictFirst.class, StrictSecond.class)
        .testEvents()
        .assertStatistics(all -> all.succeeded(3));
    assertNotSame(used.get(0), used.get(1));
    assertSame(used.get(1), used.get(2));
  }

  @Test
  void serversEndWithTheRun() {
    run(First.class, Farewells.class);
    for (PrismServer server : used) assertFalse(server.process().isAlive());
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
      assertEquals(document, PrismExtension.document("api.yaml", First.class, folder));
    }
    Path nearer = Files.createFile(module.resolve("api.yaml"));
    assertEquals(nearer, PrismExtension.document("api.yaml", First.class, module));
  }

  @Test
  void absoluteDocumentIsTriedOnce(@TempDir Path root) {
    Path missing = root.resolve("api.yaml");
    assertEquals(
        "Found no document for @PrismMock(\"%1$s\") of %2$s. Tried:\n  %1$s"
            .formatted(missing, First.class.getName()),
        assertThrows(
                ExtensionConfigurationException.class,
                () -> PrismExtension.document(missing.toString(), First.class, root))
            .getMessage());
  }

  private static EngineExecutionResults run(Class<?>... tests) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    for (Class<?> test : tests) kit.selectors(selectClass(test));
    return kit.execute();
  }

  @PrismMock("src/test/resources/greetings.yaml")
  static class First {
    @Test
    void test(PrismServer server) throws Exception {
      used.add(server);
      assertEquals(200, get(server, "/greeting").statusCode());
    }
  }

  @PrismMock("./src/test/resources/greetings.yaml")
  static class Second {
    @Test
    void test(PrismServer server) throws Exception {
      used.add(server);
      assertEquals(200, get(server, "/greeting").statusCode());
    }
  }

  @PrismMock(value = "src/test/resources/greetings.yaml", strict = true)
  static class StrictFirst {
    @Test
    void test(PrismServer server) throws Exception {
      used.add(server);
      assertEquals(422, get(server, "/greeting?langauge=en").statusCode());
    }
  }

  @PrismMock(value = "src/test/resources/greetings.yaml", strict = true)
  static class StrictSecond {
    @Test
    void test(PrismServer server) throws Exception {
      used.add(server);
      assertEquals(200, get(server, "/greeting?language=en").statusCode());
    }
  }

  @PrismMock("src/test/resources/farewells.yaml")
  static class Farewells {
    @Test
    void test(PrismServer server) throws Exception {
      used.add(server);
      assertEquals(200, get(server, "/farewell").statusCode());
    }
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

  static class Sub extends First {
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
}
