package dev.specwright.prism;

import static dev.specwright.prism.Fixtures.FAREWELLS;
import static dev.specwright.prism.Fixtures.GREETINGS;
import static dev.specwright.prism.Fixtures.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Which test classes have a server in common, and how long. */
final class SharedServersTest {
  private static final List<PrismServer> used = new ArrayList<>();
  private static final List<PrismServer> together = new CopyOnWriteArrayList<>();
  private static final List<String> dynamicAnswers = new ArrayList<>();

  @BeforeEach
  void forgetServers() {
    used.clear();
  }

  @Test
  void classesWithTheSameDocumentAndOptionsShareOneServerToTheEndOfTheRun() {
    run(First.class, Second.class, StrictFirst.class, StrictSecond.class, Farewells.class)
        .testEvents()
        .assertStatistics(all -> all.succeeded(5));
    assertSame(used.get(0), used.get(1));
    assertNotSame(used.get(0), used.get(2));
    assertSame(used.get(2), used.get(3));
    assertEquals(
        List.of(GREETINGS.getFileName(), FAREWELLS.getFileName()),
        List.of(used.get(0).document().getFileName(), used.get(4).document().getFileName()));
    for (PrismServer server : used) assertFalse(server.process().isAlive());
  }

  @Test
  void classesWithTheSameServiceShareOneProxy() {
    run(Proxied.class, ProxiedToo.class, ProxiedElsewhere.class)
        .testEvents()
        .assertStatistics(all -> all.succeeded(3));
    assertSame(used.get(0), used.get(1));
    assertNotSame(used.get(0), used.get(2));
    for (PrismServer server : used) assertFalse(server.process().isAlive());
  }

  /** A build that runs tests in several JVMs gives each class to a launcher of its own. */
  @Test
  void launchesOfOneSessionShareOneServer() {
    try (LauncherSession session = LauncherFactory.openSession()) {
      for (Class<?> test : List.of(First.class, Second.class)) {
        session.getLauncher().execute(request().selectors(selectClass(test)).build());
      }
      assertEquals(2, used.size());
      assertSame(used.get(0), used.get(1));
    }
    assertFalse(used.get(0).process().isAlive());
  }

  @Test
  void classesThatRunInParallelShareOneServer() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Together1.class), selectClass(Together2.class))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
        .execute()
        .testEvents()
        .assertStatistics(all -> all.succeeded(4));
    assertEquals(4, together.size());
    assertEquals(1, together.stream().distinct().count());
    for (PrismServer server : together) assertFalse(server.process().isAlive());
  }

  @Test
  void dynamicAnswersAreTheSameInEveryRunOnAServerOfTheirOwn() {
    run(First.class, Dynamic.class).testEvents().assertStatistics(all -> all.succeeded(2));
    assertNotSame(used.get(0), used.get(1));
    String first = dynamicAnswers.get(0);
    run(Dynamic.class).testEvents().assertStatistics(all -> all.succeeded(1));
    assertEquals(List.of(first, first), dynamicAnswers);
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

  @PrismMock(value = "src/test/resources/greetings.yaml", upstream = "http://127.0.0.1:9")
  static class Proxied {
    @Test
    void test(PrismServer server) throws Exception {
      used.add(server);
      // Nothing listens there.
      assertEquals(500, get(server, "/greeting").statusCode());
    }
  }

  static class ProxiedToo extends Proxied {}

  @PrismMock(
      value = "src/test/resources/greetings.yaml",
      upstream = "http://127.0.0.1:9/v1",
      strict = true)
  static class ProxiedElsewhere extends Proxied {}

  @PrismMock("src/test/resources/greetings.yaml")
  static class Together1 {
    @Test
    void first(PrismServer server) throws Exception {
      together.add(server);
      assertEquals(200, get(server, "/greeting").statusCode());
    }

    @Test
    void second(PrismServer server) throws Exception {
      together.add(server);
      assertEquals(200, get(server, "/greeting").statusCode());
    }
  }

  static class Together2 extends Together1 {}

  @PrismMock(value = "src/test/resources/greetings.yaml", dynamic = true, seed = 7)
  static class Dynamic {
    @Test
    void test(PrismServer server) throws Exception {
      used.add(server);
      dynamicAnswers.add(get(server, "/greeting").body());
    }
  }
}
