package dev.specwright.probe;

import dev.specwright.prism.PrismFront;
import dev.specwright.prism.PrismServer;
import dev.specwright.prism.PrismStartException;
import dev.specwright.prism.Violation;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Plays what was recorded through {@code prism proxy} with strict checks, which look at requests,
 * and at answers for what the own comparison has not found.
 */
final class Playback {
  private static final Pattern OWN =
      Pattern.compile("^(Unable to match the returned status code|The received media type)");
  private static final Pattern MISSING = Pattern.compile("required property '([^']*)'");

  private static final Set<String> ALTERNATIVES = Set.of("oneOf", "anyOf", "enum");

  /** A media type that Prism can read: it ends over others. */
  private static final Pattern READABLE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");

  private final Api api;
  private final AnswerComparison comparison;
  private final Set<Difference> found;
  private final Set<Difference> differences = new TreeSet<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * Makes a playback.
   *
   * @param found what the own comparison has found
   */
  Playback(Api api, AnswerComparison comparison, Set<Difference> found) {
    this.api = api;
    this.comparison = comparison;
    this.found = found;
  }

  /** Returns what Prism has found besides. */
  Set<Difference> differences() {
    return differences;
  }

  /** Returns what could not be played. */
  List<String> remarks() {
    return remarks;
  }

  /** Plays it, as far as Prism can. */
  void play(List<Traffic> traffic) {
    // Addresses of the machine itself need no proxy, whatever the settings of the system.
    OkHttpClient http =
        new OkHttpClient.Builder().followRedirects(false).proxy(Proxy.NO_PROXY).build();
    try (Replay replay = new Replay(traffic.stream().map(this::answer).toList())) {
      play(traffic, replay.url(), http);
    } catch (IOException | PrismStartException e) {
      remarks.add("Prism has not seen the rest: " + e.getMessage());
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private void play(List<Traffic> traffic, URI service, OkHttpClient http) {
    PrismServer prism = start(service);
    try {
      for (int i = 0; i < traffic.size(); i++) {
        Traffic each = traffic.get(i);
        if (!isPlayable(each)) continue;
        try (PrismFront front = prism.front()) {
          boolean answered = isAnswered(http, request(front.baseUrl(), each, i));
          front.violations().forEach(violation -> add(each, violation));
          if (!answered) {
            remarks.add("Prism gave no answer to an exchange of " + each.operation() + ".");
          }
        } catch (RuntimeException e) {
          remarks.add("Prism could not read an exchange of " + each.operation() + ".");
          prism.close();
          prism = start(service);
        }
      }
    } finally {
      prism.close();
    }
  }

  /** What Prism makes of some answers is no HTTP. */
  private static boolean isAnswered(OkHttpClient http, Request request) {
    try {
      http.newCall(request).execute().close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private PrismServer start(URI service) {
    return PrismServer.proxy(api.file(), service).strict(true).start();
  }

  /** Prism would follow a redirect, and make up an answer for 501. */
  private static boolean isPlayable(Traffic traffic) {
    return traffic.complete() && traffic.status() / 100 != 3 && traffic.status() != 501;
  }

  /**
   * Where the document has JSON, and the answer is JSON by another name, Prism is to look at it.
   */
  private Replay.Answer answer(Traffic traffic) {
    String type = traffic.answerType();
    boolean isJson = comparison.json(traffic).isPresent() && JsonBody.of(api, traffic).isValid();
    if (isJson) type = comparison.json(traffic).orElseThrow().mediaType();
    ByteString body = isJson || isText(type) ? traffic.answer() : bytes();
    return new Replay.Answer(traffic.status(), READABLE.matcher(type).matches() ? type : "", body);
  }

  /** Prism would garble other bytes, and has nothing to say about them. */
  private static boolean isText(String type) {
    return type.startsWith("text/") || type.endsWith("json") || type.endsWith("/javascript");
  }

  private static ByteString bytes() {
    return ByteString.of("bytes".getBytes(StandardCharsets.US_ASCII));
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

  private void add(Traffic traffic, Violation violation) {
    String text = violation.message();
    // The own comparison names the status and the media type.
    if (OWN.matcher(text).find()) return;
    boolean ofRequest = violation.location().startsWith("request");
    String place = place(violation);
    boolean known =
        found.stream()
            .filter(other -> other.operation().equals(traffic.operation()))
            .anyMatch(other -> isSame(other.text(), place, violation.code()));
    if (known && !ofRequest) return;
    differences.add(
        new Difference(
            traffic.operation(),
            ofRequest ? Difference.Kind.REQUEST : Difference.Kind.ANSWER,
            text));
  }

  /** None of several alternatives fits if there is a difference anywhere inside. */
  private static boolean isSame(String found, String place, String code) {
    return found.startsWith(place + " ")
        || (ALTERNATIVES.contains(code)
            && (found.startsWith(place + ".") || found.startsWith(place + "[]")));
  }

  /** Where a violation is, as {@link AnswerCheck} writes it. */
  private static String place(Violation violation) {
    String place = "";
    String[] steps = violation.location().split("\\.");
    for (int i = 2; i < steps.length; i++) {
      boolean index = steps[i].matches("[0-9]+");
      place = index ? place + "[]" : AnswerCheck.inside(place, steps[i]);
    }
    Matcher missing = MISSING.matcher(violation.message());
    if (missing.find()) return AnswerCheck.inside(place, missing.group(1));
    return place.isEmpty() ? "the answer" : place;
  }
}
