package dev.specwright.probe;

import dev.specwright.contract.driver.Alternative;
import dev.specwright.contract.driver.Driver;
import dev.specwright.contract.driver.Node;
import dev.specwright.core.Retries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Calls a real account and reports where service and document differ.
 *
 * <p>Credentials and server come from the environment variables that the client itself knows. Each
 * exchange is made directly, kept, and then played through {@code prism proxy}, which compares it
 * with the document: Prism in between would change bytes, follow redirects and break signed URLs.
 *
 * <p>Whatever the service answers, there is a report, which says what could not be done.
 */
public final class RealTraffic {
  private static final int SHORTEST_MASKED = 4;

  /** Says nothing of the way in: the client takes the one that its variables are for. */
  private static final Alternative AS_CONFIGURED = new Alternative(List.of());

  private final Api api;
  private final boolean write;
  private final Map<String, String> given;

  RealTraffic(Api api, boolean write, Map<String, String> given) {
    this.api = api;
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
      Api api = Api.read(specs, options.getOrDefault("api", ""), System.getenv());
      boolean write = Boolean.parseBoolean(options.get("write"));
      Map<String, String> given = pairs(options.getOrDefault("values", ""));
      TrafficReport report = new RealTraffic(api, write, given).run();
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

  /**
   * Makes the calls and compares.
   *
   * @throws IllegalArgumentException if the settings are not enough to call anything
   */
  TrafficReport run() {
    TrafficRecorder recorder = new TrafficRecorder();
    OkHttpClient http = new OkHttpClient.Builder().addNetworkInterceptor(recorder).build();
    List<String> remarks = new ArrayList<>();
    Driver driver = driver(http);
    RealCalls calls = new RealCalls(api, driver, recorder, given);
    try (driver) {
      calls.run(write);
    } catch (RuntimeException e) {
      remarks.add("The calls ended early: " + e.getClass().getSimpleName() + ".");
    }

    Set<Difference> differences = new TreeSet<>(calls.differences());
    List<Traffic> traffic = recorder.traffic();
    AnswerComparison comparison = new AnswerComparison(api);
    for (Traffic each : traffic) {
      try {
        differences.addAll(comparison.differences(each));
      } catch (RuntimeException e) {
        String what = e.getClass().getSimpleName();
        remarks.add("An answer of " + each.operation() + " could not be compared: " + what + ".");
      }
    }
    Playback playback = new Playback(api, comparison, Set.copyOf(differences));
    playback.play(traffic);
    differences.addAll(playback.differences());
    remarks.addAll(playback.remarks());
    return new TrafficReport(
        api,
        calls.outcomes(),
        calls.created(),
        List.copyOf(differences),
        remarks,
        traffic.size(),
        secrets(traffic));
  }

  private Driver driver(OkHttpClient http) {
    return new Driver(
        api.document(),
        api.setup(),
        AS_CONFIGURED,
        builder -> {
          builder.httpClient(http).retries(Retries.NONE);
          if (!write) builder.readOnly();
        });
  }

  /** What must not be in a report: the settings, and what answers hold that is sensitive. */
  private Set<String> secrets(List<Traffic> traffic) {
    Set<String> secrets = new TreeSet<>();
    api.setup()
        .variables()
        .forEach(
            (name, value) -> {
              if (name.startsWith(api.variable("")) && !name.equals(api.variable("SERVER"))) {
                secrets.add(value);
              }
            });
    for (Traffic each : traffic) {
      Object answer = JsonBody.of(api, each).value();
      api.document().operation(each.operation()).answers(each.status()).stream()
          .flatMap(documented -> documented.content().stream())
          .forEach(content -> collect(content.schema(), answer, secrets));
    }
    secrets.removeIf(secret -> secret.length() < SHORTEST_MASKED);
    return secrets;
  }

  private static void collect(Node schema, @Nullable Object value, Set<String> secrets) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, member) -> {
            Node property = schema.at("properties", String.valueOf(name));
            if (!property.at("x-sensitive").is(true)) collect(property, member, secrets);
            else if (member != null) secrets.add(member.toString());
          });
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(schema.at("items"), item, secrets));
    }
  }
}
