package dev.specwright.contract;

import static java.util.stream.Collectors.joining;

import dev.specwright.contract.CellNotes.Server;
import dev.specwright.contract.driver.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows which cells of which document were exercised, for programs and for people. */
final class CoverageReport {
  private static final String STYLE =
      "body{font:15px/1.5 system-ui,sans-serif;max-width:70em;margin:2em auto;padding:0 1em}"
          + "table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.2em .6em;"
          + "border-bottom:1px solid #ddd}.open{background:#fdd;font-weight:bold}";

  private static final Map<String, CellNotes> NOTES = new TreeMap<>();

  private CoverageReport() {}

  /** Writes the report anew, with this API in it. */
  static synchronized void add(String api, CellNotes notes) throws IOException {
    NOTES.put(api, notes);
    Files.createDirectories(Apis.COVERAGE.getParent());
    Map<String, Object> apis = new LinkedHashMap<>();
    NOTES.forEach((name, each) -> apis.put(name, summary(each)));
    Files.writeString(Apis.COVERAGE, Json.text(Map.of("apis", apis)) + "\n");
    Files.writeString(page(), html());
    Figures.write("coverage-" + api, figures(api, notes));
  }

  private static Path page() {
    return Apis.COVERAGE.resolveSibling("contract-coverage.html");
  }

  private static String figures(String api, CellNotes notes) {
    return "Contract coverage  %-14s  cells %4d, %s"
        .formatted(api, notes.documented().size(), counts(notes));
  }

  private static String counts(CellNotes notes) {
    return "%d by Prism, %d by the scripted server, %d of ways in that clients do not go, %d open"
        .formatted(
            count(notes, Server.PRISM),
            count(notes, Server.SCRIPTED),
            notes.beyondClients().size(),
            notes.uncovered().size());
  }

  private static long count(CellNotes notes, Server server) {
    return notes.documented().stream().filter(each -> notes.servers(each).contains(server)).count();
  }

  // ---- for programs

  private static Map<String, Object> summary(CellNotes notes) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("cells", notes.documented().size());
    summary.put("coveredByPrism", count(notes, Server.PRISM));
    summary.put("coveredByScriptedServer", count(notes, Server.SCRIPTED));
    summary.put("notOfClients", notes.beyondClients().size());
    summary.put("uncovered", notes.uncovered().stream().map(Cell::toString).toList());
    summary.put("undocumented", List.copyOf(notes.undocumented()));
    List<Object> cells = new ArrayList<>();
    notes.documented().forEach(each -> cells.add(members(each, notes)));
    summary.put("details", cells);
    return summary;
  }

  private static Map<String, Object> members(Cell cell, CellNotes notes) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("operation", cell.operation());
    members.put("status", cell.status());
    members.put("request", cell.request());
    members.put("answer", cell.answer());
    members.put("credentials", cell.alternative());
    members.put("coveredBy", notes.servers(cell).stream().map(CoverageReport::name).toList());
    return members;
  }

  private static String name(Server server) {
    return server == Server.PRISM ? "Prism" : "scripted server";
  }

  // ---- for people

  private static String html() {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<title>Contract coverage</title><style>"
        + STYLE
        + "</style></head><body><h1>Contract coverage</h1>\n"
        + "<p>What the documents say that may happen, and which server answered when the clients"
        + " tried it.</p>\n"
        + NOTES.entrySet().stream()
            .map(each -> section(each.getKey(), each.getValue()))
            .collect(joining())
        + "</body></html>\n";
  }

  private static String section(String api, CellNotes notes) {
    return "<h2>%s</h2>\n<p>%d cells, %s</p>\n"
            .formatted(api, notes.documented().size(), counts(notes))
        + "<table><tr><th>operation<th>status<th>request<th>answer<th>credentials<th>answered by\n"
        + notes.documented().stream().map(each -> row(each, notes)).collect(joining())
        + "</table>\n";
  }

  private static String row(Cell cell, CellNotes notes) {
    return "<tr%s><td>%s<td>%s<td>%s<td>%s<td>%s<td>%s\n"
        .formatted(
            notes.uncovered().contains(cell) ? " class=\"open\"" : "",
            cell.operation(),
            cell.status(),
            cell.request(),
            cell.answer(),
            cell.alternative(),
            answeredBy(cell, notes));
  }

  private static String answeredBy(Cell cell, CellNotes notes) {
    if (notes.beyondClients().contains(cell)) return "clients do not go this way in";
    if (notes.uncovered().contains(cell)) return "nobody who can see it";
    return notes.servers(cell).stream().map(CoverageReport::name).collect(joining(", "));
  }
}
