package dev.specwright.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** Generates a client and compiles it: what {@link Generations} starts a JVM for. */
final class GenerationRun {
  private GenerationRun() {}

  /**
   * Prints the milliseconds that generation and compilation took.
   *
   * @param arguments {@code OURS} or {@code STOCK}, the document, and a folder for the result
   */
  public static void main(String[] arguments) throws IOException {
    Path output = Path.of(arguments[2]);
    long start = System.nanoTime();
    generate(arguments[0].equals("STOCK"), arguments[1], output);
    long generated = System.nanoTime();
    compile(output);
    long compiled = System.nanoTime();
    System.out.println(
        "times " + (generated - start) / 1_000_000 + " " + (compiled - generated) / 1_000_000);
  }

  private static void generate(boolean stock, String document, Path output) {
    // Only what a client consists of; this makes it easier for the stock generator.
    for (String each : List.of("apiDocs", "modelDocs", "apiTests", "modelTests")) {
      GlobalSettings.setProperty(each, "false");
    }
    CodegenConfigurator settings =
        new CodegenConfigurator()
            .setInputSpec(document)
            .setOutputDir(output.toString())
            .setApiPackage("client.api")
            .setModelPackage("client.model")
            .setInvokerPackage("client.api")
            .setGeneratorName(stock ? "java" : "retrofit-moshi")
            .addAdditionalProperty("sourceFolder", "java");
    if (stock) {
      settings.setLibrary("retrofit2");
      // Without this its code does not compile: it imports Jackson's JsonNullable beside Gson.
      settings.addAdditionalProperty("openApiNullable", "false");
      settings.addAdditionalProperty("hideGenerationTimestamp", "true");
    }
    new DefaultGenerator().opts(settings.toClientOptInput()).generate();
  }

  private static void compile(Path output) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d"));
    arguments.add(output.resolve("classes").toString());
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(output.resolve("java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(f -> arguments.add(f.toString()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, System.err, System.err, arguments.toArray(new String[0])) != 0) {
      throw new IllegalStateException("Expected the client to compile but it did not.");
    }
  }
}
