package dev.specwright.contract;

import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.Answer;
import dev.specwright.contract.driver.CredentialPlace;
import dev.specwright.contract.driver.Document;
import dev.specwright.contract.driver.DocumentedOperation;
import dev.specwright.runtime.EncodedForm;
import dev.specwright.runtime.Operation;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Notes which cells of a document the requests and answers on the wire belong to. Nothing is noted
 * because somebody meant to send it.
 */
final class CellNotes {
  /** Who answered. */
  enum Server {
    PRISM,
    SCRIPTED
  }

  private final Document document;
  private final Set<Cell> documented;
  private final Map<Cell, Set<Server>> noted = new ConcurrentHashMap<>();
  private final Set<String> undocumented = ConcurrentHashMap.newKeySet();

  CellNotes(Document document) {
    this.document = document;
    this.documented = Cell.of(document);
  }

  /** Returns what a client has to be built with, whose requests {@code server} answers. */
  OkHttpClient http(OkHttpClient http, Server server) {
    return http.newBuilder().addNetworkInterceptor(chain -> note(chain, server)).build();
  }

  /** Returns all cells of the document. */
  Set<Cell> documented() {
    return documented;
  }

  /** Returns who answered, for a cell that was exercised; else nobody. */
  Set<Server> servers(Cell cell) {
    return noted.getOrDefault(cell, Set.of());
  }

  /** Returns the cells of ways in that no client goes. */
  List<Cell> beyondClients() {
    return documented.stream().filter(cell -> !cell.isOfClients(document)).toList();
  }

  /**
   * Returns the other cells that nothing was noted for, or nothing by a server that can see them.
   */
  List<Cell> uncovered() {
    return documented.stream()
        .filter(cell -> cell.isOfClients(document))
        .filter(
            cell ->
                servers(cell).isEmpty()
                    || (cell.isBeyondPrism(document) && !servers(cell).contains(Server.SCRIPTED)))
        .toList();
  }

  /** Returns what went over the wire although the document does not have it. */
  Set<String> undocumented() {
    return new TreeSet<>(undocumented);
  }

  private Response note(Interceptor.Chain chain, Server server) throws IOException {
    Response response = chain.proceed(chain.request());
    Request request = chain.request();
    Operation called = Operation.of(request);
    if (called == null) {
      undocumented.add("A request that no generated method made");
      return response;
    }
    DocumentedOperation operation = document.operation(called.id());
    List<Alternative> taken =
        operation.alternatives().stream()
            .filter(each -> each.places().stream().allMatch(place -> has(place, called, request)))
            .toList();
    // A request that goes several ways at once shows of none that it is enough.
    if (taken.size() != 1) {
      undocumented.add(called.id() + " by " + (taken.isEmpty() ? "no way in" : taken));
      return response;
    }
    note(
        new Cell(
            called.id(),
            operation.statusKey(response.code()),
            request.body() == null ? Answer.NO_BODY : type(request.body().contentType()),
            response.body().contentLength() == 0
                ? Answer.NO_BODY
                : type(response.body().contentType()),
            taken.get(0).toString()),
        server);
    return response;
  }

  private void note(Cell cell, Server server) {
    if (!documented.contains(cell)) {
      undocumented.add(cell.toString());
      return;
    }
    noted.compute(
        cell,
        (same, servers) -> {
          Set<Server> all =
              servers == null ? EnumSet.noneOf(Server.class) : EnumSet.copyOf(servers);
          all.add(server);
          return all;
        });
  }

  private static String type(MediaType type) {
    return type == null ? Answer.NO_BODY : type.type() + "/" + type.subtype();
  }

  private static boolean has(CredentialPlace place, Operation operation, Request request) {
    String name = place.parameter();
    return switch (place.place()) {
      case QUERY -> request.url().queryParameter(name) != null;
      case HEADER -> request.header(name) != null;
      case BASIC -> request.header(name) != null && request.header(name).startsWith("Basic ");
      case BEARER -> request.header(name) != null && request.header(name).startsWith("Bearer ");
      case PATH -> isFilledIn(operation.path(), "{" + name + "}", request.url());
      case FORM -> hasField(EncodedForm.fieldsOf(request.body()), name);
    };
  }

  private static boolean isFilledIn(String template, String parameter, HttpUrl url) {
    int segment = List.of(template.split("/", -1)).indexOf(parameter);
    return segment >= 0 && !url.pathSegments().get(segment).equals(parameter);
  }

  private static boolean hasField(FormBody form, String name) {
    return form != null && IntStream.range(0, form.size()).anyMatch(i -> form.name(i).equals(name));
  }
}
