package dev.specwright.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedRequest;
import dev.specwright.contract.driver.Driver;
import dev.specwright.contract.mutation.ClientMutation;
import dev.specwright.contract.mutation.ClientMutations;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A document that has changed under its client, and a client that departs from its document, never
 * pass the gates.
 *
 * <p>Each fault of a client is tried wherever its API has a place for it, and each operation that
 * it strikes must be found. Each change of a document is tried on one of the APIs that have a place
 * for it, in turns; {@code -Dmutations=all} tries all of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationsTest {
  private static final int MUTANTS_AT_LEAST = 20;

  /** What is of no interest in a failure: packages, the operation once more, the address. */
  private static final Pattern PLACE =
      Pattern.compile("^[a-z0-9.]*\\.(?=[A-Z])|\\w+: (?=[A-Z]+ http)|[A-Z]+ http\\S+ ");

  private final List<Mutant> mutants;
  private final Map<String, Stage> stages = new TreeMap<>();
  private final Map<String, List<Request>> requests = new HashMap<>();
  private final Map<Path, URI> prisms = new HashMap<>();
  private final List<String> rows = new ArrayList<>();
  private final Map<String, Integer> found = new TreeMap<>();
  private Prisms process;
  private int tried;

  MutationsTest() throws IOException {
    mutants = Mutant.all("all".equals(System.getProperty("mutations")));
  }

  @BeforeAll
  void open() throws IOException {
    Figures.forget("mutations");
    List<Path> documents =
        Stream.of(
                Apis.names().stream().map(Apis::document),
                mutants.stream().map(Mutant::file),
                mutants.stream().map(Mutant::unchanged))
            .flatMap(each -> each)
            .distinct()
            .toList();
    process = Prisms.of(documents);
    for (int i = 0; i < documents.size(); i++) prisms.put(documents.get(i), process.urls().get(i));
    for (String api : Apis.names()) {
      stages.put(api, Stage.open(api, prisms.get(Apis.document(api))));
      requests.put(api, requests(stages.get(api)));
    }
  }

  @AfterAll
  void close() throws IOException {
    stages.values().forEach(Stage::close);
    process.close();
    List<String> table = new ArrayList<>(List.of("| mutation | of | found by |", "|---|---|---|"));
    rows.stream().sorted().forEach(table::add);
    Files.write(Apis.MUTANTS.resolveSibling("mutations.md"), table);
    int all = found.values().stream().mapToInt(Integer::intValue).sum();
    Figures.write(
        "mutations", "Mutations  mutants %d  found %d  by %s".formatted(tried, all, found));

    assertTrue(tried >= MUTANTS_AT_LEAST, () -> "Only " + tried);
    assertEquals(tried, all);
    assertEquals(Set.of("auth", "coverage"), found.keySet(), "A gate that finds nothing is none");
  }

  // ---- faults of clients

  static List<ClientMutation> clientMutations() {
    return ClientMutations.all();
  }

  @ParameterizedTest
  @MethodSource("clientMutations")
  void faultOfAClientIsFoundInEachOperation(ClientMutation mutation) throws IOException {
    int places = 0;
    for (Stage stage : stages.values()) {
      List<DocumentedOperation> struck = new ArrayList<>();
      for (Request each : requests.get(stage.api())) {
        DocumentedOperation operation = stage.document().operation(Operation.of(each).id());
        boolean strikes = mutation.strikes(each, stage.document());
        if (strikes && !struck.contains(operation)) struck.add(operation);
      }
      if (struck.isEmpty()) continue;
      places++;
      tried++;
      List<String> findings = findings(mutation, stage, struck);
      String place = stage.api() + ", " + struck.size() + " operations";
      row("client: " + mutation, place, findings.get(0));
    }
    assertTrue(places > 0, "No client has a place for it");
  }

  /** Returns what finds the fault in each operation, and fails if nothing does in one of them. */
  private static List<String> findings(
      ClientMutation mutation, Stage stage, List<DocumentedOperation> struck) throws IOException {
    AtomicReference<String> current = new AtomicReference<>();
    Interceptor faulty =
        chain -> {
          Operation called = Operation.of(chain.request());
          // Not what a client sends by itself: without a token nothing else would be tried.
          return called != null && called.id().equals(current.get())
              ? mutation.intercept(chain, stage.document())
              : chain.proceed(chain.request());
        };
    OkHttpClient http = new OkHttpClient.Builder().addNetworkInterceptor(faulty).build();
    List<String> findings = new ArrayList<>();
    try (CoverageGate coverage = new CoverageGate(stage, http);
        AuthGate auth = new AuthGate(stage.document(), stage.setup(), http)) {
      for (DocumentedOperation each : struck) {
        current.set(each.id());
        Supplier<String> byCoverage = () -> finding("coverage", each, coverage.checks(each));
        Supplier<String> byAuth = () -> finding("auth", each, auth.checks(each));
        // The likelier one first: all checks of an operation take their time.
        String finding = mutation.ofCredentials() ? byAuth.get() : byCoverage.get();
        if (finding == null) finding = mutation.ofCredentials() ? byCoverage.get() : byAuth.get();
        assertNotNull(finding, () -> stage.api() + ", " + each.id() + " passed");
        findings.add(finding);
      }
    }
    return findings;
  }

  /** Returns what the checks of an operation find, or null if that is nothing. */
  private static String finding(String gate, DocumentedOperation operation, Stream<Check> checks) {
    return checks
        .map(MutationsTest::failure)
        .filter(Objects::nonNull)
        .findFirst()
        .map(failure -> gate + ": " + operation.id() + ": " + failure)
        .orElse(null);
  }

  private static String failure(Check check) {
    try {
      check.run().execute();
      return null;
    } catch (Throwable e) {
      String line = PLACE.matcher(e.toString().lines().findFirst().orElse("")).replaceAll("");
      return line.length() > 160 ? line.substring(0, 160) + "..." : line;
    }
  }

  /** What the client sends for each documented request, by each way in. */
  private static List<Request> requests(Stage stage) throws IOException {
    List<Request> sent = new ArrayList<>();
    Interceptor recorder =
        chain -> {
          sent.add(chain.request());
          return chain.proceed(chain.request());
        };
    OkHttpClient http = new OkHttpClient.Builder().addNetworkInterceptor(recorder).build();
    for (DocumentedOperation operation : stage.document().operations()) {
      for (Alternative way : operation.clientWays()) {
        String url = stage.scripted().url();
        try (Driver driver = new Driver(stage.document(), stage.setup(), url, http, way)) {
          for (DocumentedRequest request : requests(operation)) {
            if (driver.call(request).fetch() instanceof ResponseBody body) body.close();
          }
        }
      }
    }
    return sent;
  }

  private static List<DocumentedRequest> requests(DocumentedOperation operation) {
    DocumentedRequest request = DocumentedRequest.of(operation);
    List<DocumentedRequest> requests = new ArrayList<>();
    for (Content content : operation.requests()) {
      content.examples().values().forEach(each -> requests.add(request.withBody(content, each)));
    }
    return requests.isEmpty() ? List.of(request) : requests;
  }

  // ---- changes of documents

  List<Mutant> mutants() {
    return mutants;
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void changeOfADocumentIsFound(Mutant mutant) {
    tried++;
    String finding = finding(mutant, mutant.file());

    assertNotNull(finding, () -> mutant.place().text() + " passed");
    row("document: " + mutant.mutation(), mutant.api() + ", " + mutant.place().text(), finding);
  }

  Collection<Mutant> controls() {
    Map<Path, Mutant> controls = new LinkedHashMap<>();
    mutants.forEach(each -> controls.put(each.unchanged(), each));
    return controls.values();
  }

  /** It is the change that is found, and not what the mutant leaves out. */
  @ParameterizedTest
  @MethodSource("controls")
  void sameDocumentWithoutTheChangePasses(Mutant mutant) {
    assertNull(finding(mutant, mutant.unchanged()));
  }

  private String finding(Mutant mutant, Path document) {
    Stage stage = stages.get(mutant.api()).with(prisms.get(document));
    DocumentedOperation operation = stage.document().operation(mutant.place().operation());
    try (CoverageGate gate = new CoverageGate(stage, new OkHttpClient())) {
      return finding("coverage", operation, gate.checks(operation));
    }
  }

  // ---- figures

  private void row(String mutation, String place, String finding) {
    found.merge(finding.substring(0, finding.indexOf(':')), 1, Integer::sum);
    rows.add("| " + mutation + " | " + place + " | " + finding.replace("|", "\\|") + " |");
  }
}
