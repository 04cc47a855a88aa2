package dev.specwright.probe;

import dev.specwright.contract.driver.Json;
import dev.specwright.runtime.SafeUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run against a real account has found. Names operations and fields; values only where a
 * document lists what a text may be, and never a secret.
 *
 * @param api the API
 * @param outcomes what became of each operation
 * @param created what the run has created, also what it has deleted again
 * @param differences between service and document
 * @param remarks what could not be done
 * @param exchanges how many requests were made
 * @param secrets what is masked
 */
record TrafficReport(
    Api api,
    Map<String, String> outcomes,
    List<String> created,
    List<Difference> differences,
    List<String> remarks,
    int exchanges,
    Set<String> secrets) {
  /** Writes {@code <api>.md} and {@code <api>.json}, and returns a line about them. */
  String write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path markdown = folder.resolve(api.name() + ".md");
    TrafficReport masked = masked();
    Files.writeString(markdown, masked.markdown());
    Files.writeString(folder.resolve(api.name() + ".json"), masked.json());
    return "%s: %s, in %d requests. See %s and the .json beside it."
        .formatted(api.name(), count(), exchanges, markdown);
  }

  private String count() {
    return switch (differences.size()) {
      case 0 -> "no difference between service and document";
      case 1 -> "1 difference between service and document";
      default -> differences.size() + " differences between service and document";
    };
  }

  private String markdown() {
    String version = api.setup().description().version();
    StringBuilder text = new StringBuilder();
    text.append("# ").append(api.name()).append(": the service and its document ");
    text.append(version).append("\n\n").append(count()).append(", in ").append(exchanges);
    text.append(" requests.\n\n");
    if (!differences.isEmpty()) {
      text.append("| operation | what | difference |\n|---|---|---|\n");
      for (Difference each : differences) {
        text.append(
            "| %s | %s | %s |%n".formatted(each.operation(), word(each), cell(each.text())));
      }
      text.append('\n');
    }
    list(text, "What could not be done", remarks);
    list(text, "What was created, and is still there unless its deletion was answered", created);
    text.append("| operation | outcome |\n|---|---|\n");
    outcomes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(
            each -> text.append("| %s | %s |%n".formatted(each.getKey(), cell(each.getValue()))));
    return text.toString();
  }

  private static void list(StringBuilder text, String title, List<String> items) {
    if (items.isEmpty()) return;
    text.append(title).append(":\n\n");
    items.forEach(item -> text.append("- ").append(item.replace("\n", " ")).append('\n'));
    text.append('\n');
  }

  private String json() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("api", api.name());
    report.put("documentVersion", api.setup().description().version());
    report.put("requests", exchanges);
    report.put(
        "differences",
        differences.stream()
            .map(
                each ->
                    Map.of("operation", each.operation(), "what", word(each), "text", each.text()))
            .collect(Collectors.toList()));
    report.put("outcomes", outcomes);
    report.put("created", created);
    report.put("remarks", remarks);
    return Json.text(report) + "\n";
  }

  private static String word(Difference difference) {
    return difference.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  /** Texts are masked before they are written: a format may write some letters in another way. */
  private TrafficReport masked() {
    Map<String, String> maskedOutcomes = new LinkedHashMap<>();
    outcomes.forEach((operation, outcome) -> maskedOutcomes.put(operation, masked(outcome)));
    return new TrafficReport(
        api,
        maskedOutcomes,
        created.stream().map(this::masked).toList(),
        differences.stream()
            .map(each -> new Difference(each.operation(), each.kind(), masked(each.text())))
            .toList(),
        remarks.stream().map(this::masked).toList(),
        exchanges,
        Set.of());
  }

  private String masked(String text) {
    String masked = text;
    for (String secret : secrets) masked = masked.replace(secret, SafeUrl.MASK);
    return masked;
  }
}
