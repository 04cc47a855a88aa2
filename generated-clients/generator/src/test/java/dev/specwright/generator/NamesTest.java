package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NamesTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/retrofit-moshi");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.]+\\.(\\w+);");

  /** A schema of such a name would hide the class, or be hidden by it. */
  @Test
  void everyClassThatATemplateImportsIsTaken() throws IOException {
    Collection<String> free = new TreeSet<>();
    try (Stream<Path> templates = Files.list(TEMPLATES)) {
      for (Path template : templates.toList()) {
        IMPORT
            .matcher(Files.readString(template))
            .results()
            .map(match -> match.group(1))
            .filter(name -> !Names.isTakenClass(name))
            .forEach(free::add);
      }
    }
    assertEquals(List.of(), List.copyOf(free));
  }

  @Test
  void schemasMayBeCalledAsClassesThatGeneratedCodeUses() {
    List<String> schemas =
        Arrays.asList(
            "String",
            "Object",
            "Error",
            "Type",
            "Annotation",
            "GET",
            "BigDecimal",
            "ByteString",
            "Known",
            "Unknown",
            "Override",
            "IllegalStateException",
            "List",
            "Map",
            "Builder",
            "Objects",
            "Test",
            "Class",
            "New",
            "ApiCall",
            "Query",
            "File",
            "Void",
            "Long",
            "OffsetDateTime",
            "Date",
            "Set",
            "Collection",
            "Record",
            "Integer");
    GeneratedCode code =
        GeneratedCode.of(
            Documents.ofSchemas(
                "All",
                schemas.stream()
                        .map(name -> name + ": {type: object, properties: {x: {type: string}}}\n")
                        .collect(Collectors.joining())
                    + "All:\n  type: object\n  properties:\n"
                    + "    number: {type: number}\n    text: {type: string}\n"
                    + "    time: {type: string, format: date-time}\n"
                    + "    bytes: {type: string, format: byte}\n"
                    + "    either:\n      oneOf:\n        - {type: string}\n"
                    + "        - {$ref: '#/components/schemas/Unknown'}\n"
                    + schemas.stream()
                        .map(
                            name ->
                                "    p%s: {$ref: '#/components/schemas/%1$s'}\n".formatted(name))
                        .collect(Collectors.joining())));
    String json =
        "{\"number\":1.5,\"text\":\"t\",\"time\":\"2020-01-01T00:00:00Z\",\"bytes\":\"aGVsbG8=\","
            + "\"either\":{\"x\":\"u\"},"
            + schemas.stream()
                .map(name -> "\"p%s\":{\"x\":\"%1$s\"}".formatted(name))
                .collect(Collectors.joining(","))
            + "}";
    assertEquals(json, code.run("return roundTrip(All.class, \"\"\"\n" + json + "\"\"\");"));
  }

  @Test
  void literalIsWhatJavaReads() {
    assertEquals("\"a\\\"b\\\\u0041\\012\\015\\011é\"", Names.literal("a\"b\\u0041\n\r\té"));
  }
}
