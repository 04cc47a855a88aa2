package dev.specwright.portable;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/** A language that OpenAPI Generator writes clients in, and how one is compiled. */
enum Language {
  /** Checked by the compiler of this module's node_modules. */
  TYPESCRIPT("typescript-fetch", ".ts") {
    @Override
    void compile(Path client) throws IOException, InterruptedException {
      Path compiler = Path.of("node_modules/typescript/bin/tsc").toAbsolutePath();
      List<String> command =
          new ArrayList<>(List.of("node", compiler.toString(), "--noEmit", "--strict"));
      command.addAll(List.of("--target", "es2020", "--module", "esnext", "--moduleResolution"));
      command.addAll(List.of("bundler", "--lib", "es2020,dom", "--skipLibCheck"));
      command.addAll(files(client, extension()));
      run(client, command);
    }
  },

  /** Compiled in this JVM, against OkHttp and Moshi. */
  KOTLIN("kotlin", ".kt") {
    @Override
    Map<String, String> options() {
      return Map.of("serializationLibrary", "moshi");
    }

    @Override
    void compile(Path client) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      int code =
          new K2JVMCompiler()
              .exec(
                  new PrintStream(said, true, StandardCharsets.UTF_8),
                  "-no-stdlib",
                  "-no-reflect",
                  "-nowarn",
                  "-jvm-target",
                  "17",
                  "-cp",
                  librariesOfKotlin(),
                  "-d",
                  client.resolve("classes").toString(),
                  client.resolve("src/main/kotlin").toString())
              .getCode();
      assertEquals(0, code, () -> said.toString(StandardCharsets.UTF_8));
    }
  },

  /** Compiled to byte code where Python is installed. */
  PYTHON("python", ".py") {
    @Override
    void assumeCompiler() throws InterruptedException {
      if (!runs("python3", "--version"))
        abort("python3 is not installed: nothing in Python is compiled.");
    }

    @Override
    void compile(Path client) throws IOException, InterruptedException {
      run(client, List.of("python3", "-m", "compileall", "-q", client.toString()));
    }
  };

  private final String generator;
  private final String extension;

  Language(String generator, String extension) {
    this.generator = generator;
    this.extension = extension;
  }

  /** Skips the test, by name, where there is no compiler; the build brings most of them. */
  void assumeCompiler() throws InterruptedException {}

  /** Fails with what the compiler says. */
  abstract void compile(Path client) throws IOException, InterruptedException;

  /** OpenAPI Generator's name of the generator. */
  String generator() {
    return generator;
  }

  /** How its source files end. */
  String extension() {
    return extension;
  }

  /** Additional properties of the generator. */
  Map<String, String> options() {
    return Map.of();
  }

  /** The source files below {@code folder}. */
  static List<String> files(Path folder, String extension) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(file -> file.endsWith(extension)).sorted().toList();
    }
  }

  /** Whether a program is there and succeeds. */
  static boolean runs(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What the clients in Kotlin use, without what makes and compiles them. */
  private static String librariesOfKotlin() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            jar ->
                Path.of(jar)
                    .getFileName()
                    .toString()
                    .matches("(kotlin-stdlib|kotlin-reflect|okhttp|okio|moshi).*"))
        .collect(joining(File.pathSeparator));
  }

  /** Fails with what the program says. */
  static void run(Path folder, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
