package dev.specwright.portable;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.opentest4j.AssertionFailedError;

/** A partner who works in another language gets a client from the document of each bundle. */
final class PortableTest {
  private static final Path BUNDLES = Path.of("../../specs/target/bundles").normalize();
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  /** The clients made so far, by document and language. Each is made once. */
  private static final Map<String, Path> CLIENTS = new HashMap<>();

  static List<Path> bundles() throws IOException {
    assertTrue(Files.isDirectory(BUNDLES), "No bundles. Run \"mvn package -pl specs\" first.");
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
    }
  }

  static List<Arguments> bundlesAndLanguages() throws IOException {
    return bundles().stream()
        .flatMap(bundle -> Stream.of(Language.values()).map(each -> Arguments.of(bundle, each)))
        .toList();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("bundlesAndLanguages")
  void clientIsMadeAndCompiles(Path bundle, Language language) throws Exception {
    Path client = client(bundle, language);
    assertFalse(Language.files(client, language.extension()).isEmpty(), "nothing was made");
    language.assumeCompiler();
    language.compile(client);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void clientInPythonIsImported(Path bundle) throws Exception {
    PythonImports.assumeTheirPackages();
    PythonImports.all(client(bundle, Language.PYTHON));
  }

  @ParameterizedTest
  @EnumSource
  void compilerSeesAFault(Language language) throws Exception {
    language.assumeCompiler();
    Path client = copy(client(bundles().get(0), language), "faulty-" + language.generator());
    append(client, language, "\n(((");
    assertThrows(AssertionFailedError.class, () -> language.compile(client));
  }

  @Test
  void importInPythonSeesAFault() throws Exception {
    PythonImports.assumeTheirPackages();
    Path client = copy(client(bundles().get(0), Language.PYTHON), "faulty-import");
    append(client, Language.PYTHON, "\nnot_a_name");
    Language.PYTHON.compile(client);
    assertThrows(AssertionFailedError.class, () -> PythonImports.all(client));
  }

  /** One at a time: the generator keeps state of its own in static fields. */
  private static synchronized Path client(Path bundle, Language language) throws IOException {
    String name = bundle.getFileName().toString().replace(".zip", "");
    String folder = name + "-" + language.generator();
    if (CLIENTS.containsKey(folder)) return CLIENTS.get(folder);
    Path client = emptyFolder(folder);
    CodegenConfigurator settings =
        new CodegenConfigurator()
            .setGeneratorName(language.generator())
            .setInputSpec(documentOf(bundle, name).toString())
            .setOutputDir(client.toString());
    language.options().forEach(settings::addAdditionalProperty);
    new DefaultGenerator().opts(settings.toClientOptInput()).generate();
    CLIENTS.put(folder, client);
    return client;
  }

  /** The document that a partner finds in a bundle, in a file. */
  private static Path documentOf(Path bundle, String name) throws IOException {
    Path document = TARGET.resolve("documents").resolve(name + ".yaml");
    Files.createDirectories(document.getParent());
    try (FileSystem zip = FileSystems.newFileSystem(bundle)) {
      Path published = zip.getPath("/", name, "openapi.yaml");
      return Files.copy(published, document, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void append(Path client, Language language, String text) throws IOException {
    Path file = Path.of(Language.files(client, language.extension()).get(0));
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  private static Path copy(Path client, String name) throws IOException {
    Path copy = emptyFolder(name);
    try (Stream<Path> files = Files.walk(client)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path place = copy.resolve(client.relativize(file).toString());
        Files.createDirectories(place.getParent());
        Files.copy(file, place);
      }
    }
    return copy;
  }

  private static Path emptyFolder(String name) throws IOException {
    Path folder = TARGET.resolve("clients").resolve(name);
    if (!Files.exists(folder)) return folder;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    }
    return folder;
  }
}
