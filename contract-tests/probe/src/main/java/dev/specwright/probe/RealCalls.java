package dev.specwright.probe;

import dev.specwright.mappiness.Mappiness;
import dev.specwright.mappiness.MappinessLink;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Calls the operations of an API with a client of a real account. Reads first, each without and
 * with its optional parameters. Then, if it may write: creates from the document's examples, and
 * changes and deletes what it has created itself, and nothing else.
 */
final class RealCalls {
  private final Api api;
  private final Document document;
  private final AutoCloseable client;
  private final TrafficRecorder recorder;
  private final KnownValues known;
  private final Calls calls;
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> created = new ArrayList<>();

  RealCalls(
      Api api,
      Document document,
      AutoCloseable client,
      TrafficRecorder recorder,
      Map<String, String> given) {
    this.api = api;
    this.document = document;
    this.client = client;
    this.recorder = recorder;
    this.known = new KnownValues(document, given);
    this.calls = new Calls(api, client);
  }

  /** Returns what became of each operation. */
  Map<String, String> outcomes() {
    return outcomes;
  }

  /** Returns where the client itself failed. */
  List<Difference> differences() {
    return differences;
  }

  /** Returns the operations that have created something, and what that is called. */
  List<String> created() {
    return created;
  }

  void run(boolean write) {
    List<DocumentOperation> reads =
        document.operations().stream()
            .filter(operation -> operation.method().equals("GET") || isToken(operation))
            .sorted(Comparator.comparingInt(RealCalls::depth))
            .toList();
    reads.forEach(this::read);
    List<DocumentOperation> writes =
        document.operations().stream().filter(each -> !reads.contains(each)).toList();
    if (write) {
      write(writes);
    } else {
      writes.forEach(each -> outcomes.put(each.id(), "not called: it writes"));
    }
  }

  private void write(List<DocumentOperation> writes) {
    List<DocumentOperation> byDepth =
        writes.stream().sorted(Comparator.comparingInt(RealCalls::depth)).toList();
    for (DocumentOperation operation : byDepth) {
      if (known.creates(operation)) call(operation, body(operation), false);
    }
    for (DocumentOperation operation : byDepth) {
      boolean changes = !known.creates(operation) && !operation.method().equals("DELETE");
      if (changes) callOwn(operation);
    }
    List<DocumentOperation> deepestFirst = new ArrayList<>(byDepth);
    java.util.Collections.reverse(deepestFirst);
    for (DocumentOperation operation : deepestFirst) {
      if (operation.method().equals("DELETE")) callOwn(operation);
    }
  }

  private void callOwn(DocumentOperation operation) {
    if (known.touchesOwn(operation)) {
      call(operation, body(operation), false);
    } else {
      outcomes.put(operation.id(), "not called: it changes what this run has not created");
    }
  }

  private void read(DocumentOperation operation) {
    // The client asks for tokens by itself, with its keys.
    if (isToken(operation)) {
      outcomes.put(operation.id(), "called by the client for each token");
      return;
    }
    call(operation, null, false);
    boolean optional =
        operation.parameters().stream()
            .anyMatch(each -> !each.get("required").isTrue() && !each.get("x-jsonp").isTrue());
    if (optional && known.missing(operation).isEmpty()) call(operation, null, true);
  }

  private void call(DocumentOperation operation, @Nullable Object body, boolean optional) {
    Optional<Arguments> arguments = known.arguments(operation, body, optional);
    if (arguments.isEmpty()) {
      outcomes.put(
          operation.id(),
          "not called: no value for " + String.join(", ", known.missing(operation)));
      return;
    }
    int before = recorder.traffic().size();
    try {
      note(operation, fetch(operation, arguments.get()));
      learn(operation, before);
    } catch (RuntimeException e) {
      // Whatever an answer holds and does to the client, the other operations are still called.
      note(operation, failed(operation, before, e));
    }
  }

  /** Makes a call, and returns what became of it. */
  private String fetch(DocumentOperation operation, Arguments arguments) {
    try {
      Object value = linked(operation, arguments).fetch();
      if (value instanceof ResponseBody stream) {
        try (stream) {
          stream.source().readAll(okio.Okio.blackhole());
        }
      }
      return "answered";
    } catch (ApiException e) {
      // A refusal is an answer like another; that the client cannot read one is not.
      if (e.status() >= 200 && e.status() < 300 && e.code() == null) {
        clientCouldNotUseTheAnswer(operation, e);
      }
      return failure(e);
    } catch (IOException e) {
      return "broke off";
    }
  }

  /** Messages are left out: they may quote values. */
  private String failed(DocumentOperation operation, int before, RuntimeException e) {
    String what = e.getClass().getSimpleName();
    if (recorder.traffic().size() == before) {
      return "not called: the client does not take the values that are known, " + what;
    }
    clientCouldNotUseTheAnswer(operation, e);
    return what;
  }

  private void clientCouldNotUseTheAnswer(DocumentOperation operation, RuntimeException e) {
    String text = "the client could not use the answer: " + e.getClass().getSimpleName();
    differences.add(new Difference(operation.id(), Difference.Kind.CLIENT, text));
  }

  private void note(DocumentOperation operation, String outcome) {
    outcomes.merge(
        operation.id(),
        outcome,
        (first, second) ->
            first.equals(second) ? first : first + "; with optional parameters: " + second);
  }

  private static String failure(ApiException e) {
    String code = e.code() == null ? "" : ", code " + e.code();
    return e.getClass().getSimpleName() + ", status " + e.status() + code;
  }

  private void learn(DocumentOperation operation, int before) {
    List<Traffic> traffic = recorder.traffic();
    for (Traffic each : traffic.subList(before, traffic.size())) {
      if (!each.operation().equals(operation.id()) || each.status() / 100 != 2) continue;
      Object answer = JsonBody.of(api, each).value();
      if (known.creates(operation)) {
        known
            .learnCreated(operation, answer)
            .forEach((name, value) -> created.add(operation.id() + ": " + name + " " + value));
      } else {
        known.learn(operation, answer);
      }
    }
  }

  /** A call by link needs one, which the client gets for the same call with its secret. */
  private ApiCall<?> linked(DocumentOperation operation, Arguments arguments) {
    ApiCall<?> call = calls.call(operation, arguments);
    if (!(client instanceof Mappiness mappiness) || !operation.path().startsWith("/u/{link}")) {
      return call;
    }
    String path = operation.path().replace("/u/{link}", "/{secret}");
    DocumentOperation direct =
        document.operations().stream()
            .filter(each -> each.path().equals(path))
            .findFirst()
            .orElseThrow();
    return call.tag(MappinessLink.class, mappiness.sign(calls.call(direct, arguments)));
  }

  private static @Nullable Object body(DocumentOperation operation) {
    return operation
        .body()
        .map(body -> body.node().examples())
        .filter(examples -> !examples.isEmpty())
        .map(examples -> examples.get(0))
        .orElse(null);
  }

  private static boolean isToken(DocumentOperation operation) {
    return operation.method().equals("POST")
        && operation.node().get("security").value() instanceof List<?> security
        && security.isEmpty();
  }

  private static int depth(DocumentOperation operation) {
    return (int) operation.path().chars().filter(each -> each == '{').count();
  }
}
