package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.contract.driver.Node;
import dev.specwright.prism.PrismServer;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java samples that partners get, compiled and run as they are against the mock. */
class SamplesTest {
  /** Where the samples' settings expect the mock. */
  private static final String MOCK = "http://127.0.0.1:4010";

  static List<Path> samples() throws IOException {
    try (Stream<Path> apis = Files.list(Apis.DOCUMENTS)) {
      return apis.map(api -> api.resolve("samples")).filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void javaSamplesCompileAndSucceed(Path samples, @TempDir Path folder) throws Exception {
    List<Path> sources = sources(samples);
    assertFalse(sources.isEmpty(), samples + " has no Java sample");
    compile(sources, folder);
    // The upload sample's file.
    Files.writeString(folder.resolve("image.jpg"), "not really a picture");
    String api = samples.getParent().getFileName().toString();
    Set<String> receivers = receivers(samples.resolveSibling("openapi.yaml"));
    try (PrismServer prism =
        PrismServer.mock(Apis.DOCUMENTS.resolve("target/prism/" + api + ".yaml")).start()) {
      Map<String, String> settings = settings(samples, prism.baseUrl().toString());
      assertAll(
          sources.stream()
              .map(SamplesTest::className)
              .filter(name -> !receivers.contains(name))
              .map(name -> () -> succeeds(name, folder, settings)));
    }
  }

  private static List<Path> sources(Path samples) throws IOException {
    try (Stream<Path> files = Files.list(samples)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String className(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  private static void compile(List<Path> sources, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-Xlint:all", "-Werror", "-proc:none", "-d", folder.toString());
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(compiled, messages.toString());
    }
  }

  /** Samples that wait for the service's calls do not end; they are compiled only. */
  private static Set<String> receivers(Path document) {
    return Node.read(document).at("x-webhooks").members().values().stream()
        .flatMap(item -> item.members().values().stream())
        .map(operation -> operation.at("operationId").text())
        .map(id -> Character.toUpperCase(id.charAt(0)) + id.substring(1))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> settings(Path samples, String mock) throws IOException {
    Map<String, String> settings = new HashMap<>();
    for (String line : Files.readAllLines(samples.resolve("mock.env"))) {
      int end = line.indexOf('=');
      if (line.startsWith("#") || end < 0) continue;
      settings.put(line.substring(0, end), line.substring(end + 1).replace(MOCK, mock));
    }
    return settings;
  }

  private static void succeeds(String name, Path folder, Map<String, String> settings)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-classpath");
    command.add(
        folder + System.getProperty("path.separator") + System.getProperty("java.class.path"));
    command.add(name);
    Path output = folder.resolve(name + ".out");
    ProcessBuilder sample =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    sample.environment().putAll(settings);
    Process process = sample.start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), name + " does not end");
      String text = Files.readString(output, StandardCharsets.UTF_8);
      assertEquals(0, process.exitValue(), () -> name + " failed:\n" + text);
    } finally {
      process.destroyForcibly();
    }
  }
}
