package dev.specwright.probe;

import dev.specwright.core.ClientBuilder;
import dev.specwright.core.Retries;
import dev.specwright.prism.PrismServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Calls a real account and reports where service and document differ.
 *
 * <p>Credentials and server come from the environment variables that the client itself knows. Each
 * exchange is made directly, kept, and then played through {@code prism proxy}, which compares it
 * with the document: Prism in between would change bytes, follow redirects and break signed URLs.
 */
public final class RealTraffic {
  private static final int SHORTEST_MASKED = 4;
  private static final Pattern OWN =
      Pattern.compile("^(Unable to match the returned status code|The received media type)");
  private static final Pattern MISSING = Pattern.compile("required property '([^']*)'");

  private final Api api;
  private final Map<String, String> variables;
  private final Path specs;
  private final boolean write;
  private final Map<String, String> given;

  RealTraffic(
      Api api,
      Map<String, String> variables,
      Path specs,
      boolean write,
      Map<String, String> given) {
    this.api = api;
    this.variables = variables;
    this.specs = specs;
    this.write = write;
    this.given = given;
  }

  /**
   * Runs from the command line, with {@code --api=FOLDER}, {@code --write=true}, {@code
   * --values=name=value,...}, {@code --documents=FOLDER} and {@code --report=FOLDER}. Exits with 1
   * if nothing could be called, saying why.
   */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    for (String argument : arguments) {
      if (!argument.startsWith("--")) continue;
      String[] parts = argument.substring("--".length()).split("=", 2);
      options.put(parts[0], parts.length < 2 ? "" : parts[1]);
    }
    Path specs = Path.of(options.getOrDefault("documents", "specs"));
    try {
      Api api = Api.of(options.getOrDefault("api", ""));
      boolean write = Boolean.parseBoolean(options.get("write"));
      TrafficReport report =
          new RealTraffic(
                  api, System.getenv(), specs, write, pairs(options.getOrDefault("values", "")))
              .run();
      Path folder = Path.of(options.getOrDefault("report", "target/real"));
      System.out.println(report.write(folder));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Reads {@code project_id=17,ticket_id=3}. */
  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split(",")) {
      if (pair.isBlank()) continue;
      int end = pair.indexOf('=');
      if (end < 1) {
        throw new IllegalArgumentException(
            "Expected values such as project_id=17,ticket_id=3 but found \"" + text + "\".");
      }
      pairs.put(pair.substring(0, end).strip(), pair.substring(end + 1).strip());
    }
    return pairs;
  }

  /** Makes the calls and compares. */
  TrafficReport run() throws Exception {
    Document document = Document.read(specs.resolve(api.folder()).resolve("openapi.yaml"));
    TrafficRecorder recorder = new TrafficRecorder();
    OkHttpClient http = new OkHttpClient.Builder().addNetworkInterceptor(recorder).build();
    Set<Difference> differences = new TreeSet<>();
    Map<String, String> outcomes;
    String server = variables.get(api.variable("SERVER"));
    Consumer<ClientBuilder<?>> settings =
        builder -> {
          builder.httpClient(http).retries(Retries.NONE);
          if (!write) builder.readOnly();
        };
    try (AutoCloseable client =
        server == null ? api.build(variables, settings) : api.client(variables, server, settings)) {
      RealCalls calls = new RealCalls(api, document, client, recorder, given);
      calls.run(write);
      outcomes = calls.outcomes();
      differences.addAll(calls.differences());
    }
    List<Traffic> traffic = recorder.traffic();
    for (Traffic each : traffic) compare(document, each, differences::add);
    differences.addAll(prism(traffic, differences));
    return new TrafficReport(
        api, outcomes, List.copyOf(differences), traffic.size(), secrets(document, traffic));
  }

  private void compare(Document document, Traffic traffic, Consumer<Difference> differences) {
    DocumentOperation operation = document.operation(traffic.operation());
    Node answer = operation.answer(traffic.status()).orElse(null);
    if (answer == null) {
      differences.accept(
          new Difference(
              operation.id(),
              Difference.Kind.STATUS,
              "status " + traffic.status() + " is not in the document"));
      return;
    }
    List<DocumentOperation.Content> contents = DocumentOperation.contents(answer);
    boolean known =
        contents.isEmpty()
            || contents.stream()
                .anyMatch(each -> each.mediaType().startsWith(traffic.answerType()));
    if (!known) {
      differences.accept(
          new Difference(
              operation.id(),
              Difference.Kind.ANSWER,
              "media type " + traffic.answerType() + " is not in the document"));
    }
    if (!traffic.complete()) {
      differences.accept(
          new Difference(operation.id(), Difference.Kind.ANSWER, "too long to be compared"));
      return;
    }
    for (DocumentOperation.Content content : contents) {
      if (!content.mediaType().contains("json") || !traffic.isJson()) continue;
      Object value = RealCalls.json(api, traffic);
      AnswerCheck.differences(operation.id(), content.schema(), value).forEach(differences);
    }
  }

  /** Asks Prism, for what the own comparison has not found. */
  private List<Difference> prism(List<Traffic> traffic, Set<Difference> found) throws IOException {
    List<Difference> differences = new ArrayList<>();
    Path document = specs.resolve("target/prism").resolve(api.folder() + ".yaml");
    // Addresses of the machine itself need no proxy, whatever the settings of the system.
    OkHttpClient http =
        new OkHttpClient.Builder().followRedirects(false).proxy(java.net.Proxy.NO_PROXY).build();
    try (Replay replay = new Replay(traffic);
        PrismServer prism = PrismServer.proxy(document, replay.url()).start()) {
      for (int i = 0; i < traffic.size(); i++) {
        Traffic each = traffic.get(i);
        // Prism would follow the one and make up an answer for the other.
        if (!each.complete() || each.status() / 100 == 3 || each.status() == 501) continue;
        try (Response response = http.newCall(request(prism.baseUrl(), each, i)).execute()) {
          String violations = response.header("sl-violations");
          if (violations != null) add(differences, found, each, violations);
        }
      }
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
    return differences;
  }

  private static Request request(URI prism, Traffic traffic, int index) {
    Request.Builder request = new Request.Builder().url(HttpUrl.get(prism + traffic.target()));
    for (int i = 0; i < traffic.requestHeaders().size(); i++) {
      String name = traffic.requestHeaders().name(i);
      if (name.equalsIgnoreCase("Host")
          || name.equalsIgnoreCase("Content-Length")
          || name.equalsIgnoreCase("Transfer-Encoding")) {
        continue;
      }
      request.addHeader(name, traffic.requestHeaders().value(i));
    }
    String type = traffic.requestHeaders().get("Content-Type");
    @Nullable RequestBody body =
        traffic.requestBody() == null
            ? null
            : RequestBody.create(
                traffic.requestBody(), type == null ? null : MediaType.parse(type));
    return request.method(traffic.method(), body).header(Replay.HEADER, index + "").build();
  }

  private void add(
      List<Difference> differences, Set<Difference> found, Traffic traffic, String violations)
      throws IOException {
    Object list = api.description().moshi().adapter(Object.class).fromJson(violations);
    if (!(list instanceof List<?> all)) return;
    for (Object each : all) {
      if (!(each instanceof Map<?, ?> violation)) continue;
      String text = String.valueOf(violation.get("message"));
      List<?> location = violation.get("location") instanceof List<?> steps ? steps : List.of();
      boolean ofRequest = !location.isEmpty() && "request".equals(location.get(0));
      // The own comparison names the status and the media type.
      if (OWN.matcher(text).find()) continue;
      String place = place(location, text);
      boolean known =
          found.stream()
              .filter(other -> other.operation().equals(traffic.operation()))
              .anyMatch(other -> other.text().startsWith(place + " "));
      if (known && !ofRequest) continue;
      differences.add(
          new Difference(
              traffic.operation(),
              ofRequest ? Difference.Kind.REQUEST : Difference.Kind.ANSWER,
              text));
    }
  }

  /** Where a violation is, as {@link AnswerCheck} writes it. */
  private static String place(List<?> location, String text) {
    String place = "";
    for (Object step : location.subList(Math.min(2, location.size()), location.size())) {
      boolean index = step instanceof Number || step.toString().matches("[0-9]+");
      place = index ? place + "[]" : AnswerCheck.inside(place, step.toString());
    }
    Matcher missing = MISSING.matcher(text);
    return missing.find() ? AnswerCheck.inside(place, missing.group(1)) : place;
  }

  /** What must not be in a report: the settings, and what answers hold that is sensitive. */
  private Set<String> secrets(Document document, List<Traffic> traffic) {
    Set<String> secrets = new TreeSet<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(api.variable("")) && !name.equals(api.variable("SERVER"))) {
            secrets.add(value);
          }
        });
    for (Traffic each : traffic) {
      DocumentOperation operation = document.operation(each.operation());
      operation
          .answer(each.status())
          .ifPresent(
              answer -> {
                for (DocumentOperation.Content content : DocumentOperation.contents(answer)) {
                  collect(content.schema(), RealCalls.json(api, each), secrets);
                }
              });
    }
    secrets.removeIf(secret -> secret.length() < SHORTEST_MASKED);
    return secrets;
  }

  private static void collect(Node schema, @Nullable Object value, Set<String> secrets) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, member) -> {
            Node property = schema.get("properties").get(String.valueOf(name));
            if (property.get("x-sensitive").isTrue()) secrets.add(String.valueOf(member));
            else collect(property, member, secrets);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(schema.get("items"), item, secrets));
    }
  }
}
