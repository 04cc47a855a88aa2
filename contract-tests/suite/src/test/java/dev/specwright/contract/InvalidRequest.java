package dev.specwright.contract;

import dev.specwright.contract.driver.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A documented request with one change, and why a mock refuses it. The files {@code
 * invalid-requests/<api>.yaml} have them by operation.
 *
 * @param text what is wrong, in words
 * @param documented the request without the change, which is accepted
 * @param refusal the answer to {@code changed}
 */
record InvalidRequest(
    String api, String text, WireRequest documented, WireRequest changed, MockAnswer refusal) {

  static List<InvalidRequest> of(String api, Node file) {
    List<WireRequest> documented = DocumentedRequests.of(api);
    List<InvalidRequest> all = new ArrayList<>();
    file.members()
        .forEach(
            (operation, entries) ->
                entries.items().forEach(entry -> all.add(of(api, operation, entry, documented))));
    return all;
  }

  private static InvalidRequest of(
      String api, String operation, Node entry, List<WireRequest> documented) {
    WireRequest request = base(operation, entry.at("example"), documented);
    return new InvalidRequest(
        api,
        entry.at("case").text(),
        request,
        change(request, entry),
        new MockAnswer(
            Integer.parseInt(entry.at("status").text()),
            entry.at("reasons").items().stream().map(Node::text).toList()));
  }

  /** Returns the example with this name or, without a name, the first one. */
  private static WireRequest base(String operation, Node name, List<WireRequest> documented) {
    return documented.stream()
        .filter(each -> each.operation().equals(operation))
        .filter(each -> !name.exists() || name.is(each.example()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no example %s of %s, only %s"
                        .formatted(name.text(), operation, documented)));
  }

  private static WireRequest change(WireRequest request, Node entry) {
    List<String> parts =
        WireRequest.PARTS.stream().filter(each -> entry.at(each).exists()).toList();
    String only = entry.at("case").text() + " must have one change but has " + parts;
    if (parts.size() != 1) throw new IllegalArgumentException(only);
    Node part = entry.at(parts.get(0));
    Map<String, Node> names = part.members();
    if (names.isEmpty()) return request.with(parts.get(0), null, List.of(part.text()));
    if (names.size() != 1) throw new IllegalArgumentException(only + names.keySet());
    Map.Entry<String, Node> name = names.entrySet().iterator().next();
    return request.with(parts.get(0), name.getKey(), values(name.getValue()));
  }

  /** Null takes the name out; a list sends it several times. */
  private static List<String> values(Node value) {
    if (!value.exists()) return List.of();
    List<String> several = value.items().stream().map(Node::text).toList();
    return several.isEmpty() ? List.of(value.text()) : several;
  }

  /** Returns API, operation and what is wrong, for the names of tests. */
  @Override
  public String toString() {
    return api + " " + documented.operation() + ": " + text;
  }
}
