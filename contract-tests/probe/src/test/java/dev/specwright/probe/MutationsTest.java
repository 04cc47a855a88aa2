package dev.specwright.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.prism.PrismServer;
import dev.specwright.probe.ContractCheck.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * A document that has changed under its client, and a client that departs from its document, never
 * pass the contract check; document and client as they are do.
 *
 * <p>Each fault of a client is tried wherever its API has a place for it, and each request that it
 * strikes must be found. Each change of a document is tried on one of the APIs that have a place
 * for it, in turns, since a Prism has to start for it; {@code -Dmutations=all} tries all of them.
 */
@Execution(ExecutionMode.CONCURRENT)
class MutationsTest {
  private static final Map<Api, PrismServer> PRISMS = new ConcurrentHashMap<>();
  private static final Map<Api, Document> DOCUMENTS = new ConcurrentHashMap<>();
  private static final Set<String> TABLE = new ConcurrentSkipListSet<>();

  static List<ClientMutation> clientMutations() {
    return ClientMutations.all();
  }

  @AfterAll
  static void printTable() throws IOException {
    PRISMS.values().forEach(PrismServer::close);
    PRISMS.clear();
    Path file = Setup.TARGET.resolve("mutations.md");
    List<String> lines = new ArrayList<>();
    lines.add("| mutation | of | found by |");
    lines.add("|---|---|---|");
    lines.addAll(TABLE);
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
    lines.forEach(System.out::println);
    System.out.println(TABLE.size() + " mutants, none passed.");
  }

  @ParameterizedTest
  @EnumSource
  void clientAndDocumentAsTheyAreAgree(Api api) throws Exception {
    ContractCheck check = new ContractCheck(api, document(api));

    assertEquals(List.of(), check.run(prism(api).baseUrl(), document(api)).findings());
  }

  @ParameterizedTest
  @MethodSource("clientMutations")
  void faultOfAClientIsFoundInEachRequest(ClientMutation mutation) throws Exception {
    int places = 0;
    for (Api api : Api.values()) {
      ContractCheck check = new ContractCheck(api, document(api));
      ContractCheck.Result result = check.run(prism(api).baseUrl(), mutation.fault());
      if (result.faulty().isEmpty()) continue;
      places++;
      Set<String> passed = new TreeSet<>(result.faulty());
      result.findings().forEach(finding -> passed.remove(finding.operation()));
      assertEquals(Set.of(), passed, "Not found by anything in " + api.folder());
      row(
          "client: " + mutation.name(),
          api.folder() + ", " + result.faulty().size() + " operations",
          result.findings().get(0));
    }
    assertTrue(places > 0, "No client has a place for it");
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void changeOfADocumentIsFound(Mutant mutant) throws Exception {
    Api api = mutant.api();
    try (PrismServer prism = PrismServer.mock(mutant.file()).start()) {
      List<Finding> findings =
          new ContractCheck(api, document(api)).run(prism.baseUrl(), mutant.document()).findings();

      assertFalse(findings.isEmpty(), mutant + ": " + mutant.place() + " passed");
      row("document: " + mutant.mutation(), api.folder() + ", " + mutant.place(), findings.get(0));
    }
  }

  /** A document with a mutation, in the form for the Prism command line. */
  record Mutant(DocumentMutation mutation, Api api, String place, Document document, Path file) {
    @Override
    public String toString() {
      return mutation + " in " + api.folder();
    }
  }

  /** Writes all of them at once, since each start of Node takes its time. */
  static List<Mutant> mutants() throws IOException {
    Path folder = Setup.TARGET.resolve("mutants");
    Files.createDirectories(folder);
    List<Mutant> mutants = new ArrayList<>();
    for (DocumentMutation mutation : DocumentMutations.all()) {
      int before = mutants.size();
      for (Api api : turn(mutation)) {
        Document document = Setup.document(api);
        Optional<String> place = mutation.rule().apply(document);
        if (place.isEmpty()) continue;
        String name = mutation.name().replaceAll("[^A-Za-z]+", "-") + "-" + api.folder() + ".yaml";
        Files.writeString(folder.resolve(name), new Yaml().dump(document.content()));
        mutants.add(new Mutant(mutation, api, place.get(), document, folder.resolve(name)));
        if (!"all".equals(System.getProperty("mutations"))) break;
      }
      assertTrue(mutants.size() > before, "No document has a place for " + mutation);
    }
    List<String> command = new ArrayList<>(List.of("node"));
    command.add(Setup.RESOURCES.resolve("prism-variants.mjs").toString());
    command.add(Setup.SPECS.toString());
    mutants.forEach(mutant -> command.add(mutant.file().toString()));
    Program.run(Setup.SPECS, command, "");
    return mutants;
  }

  /** All APIs, another one first for each mutation. */
  private static List<Api> turn(DocumentMutation mutation) {
    List<String> names = DocumentMutations.all().stream().map(DocumentMutation::name).toList();
    List<Api> apis = new ArrayList<>(List.of(Api.values()));
    Collections.rotate(apis, -(names.indexOf(mutation.name()) % apis.size()));
    return apis;
  }

  private static void row(String mutation, String place, Finding finding) {
    String what = finding.what().replace("|", "\\|");
    TABLE.add("| " + mutation + " | " + place + " | " + finding.operation() + ": " + what + " |");
  }

  private static Document document(Api api) {
    return DOCUMENTS.computeIfAbsent(api, Setup::document);
  }

  private static PrismServer prism(Api api) {
    return PRISMS.computeIfAbsent(api, Setup::prism);
  }
}
