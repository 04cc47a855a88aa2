package dev.specwright.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /** Has each extension once. */
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Pet shop, version: '1'}
      x-error: {code: /error}
      x-lenient: true
      x-webhooks:
        born:
          post:
            requestBody:
              content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
            responses: {'200': {description: Taken.}}
      paths:
        /pets:
          get:
            operationId: listPets
            tags: [Pets]
            x-envelope: {data: data}
            x-pagination: {style: offset, parameter: skip, limit: limit, size: 10}
            x-section: Pets
            parameters:
              - {name: skip, in: query, x-java-name: offset, schema: {type: integer}}
              - {name: limit, in: query, schema: {type: integer}}
              - {name: callback, in: query, x-jsonp: true, schema: {type: string}}
              - {name: like, in: query, schema: {type: string, x-json-text: Pet}}
            responses:
              '200':
                description: The pets.
                content: {application/json: {schema: {$ref: '#/components/schemas/Pets'}}}
          post:
            operationId: addPet
            tags: [Pets]
            x-idempotent: true
            requestBody:
              required: true
              content:
                application/x-www-form-urlencoded:
                  schema:
                    type: object
                    properties:
                      token: {type: string, x-credential: token}
                      name: {type: string}
            responses: {'204': {description: Added.}}
      components:
        schemas:
          Pets:
            type: object
            properties: {data: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
          Pet:
            type: object
            properties:
              tame: {type: integer, enum: [0, 1], x-boolean: true}
              born: {type: string, x-date-format: dd.MM.yyyy}
              pin: {type: string, x-sensitive: true}
              size: {type: string, enum: [s, l], x-enum-varnames: [SMALL, LARGE]}
      """;

  @Test
  void everyExtensionChangesTheCode() throws Exception {
    Map<String, String> all = GeneratedCode.sources(DOCUMENT);
    Set<String> changing = new TreeSet<>();
    for (String name : read()) {
      String without = DOCUMENT.replace(name + ":", "x-unknown:");
      if (!GeneratedCode.sources(without).equals(all)) changing.add(name);
    }
    assertEquals(List.copyOf(read()), List.copyOf(changing));
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
