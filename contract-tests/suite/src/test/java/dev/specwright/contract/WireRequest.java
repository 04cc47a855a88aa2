package dev.specwright.contract;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the wire, with the parts that can be changed one by one.
 *
 * @param operation the id of the operation
 * @param example which of the operation's examples this is
 * @param path with the parameters in braces
 * @param contentType null if there is no body
 */
record WireRequest(
    String operation,
    String example,
    String method,
    String path,
    Map<String, List<String>> pathParameters,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    @Nullable String contentType,
    Map<String, List<String>> form) {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String MULTIPART = "multipart/form-data";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BOUNDARY = "example-boundary";

  /** The parts that {@link #with} knows, as a file of requests names them. */
  static final List<String> PARTS =
      List.of("method", "path", "parameters", "query", "headers", "type", "form");

  /**
   * Returns the request with another value of one part.
   *
   * @param name the name of a parameter, header or field; null for a part that has none
   * @param values none takes the name, or the body with its type, out
   */
  WireRequest with(String part, @Nullable String name, List<String> values) {
    return new WireRequest(
        operation,
        example,
        part.equals("method") ? values.get(0) : method,
        part.equals("path") ? values.get(0) : path,
        part.equals("parameters") ? changed(pathParameters, name, values) : pathParameters,
        part.equals("query") ? changed(query, name, values) : query,
        part.equals("headers") ? changed(headers, name, values) : headers,
        part.equals("type") ? (values.isEmpty() ? null : values.get(0)) : contentType,
        part.equals("form") ? changed(form, name, values) : form);
  }

  private static Map<String, List<String>> changed(
      Map<String, List<String>> all, @Nullable String name, List<String> values) {
    Map<String, List<String>> changed = new LinkedHashMap<>(all);
    if (values.isEmpty()) {
      if (changed.remove(name) == null) throw new IllegalArgumentException("There is no " + name);
    } else {
      changed.put(name, values);
    }
    return changed;
  }

  MockAnswer send(URI mock) throws IOException, InterruptedException {
    String url = mock + expandedPath() + (query.isEmpty() ? "" : "?" + urlencoded(query));
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    if (contentType == null) return send(request.method(method, BodyPublishers.noBody()));
    boolean multipart = contentType.equals(MULTIPART);
    String type = multipart ? contentType + "; boundary=" + BOUNDARY : contentType;
    if (!type.isEmpty()) request.header("Content-Type", type);
    String body = multipart ? parts() : urlencoded(form);
    return send(request.method(method, BodyPublishers.ofString(body)));
  }

  private static MockAnswer send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return MockAnswer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
  }

  private String expandedPath() {
    String expanded = path;
    for (Map.Entry<String, List<String>> each : pathParameters.entrySet()) {
      expanded = expanded.replace("{" + each.getKey() + "}", encoded(each.getValue().get(0)));
    }
    return expanded;
  }

  private static String urlencoded(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .flatMap(
            field ->
                field.getValue().stream()
                    .map(value -> encoded(field.getKey()) + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String parts() {
    List<String> parts = new ArrayList<>();
    form.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    parts.add(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(BOUNDARY, name, value))));
    return String.join("", parts) + "--" + BOUNDARY + "--\r\n";
  }

  /** Returns operation and example, for the names of tests. */
  @Override
  public String toString() {
    return operation + " (" + example + ")";
  }
}
