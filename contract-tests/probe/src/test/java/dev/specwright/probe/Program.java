package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of the machine that tests use. */
final class Program {
  private Program() {}

  /** Whether a program is on the PATH. */
  static boolean isInstalled(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(System.getProperty("path.separator"))) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) return true;
    }
    return false;
  }

  /** Whether PHP has an extension. */
  static boolean phpHas(String extension) {
    try {
      return run(Path.of("."), List.of("php", "-m"), "").lines().anyMatch(extension::equals);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a command that has to succeed, and returns what it prints. */
  static String run(Path folder, List<String> command, String input) throws IOException {
    Path output = Files.createTempFile("program", ".out");
    Path errors = Files.createTempFile("program", ".err");
    Path standardInput = Files.createTempFile("program", ".in");
    Files.writeString(standardInput, input);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(standardInput.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> command + " does not end");
      String text = Files.readString(errors) + Files.readString(output, StandardCharsets.UTF_8);
      assertEquals(0, process.exitValue(), () -> command + " failed: " + text);
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
      Files.delete(errors);
      Files.delete(standardInput);
    }
  }
}
