package dev.specwright.probe;

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
 * @param differences between service and document
 * @param exchanges how many requests were made
 * @param secrets what is masked
 */
record TrafficReport(
    Api api,
    Map<String, String> outcomes,
    List<Difference> differences,
    int exchanges,
    Set<String> secrets) {
  /** Writes {@code <api>.md} and {@code <api>.json}, and returns a line about them. */
  String write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path markdown = folder.resolve(api.folder() + ".md");
    Files.writeString(markdown, masked(markdown()));
    Files.writeString(folder.resolve(api.folder() + ".json"), masked(json()));
    return "%s: %s, in %d requests. See %s and the .json beside it."
        .formatted(api.folder(), count(), exchanges, markdown);
  }

  private String count() {
    return switch (differences.size()) {
      case 0 -> "no difference between service and document";
      case 1 -> "1 difference between service and document";
      default -> differences.size() + " differences between service and document";
    };
  }

  private String markdown() {
    String version = api.description().version();
    StringBuilder text = new StringBuilder();
    text.append("# ").append(api.folder()).append(": the service and its document ");
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
    text.append("| operation | outcome |\n|---|---|\n");
    outcomes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(
            each -> text.append("| %s | %s |%n".formatted(each.getKey(), cell(each.getValue()))));
    return text.toString();
  }

  private String json() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("api", api.folder());
    report.put("documentVersion", api.description().version());
    report.put("requests", exchanges);
    report.put(
        "differences",
        differences.stream()
            .map(
                each ->
                    Map.of("operation", each.operation(), "what", word(each), "text", each.text()))
            .collect(Collectors.toList()));
    report.put("outcomes", outcomes);
    return new Values(api.description().moshi()).json(report) + "\n";
  }

  private static String word(Difference difference) {
    return difference.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private String masked(String text) {
    String masked = text;
    for (String secret : secrets) masked = masked.replace(secret, SafeUrl.MASK);
    return masked;
  }
}
