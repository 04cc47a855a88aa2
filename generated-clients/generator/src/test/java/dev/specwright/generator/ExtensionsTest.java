package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ExtensionsTest {
  private static final Path TABLE = Path.of("../../specs/README.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(x-[a-z-]+)");

  /** Rows of the table that are for readers and for other tools. */
  private static final Set<String> NOT_FOR_THE_GENERATOR =
      Set.of("x-assumption", "x-source", "x-sources");

  @Test
  void theTableOfTheDocumentsAndTheGeneratorAgree() throws Exception {
    Set<String> rows = rows();
    rows.removeAll(NOT_FOR_THE_GENERATOR);
    assertEquals(List.copyOf(rows), List.copyOf(read()));
  }

  @Test
  void theReadmeSaysWhatBecomesOfEach() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    String table = readme.split("\n## Extensions in Java\n")[1].split("\n## ")[0];
    assertEquals(List.copyOf(rows(table)), List.copyOf(read()));
  }

  @Test
  void everyExtensionIsReadSomewhere() throws Exception {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("Extensions.java")) code.append(Files.readString(file));
      }
    }
    for (Field field : Extensions.class.getDeclaredFields()) {
      if (field.getType() != String.class) continue;
      String name = "Extensions." + field.getName();
      assertTrue(Pattern.compile(name + "\\b").matcher(code).find(), name);
    }
  }

  @Test
  void rowsThatAreNotForTheGeneratorExist() throws IOException {
    Set<String> rows = rows();
    rows.retainAll(NOT_FOR_THE_GENERATOR);
    assertEquals(NOT_FOR_THE_GENERATOR, rows);
  }

  private static Set<String> read() throws IllegalAccessException {
    Set<String> read = new TreeSet<>();
    for (Field field : Extensions.class.getDeclaredFields()) {
      if (field.getType() == String.class) read.add((String) field.get(null));
    }
    return read;
  }

  private static Set<String> rows() throws IOException {
    return rows(Files.readString(TABLE));
  }

  private static Set<String> rows(String table) {
    return ROW.matcher(table)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
