package dev.specwright.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.benchmarks.rival.ExportRow;
import dev.specwright.benchmarks.rival.TicketRow;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.smartq.model.Ticket;
import dev.specwright.smartq.model.TicketList;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class DocumentsTest {
  @Test
  void areTheSameEachTime() {
    for (Subject subject : Subject.values()) {
      assertArrayEquals(subject.document(30), subject.document(30));
    }
  }

  @Test
  void haveTheSizesThatTheGoalsSpeakOf() {
    assertBetween(10_000_000, 12_000_000, Subject.EXPORT.document().length);
    assertBetween(180_000, 240_000, Subject.ANSWERS.document().length);
    assertBetween(58_000, 70_000, Subject.TICKETS.document().length);
    assertBetween(280, 330, Documents.ticketAnswer().length);
    assertBetween(28_000, 32_000, Documents.ticketsAnswer(WholeCall.TICKETS).length);
  }

  @Test
  void holdNothingThatOurDocumentsDoNotName() throws IOException {
    for (Object row : (List<?>) read(Subject.EXPORT)) {
      assertEquals(Map.of(), ((ResponseRow) row).additionalProperties());
    }
    for (Object answer : (List<?>) read(Subject.ANSWERS)) {
      assertEquals(Map.of(), ((Answer) answer).additionalProperties());
    }
    for (Ticket ticket : ((TicketList) read(Subject.TICKETS)).items()) {
      assertEquals(Map.of(), ticket.additionalProperties());
    }
  }

  @Test
  void rivalsHaveThePropertiesOfTheDocuments() throws IOException {
    assertEquals(properties("mappiness", "ResponseRow"), fields(ExportRow.class));
    assertEquals(properties("smartq", "Ticket"), fields(TicketRow.class));
  }

  private static Object read(Subject subject) throws IOException {
    return Readers.SPECWRIGHT.reader(subject).read(subject.document(50));
  }

  private static Set<String> fields(Class<?> rival) {
    return Arrays.stream(rival.getFields()).map(Field::getName).collect(Collectors.toSet());
  }

  private static Set<?> properties(String api, String schema) throws IOException {
    Path file = Path.of("../../specs", api, "openapi.yaml");
    try (InputStream in = Files.newInputStream(file)) {
      Map<?, ?> node = new Yaml().load(in);
      for (String name : List.of("components", "schemas", schema, "properties")) {
        node = (Map<?, ?>) Objects.requireNonNull(node.get(name));
      }
      return node.keySet();
    }
  }

  private static void assertBetween(int least, int most, int actual) {
    assertTrue(
        least <= actual && actual <= most,
        () -> "Expected " + least + " to " + most + " bytes but found " + actual);
  }
}
