package dev.specwright.impact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Makes a client from a document, as the modules of generated-clients do. */
final class ClientJar {
  private ClientJar() {}

  /** Generates, compiles and packs a client; its packages are below {@code client}. */
  static Path of(Path document, Path folder) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    CodegenConfigurator settings =
        new CodegenConfigurator()
            .setGeneratorName("retrofit-moshi")
            .setInputSpec(document.toAbsolutePath().toString())
            .setOutputDir(sources.toString())
            .setApiPackage("client.api")
            .setInvokerPackage("client.api")
            .setModelPackage("client.model")
            .addAdditionalProperty("sourceFolder", "java");
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGenerateMetadata(false);
    generator.opts(settings.toClientOptInput()).generate();
    Path classes = folder.resolve("classes");
    compile(sources.resolve("java"), classes);
    return pack(classes, folder.resolve("client.jar"));
  }

  private static void compile(Path sources, Path classes) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-nowarn", "-proc:none", "-parameters", "--release", "17"));
    arguments.addAll(List.of("-d", classes.toString(), "-cp", classPath()));
    filesIn(sources).forEach(file -> arguments.add(file.toString()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, System.err, arguments.toArray(new String[0])) != 0) {
      throw new IllegalStateException(
          "Expected the client made from the document to compile but it did not; javac's messages"
              + " stand above. Does mvn verify build the generated clients?");
    }
  }

  /** Puts the classes of a folder into a jar. */
  static Path pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      for (Path each : filesIn(classes)) {
        entries.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, entries);
      }
    }
    return jar;
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String classPath() {
    return Objects.requireNonNull(System.getProperty("java.class.path"));
  }
}
