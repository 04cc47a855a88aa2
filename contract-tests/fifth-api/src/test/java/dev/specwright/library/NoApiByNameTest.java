package dev.specwright.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What serves every API names none: that is how it can serve another one. */
final class NoApiByNameTest {
  private static final Path ROOT = Path.of("../..");

  @ParameterizedTest
  @ValueSource(
      strings = {"generated-clients/generator", "generated-clients/runtime", "customizations/core"})
  void sourcesNameNoApi(String module) throws IOException {
    assertEquals(List.of(), namedIn(module));
  }

  @Test
  void namesAreSeenWhereTheyAre() throws IOException {
    assertEquals(
        List.of(
            "../../customizations/smartq/src/main/java/module-info.java: module"
                + " dev.specwright.smartq {"),
        namedIn("customizations/smartq").stream()
            .filter(line -> line.contains(": module "))
            .toList());
  }

  private static List<String> namedIn(String module) throws IOException {
    Pattern names = names();
    List<String> found = new ArrayList<>();
    for (Path file : filesIn(ROOT.resolve(module).resolve("src/main"))) {
      for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\\R", -1)) {
        if (names.matcher(line).find()) found.add(file + ": " + line.strip());
      }
    }
    return found;
  }

  /** The APIs that have a document; of a name of several words the first one, which is no word. */
  private static Pattern names() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT.resolve("specs"))) {
      return Pattern.compile(
          folders
              .filter(folder -> Files.exists(folder.resolve("openapi.yaml")))
              .map(folder -> folder.getFileName().toString().replaceFirst("-.*", ""))
              .map(Pattern::quote)
              .collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
