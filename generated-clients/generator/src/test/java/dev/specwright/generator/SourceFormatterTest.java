package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFormatterTest {
  private static final String NOTHING = "responses: {'204': {description: None.}}";
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @Test
  void formatsJavaAndLeavesOtherFilesAlone(@TempDir Path folder) throws Exception {
    SourceFormatter formatter = SourceFormatter.of(folder);
    Path version = Files.writeString(folder.resolve("VERSION"), "7.25.0\n");
    Path java = Files.writeString(folder.resolve("A.java"), "import java.util.List; class A{}");
    formatter.add(version);
    formatter.add(java);

    formatter.format();

    assertEquals("7.25.0\n", Files.readString(version));
    assertEquals("class A {}\n", Files.readString(java));
  }

  @Test
  void leavesCodeAsPrintedWhereJavaDoesNotGiveThePackagesOfJavac(@TempDir Path folder)
      throws Exception {
    Path java = Files.writeString(folder.resolve("A.java"), "import java.util.List; class A{}");

    String printed = runInOtherJava(OtherFormatter.class, folder);

    assertEquals("import java.util.List; class A{}", Files.readString(java));
    String advice =
        "Left the code unformatted, since google-java-format needs packages of javac. To have it"
            + " formatted, run Java with --add-exports=jdk.compiler/com.sun.tools.javac.api";
    assertTrue(printed.contains(advice), printed);
  }

  @Test
  void codeThatStaysAsPrintedCompiles(@TempDir Path folder, @TempDir Path classes)
      throws Exception {
    runInOtherJava(OtherGenerator.class, folder);

    Map<String, String> sources = GeneratedCode.read(folder.resolve("java"));
    String api = Objects.requireNonNull(sources.get("generated/api/PetsApi.java"));
    assertTrue(api.contains("import dev.specwright.runtime.JsonText;"), api);
    GeneratedCode.compile(classes, sources, List.of());
  }

  /** Returns what a program prints in a Java without the settings of this build. */
  private static String runInOtherJava(Class<?> program, Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  /** Makes a client that has nothing to check and to format. */
  static final class OtherGenerator {
    public static void main(String[] arguments) throws IOException {
      String document = Documents.of(Documents.operation("get /pets", "getPets", NOTHING));
      GeneratedCode.generate(document, Path.of(arguments[0]), Map.of());
    }
  }

  /** Formats a file. */
  static final class OtherFormatter {
    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      SourceFormatter formatter = SourceFormatter.of(folder);
      formatter.add(folder.resolve("A.java"));
      formatter.format();
    }
  }

  @Test
  void secondGenerationLeavesTheTimesOfFilesThatDidNotChange() throws IOException {
    Path directory = GeneratedCode.directory();
    Path pet = directory.resolve("java/generated/model/Pet.java");
    Path toy = directory.resolve("java/generated/model/Toy.java");
    generate(directory, "name");
    for (Path file : new Path[] {pet, toy}) Files.setLastModifiedTime(file, LONG_AGO);

    generate(directory, "nick");

    assertNotEquals(LONG_AGO, Files.getLastModifiedTime(pet));
    assertEquals(LONG_AGO, Files.getLastModifiedTime(toy));
  }

  private static void generate(Path directory, String property) throws IOException {
    String document =
        Documents.ofSchemas(
            "Pet",
            """
            Pet:
              type: object
              properties:
                %s: {type: string}
                toy: {$ref: '#/components/schemas/Toy'}
            Toy:
              type: object
              properties:
                size: {type: integer}
            """
                .formatted(property));
    GeneratedCode.generate(document, directory, Map.of());
  }
}
