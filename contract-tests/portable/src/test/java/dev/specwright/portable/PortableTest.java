package dev.specwright.portable;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.opentest4j.AssertionFailedError;

/** A partner who works in another language gets a client from each document. */
final class PortableTest {
  private static final Path SPECS = Path.of("../../specs").toAbsolutePath().normalize();
  private static final Path TARGET = Path.of("target/clients").toAbsolutePath();

  static List<Arguments> documentsAndLanguages() throws IOException {
    try (Stream<Path> folders = Files.list(SPECS)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("openapi.yaml")))
          .sorted()
          .map(folder -> folder.getFileName().toString())
          .flatMap(api -> Stream.of(Language.values()).map(each -> Arguments.of(api, each)))
          .toList();
    }
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("documentsAndLanguages")
  void clientIsMadeAndCompiles(String api, Language language) throws Exception {
    Path client = generated(SPECS.resolve(api).resolve("openapi.yaml"), api, language);
    assertFalse(Language.files(client, language.extension()).isEmpty(), "nothing was made");
    language.assumeCompiler();
    language.compile(client);
  }

  @ParameterizedTest
  @EnumSource
  void compilerSeesAFault(Language language) throws Exception {
    language.assumeCompiler();
    Path client = generated(SPECS.resolve("icommkt-survey/openapi.yaml"), "faulty", language);
    Path file = Path.of(Language.files(client, language.extension()).get(0));
    Files.writeString(file, Files.readString(file) + "\n(((");
    assertThrows(AssertionFailedError.class, () -> language.compile(client));
  }

  private static Path generated(Path document, String name, Language language) throws IOException {
    Path client = TARGET.resolve(name + "-" + language.generator());
    delete(client);
    CodegenConfigurator settings =
        new CodegenConfigurator()
            .setGeneratorName(language.generator())
            .setInputSpec(document.toString())
            .setOutputDir(client.toString());
    language.options().forEach(settings::addAdditionalProperty);
    new DefaultGenerator().opts(settings.toClientOptInput()).generate();
    return client;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    }
  }
}
