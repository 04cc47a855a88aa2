package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFormatterTest {
  @Test
  void formatsJavaAndLeavesOtherFilesAlone(@TempDir Path folder) throws Exception {
    Path version = Files.writeString(folder.resolve("VERSION"), "7.25.0\n");
    Path java = Files.writeString(folder.resolve("A.java"), "import java.util.List; class A{}");
    RetrofitMoshiCodegen codegen = new RetrofitMoshiCodegen();
    codegen.postProcessFile(version.toFile(), "supporting-file");
    codegen.postProcessFile(java.toFile(), "model");

    codegen.postProcess();

    assertEquals("7.25.0\n", Files.readString(version));
    assertEquals("class A {}\n", Files.readString(java));
  }
}
