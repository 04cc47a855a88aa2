package dev.specwright.probe;

import dev.specwright.contract.driver.Content;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.contract.driver.DocumentedRequest;
import dev.specwright.contract.driver.Driver;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
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
  private final Driver driver;
  private final TrafficRecorder recorder;
  private final KnownValues known;
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> created = new ArrayList<>();

  RealCalls(Api api, Driver driver, TrafficRecorder recorder, Map<String, String> given) {
    this.api = api;
    this.driver = driver;
    this.recorder = recorder;
    this.known = new KnownValues(api.document(), given);
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
    List<DocumentedOperation> reads =
        api.document().operations().stream()
            .filter(operation -> operation.method().equals("GET") || isToken(operation))
            .sorted(Comparator.comparingLong(RealCalls::depth))
            .toList();
    reads.forEach(this::read);
    List<DocumentedOperation> writes =
        api.document().operations().stream().filter(each -> !reads.contains(each)).toList();
    if (write) {
      write(writes);
    } else {
      writes.forEach(each -> outcomes.put(each.id(), "not called: it writes"));
    }
  }

  private void write(List<DocumentedOperation> writes) {
    List<DocumentedOperation> byDepth =
        writes.stream().sorted(Comparator.comparingLong(RealCalls::depth)).toList();
    for (DocumentedOperation operation : byDepth) {
      if (known.creates(operation)) call(operation, body(operation), false);
    }
    for (DocumentedOperation operation : byDepth) {
      boolean changes = !known.creates(operation) && !operation.method().equals("DELETE");
      if (changes) callOwn(operation);
    }
    List<DocumentedOperation> deepestFirst = new ArrayList<>(byDepth);
    Collections.reverse(deepestFirst);
    for (DocumentedOperation operation : deepestFirst) {
      if (operation.method().equals("DELETE")) callOwn(operation);
    }
  }

  private void callOwn(DocumentedOperation operation) {
    if (known.touchesOwn(operation)) {
      call(operation, body(operation), false);
    } else {
      outcomes.put(operation.id(), "not called: it changes what this run has not created");
    }
  }

  private void read(DocumentedOperation operation) {
    // The client asks for tokens by itself, with its keys.
    if (isToken(operation)) {
      outcomes.put(operation.id(), "called by the client for each token");
      return;
    }
    call(operation, null, false);
    boolean optional =
        operation.parameters().stream().anyMatch(each -> !each.isRequired() && !each.isJsonp());
    if (optional && known.missing(operation).isEmpty()) call(operation, null, true);
  }

  private void call(DocumentedOperation operation, @Nullable Object body, boolean optional) {
    Optional<DocumentedRequest> request = known.request(operation, body, optional);
    if (request.isEmpty()) {
      outcomes.put(
          operation.id(),
          "not called: no value for " + String.join(", ", known.missing(operation)));
      return;
    }
    int before = recorder.traffic().size();
    try {
      note(operation, fetch(operation, request.get()));
      learn(operation, before);
    } catch (RuntimeException e) {
      // Whatever an answer holds and does to the client, the other operations are still called.
      note(operation, failed(operation, before, e));
    }
  }

  /** Makes a call, and returns what became of it. */
  private String fetch(DocumentedOperation operation, DocumentedRequest request) {
    try {
      Object value = driver.call(request).fetch();
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
  private String failed(DocumentedOperation operation, int before, RuntimeException e) {
    String what = e.getClass().getSimpleName();
    if (recorder.traffic().size() == before) {
      return "not called: the client does not take the values that are known, " + what;
    }
    clientCouldNotUseTheAnswer(operation, e);
    return what;
  }

  private void clientCouldNotUseTheAnswer(DocumentedOperation operation, RuntimeException e) {
    String text = "the client could not use the answer: " + e.getClass().getSimpleName();
    differences.add(new Difference(operation.id(), Difference.Kind.CLIENT, text));
  }

  private void note(DocumentedOperation operation, String outcome) {
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

  private void learn(DocumentedOperation operation, int before) {
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

  private static @Nullable Object body(DocumentedOperation operation) {
    return operation.requests().stream().findFirst().map(Content::example).orElse(null);
  }

  private static boolean isToken(DocumentedOperation operation) {
    return operation.method().equals("POST")
        && operation.alternatives().stream().allMatch(each -> each.places().isEmpty());
  }

  private static long depth(DocumentedOperation operation) {
    return operation.parameters("path").count();
  }
}
