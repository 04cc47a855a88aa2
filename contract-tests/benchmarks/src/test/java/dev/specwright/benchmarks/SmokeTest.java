package dev.specwright.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Runs the jar, everything once and briefly. That shows that it works, not how fast we are. */
@Tag("smoke")
class SmokeTest {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path REPORT = TARGET.resolve("smoke");

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    Files.createDirectories(REPORT);
    for (String file : Set.of("results.json", "table.md", "chart.svg")) {
      Files.deleteIfExists(REPORT.resolve(file));
    }
    Path log = TARGET.resolve("smoke.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                TARGET.resolve("benchmarks.jar").toString(),
                "--smoke",
                REPORT.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertTrue(process.waitFor(5, TimeUnit.MINUTES), "not finished; see " + log);
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), () -> "see " + log);
  }

  @Test
  void measuresEveryRivalWithEverySubject() throws IOException {
    Set<String> expected = new TreeSet<>();
    add(expected, "decode", Subject.values(), Readers.values());
    add(expected, "encode", Body.values(), Writers.values());
    add(expected, "call", WholeCall.Size.values(), Callers.values());
    add(expected, "cold-start", names("JDK_ARCHIVE"), Callers.values());
    add(expected, "cold-start", names("OWN_ARCHIVE"), names("SPECWRIGHT"));
    add(expected, "heap", names("1_MB", "2_MB"), names("WITHIN_32_MB", "LEAST_HEAP"));
    for (String part : Set.of("", "_GENERATE", "_COMPILE")) {
      add(expected, "generation", names("SMARTQ"), names("SPECWRIGHT" + part, "STOCK" + part));
      add(expected, "generation", names("LARGE"), names("SPECWRIGHT" + part));
    }
    Set<String> measured = new TreeSet<>();
    for (JsonNode each : results().get("measurements")) {
      String what = each.get("suite").asText() + " " + each.get("subject").asText();
      measured.add(what + " " + each.get("rival").asText());
      assertTrue(each.get("median").asDouble() > 0, each::toString);
    }
    assertEquals(expected, measured);
  }

  @Test
  void showsEveryGoalInTheTable() throws IOException {
    String table = Files.readString(REPORT.resolve("table.md"));
    JsonNode goals = results().get("goals");
    assertEquals(25, goals.size());
    for (JsonNode goal : goals) {
      String row = "| " + goal.get("name").asText() + " | " + goal.get("wanted").asText() + " | ";
      assertTrue(table.contains(row), row);
    }
  }

  @Test
  void drawsABarForEachSpeed() throws IOException, SAXException, ParserConfigurationException {
    Document chart =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(REPORT.resolve("chart.svg").toFile());
    assertEquals("svg", chart.getDocumentElement().getTagName());
    int bars = chart.getElementsByTagName("rect").getLength() - 1; // and the background
    // decode, encode, call, and cold start, where only the plain one has all rivals
    assertEquals(3 * 8 + 3 * 3 + 2 * 5 + 5, bars);
  }

  private static JsonNode results() throws IOException {
    return new ObjectMapper().readTree(REPORT.resolve("results.json").toFile());
  }

  private static Object[] names(String... names) {
    return names;
  }

  private static void add(Set<String> to, String suite, Object[] subjects, Object[] rivals) {
    for (Object subject : subjects) {
      Arrays.stream(rivals).forEach(rival -> to.add(suite + " " + subject + " " + rival));
    }
  }
}
