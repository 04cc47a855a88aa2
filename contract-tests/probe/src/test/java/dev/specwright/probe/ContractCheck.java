package dev.specwright.probe;

import com.squareup.moshi.JsonAdapter;
import dev.specwright.core.Retries;
import dev.specwright.mappiness.MappinessLink;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * The contract in short: each operation of the document, called through the client with the
 * examples of the document, is accepted by a mock, sends nothing that the document does not have,
 * and gives a value that is one of the document's examples; each documented error is the exception
 * with its code.
 */
final class ContractCheck {
  private static final Pattern VIOLATION =
      Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Pattern JSON = Pattern.compile("(?i)\r\ncontent-type: application/json");

  /** A call that went wrong. */
  record Finding(String operation, String what) {}

  /** What went wrong, and the operations whose requests had the client's fault. */
  record Result(List<Finding> findings, Set<String> faulty) {}

  /** A fault of a client: changes a request on its way out, or returns null where it cannot. */
  interface Fault {
    @Nullable Request apply(Outgoing request) throws IOException;
  }

  private final Api api;
  private final Document document;
  private final WireCheck wire;

  ContractCheck(Api api, Document document) {
    this.api = api;
    this.document = document;
    this.wire = new WireCheck(document);
  }

  /** Makes all calls, with documented successes and errors, to a mock of {@code served}. */
  Result run(URI mock, Document served) throws Exception {
    return run(mock, served, request -> null, true);
  }

  /** Makes all calls with a client that has this fault. */
  Result run(URI mock, Fault fault) throws Exception {
    return run(mock, document, fault, false);
  }

  private Result run(URI mock, Document served, Fault fault, boolean errors) throws Exception {
    Result result = new Result(new ArrayList<>(), new TreeSet<>());
    AtomicReference<String> current = new AtomicReference<>("");
    Interceptor faulty =
        chain -> {
          Outgoing outgoing = Outgoing.of(chain.request(), document);
          // Not what a client sends by itself: without a token nothing else would be tried.
          if (outgoing == null || !outgoing.operation().id().equals(current.get())) {
            return chain.proceed(chain.request());
          }
          Request changed = fault.apply(outgoing);
          if (changed == null) return chain.proceed(chain.request());
          result.faulty().add(outgoing.operation().id());
          return chain.proceed(changed);
        };
    OkHttpClient http = new OkHttpClient.Builder().addNetworkInterceptor(faulty).build();
    try (Recorder recorder = new Recorder(mock);
        AutoCloseable client =
            api.client(
                Setup.VARIABLES,
                recorder.url(),
                settings -> settings.httpClient(http).retries(Retries.NONE))) {
      Calls calls = new Calls(api, client);
      for (DocumentOperation operation : document.operations()) {
        current.set(operation.id());
        for (Arguments arguments : arguments(operation)) {
          ApiCall<?> call = linked(operation, arguments, calls.call(operation, arguments));
          recorder.take();
          add(result, operation, wrong(operation, served, call, recorder));
        }
        if (errors) add(result, operation, wrongError(operation, calls));
      }
    }
    return result;
  }

  private static void add(Result result, DocumentOperation operation, @Nullable String wrong) {
    if (wrong != null) result.findings().add(new Finding(operation.id(), wrong));
  }

  private Set<Arguments> arguments(DocumentOperation operation) {
    Map<String, Object> query = queryOfSignedUrl(operation);
    if (!query.isEmpty()) {
      // The mock signs the example's URL, whatever it is asked for, and the client takes no other.
      Arguments arguments = Arguments.required(operation, null);
      for (var parameter : query.entrySet()) {
        arguments = arguments.with(parameter.getKey(), parameter.getValue());
      }
      return Set.of(arguments);
    }
    List<Object> bodies = operation.body().map(body -> body.node().examples()).orElse(List.of());
    Set<Arguments> all = new LinkedHashSet<>();
    for (Object body : bodies) all.add(Arguments.required(operation, body));
    if (bodies.isEmpty()) {
      all.add(Arguments.required(operation, null));
      all.add(Arguments.all(operation, null));
    }
    return all;
  }

  private static Map<String, Object> queryOfSignedUrl(DocumentOperation operation) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Object example : successes(operation, "")) {
      if (example instanceof Map<?, ?> map && map.get("url") instanceof String text) {
        HttpUrl url = HttpUrl.get(text);
        for (String name : url.queryParameterNames()) {
          parameters.put(name, String.valueOf(url.queryParameter(name)));
        }
      }
    }
    return parameters;
  }

  /** A call by link needs one, of the service's own address. */
  private ApiCall<?> linked(DocumentOperation operation, Arguments arguments, ApiCall<?> call) {
    boolean byLink =
        operation.parameters().stream()
            .anyMatch(each -> each.get("x-credential").text().equals("link"));
    if (!byLink) return call;
    String path = operation.path();
    for (var parameter : arguments.parameters().entrySet()) {
      path = path.replace("{" + parameter.getKey() + "}", parameter.getValue().toString());
    }
    HttpUrl.Builder url = HttpUrl.get(api.description().server() + path).newBuilder();
    HttpUrl made = call.request().url();
    for (int i = 0; i < made.querySize(); i++) {
      url.addEncodedQueryParameter(
          made.queryParameterName(i), String.valueOf(made.queryParameterValue(i)));
    }
    return call.tag(MappinessLink.class, MappinessLink.parse(url.toString()));
  }

  private @Nullable String wrong(
      DocumentOperation operation, Document served, ApiCall<?> call, Recorder recorder)
      throws IOException {
    Object answer;
    try {
      answer = call.fetch();
      if (answer instanceof ResponseBody body) answer = body.string();
    } catch (ApiException e) {
      return reason(recorder.take(), e);
    }
    for (Exchange request : recorder.take()) {
      if (!operation.matches(request.method(), request.path())) continue;
      List<String> findings = wire.findings(operation, request);
      if (!findings.isEmpty()) return "on the wire: " + findings.get(0);
      String unfit = wrongAnswer(operation, served, request);
      if (unfit != null) return "the answer: " + unfit;
    }
    Set<@Nullable Object> expected = expected(operation);
    if (expected.isEmpty() || expected.contains(answer)) return null;
    return "the answer is none of the document's examples";
  }

  /**
   * Compares an answer with its schema. Prism does not, and does not say so, where a schema is one
   * that its validator cannot compile.
   */
  private @Nullable String wrongAnswer(
      DocumentOperation operation, Document served, Exchange request) throws IOException {
    String answer = request.answer();
    Object json = null;
    Node schema = Node.root(null);
    for (DocumentOperation each : served.operations()) {
      if (!each.id().equals(operation.id())) continue;
      Node content = each.node().get("responses").get("200").get("content");
      schema = content.get("application/json").get("schema");
    }
    if (schema.exists() && JSON.matcher(answer).find()) {
      String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
      json = api.description().moshi().adapter(Object.class).fromJson(body);
    }
    if (json == null) return null;
    return AnswerCheck.differences(operation.id(), schema, json).stream()
        .filter(difference -> difference.kind() != Difference.Kind.FIELD)
        .map(Difference::text)
        .findFirst()
        .orElse(null);
  }

  /** Returns what Prism says is wrong, or what the client says. */
  private static String reason(List<Exchange> exchanges, ApiException failure) {
    for (Exchange exchange : exchanges) {
      if (exchange.isAccepted()) continue;
      Matcher violation = VIOLATION.matcher(exchange.answer());
      String why = violation.find() ? violation.group(1) : title(exchange);
      return "Prism: " + exchange.status() + " " + why.replace("\\\"", "\"");
    }
    return "client: " + failure.getClass().getSimpleName();
  }

  private static String title(Exchange exchange) {
    Matcher title = Pattern.compile("\"title\":\"([^\"]*)\"").matcher(exchange.answer());
    return title.find() ? title.group(1) : "";
  }

  /** Returns the examples as the client reads them. */
  private Set<@Nullable Object> expected(DocumentOperation operation) throws IOException {
    Type type = Calls.answerType(api, operation);
    Set<@Nullable Object> values = new LinkedHashSet<>();
    // A model is never read from another media type.
    for (Object example : successes(operation, type == ResponseBody.class ? "" : "json")) {
      String envelope = operation.node().get("x-envelope").get("data").text();
      Object value =
          !envelope.isEmpty() && example instanceof Map<?, ?> map ? map.get(envelope) : example;
      if (type == ResponseBody.class) {
        values.add(String.valueOf(value));
      } else {
        JsonAdapter<Object> adapter = api.description().moshi().adapter(type);
        values.add(adapter.fromJson(new Values(api.description().moshi()).json(value)));
      }
    }
    return values;
  }

  private static List<@Nullable Object> successes(DocumentOperation operation, String mediaType) {
    List<@Nullable Object> examples = new ArrayList<>();
    for (var content :
        DocumentOperation.contents(operation.answer(200).orElse(operation.node().get("none")))) {
      if (content.mediaType().contains(mediaType)) examples.addAll(content.node().examples());
    }
    return examples;
  }

  /** Asks the mock for the documented 401 and looks for the vendor's code in the exception. */
  private @Nullable String wrongError(DocumentOperation operation, Calls calls) {
    Node answer = operation.node().get("responses").get("401");
    List<@Nullable Object> examples = answer.get("content").get("application/json").examples();
    if (examples.isEmpty()) return null;
    String expected = at(examples.get(0), document.root().get("x-error").get("code").text());
    Arguments arguments = arguments(operation).iterator().next();
    ApiCall<?> call = calls.call(operation, arguments).header("Prefer", "code=401");
    try {
      call.fetch();
      return "the documented 401 is no exception";
    } catch (ApiException e) {
      return expected.equals(e.code()) ? null : "the code of the documented 401 is not read";
    }
  }

  private static String at(@Nullable Object value, String pointer) {
    Object found = value;
    for (String step : pointer.substring(1).split("/")) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return String.valueOf(found);
  }
}
