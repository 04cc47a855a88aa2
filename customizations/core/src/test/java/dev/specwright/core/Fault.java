package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;

/**
 * Something that goes wrong between a client and a service.
 *
 * @param name what it is
 * @param kind how far the call comes
 * @param answer what the server answers, each time
 * @param exception the exception of a read; that of a write follows from the kind
 * @param requests how many requests a read sends
 * @param limited whether only the call's time limit ends it
 */
record Fault(
    String name,
    Kind kind,
    MockResponse answer,
    Class<? extends ApiException> exception,
    int requests,
    boolean limited) {

  /** How far a call comes. */
  enum Kind {
    /** Nothing of an answer comes. */
    HEAD,
    /** The answer breaks off. */
    BODY,
    /** The answer is whole, and wrong. */
    CONTENT,
    /** The service refuses. */
    STATUS
  }

  /** What a matrix knows of its API. */
  interface Texts {
    String readAnswer();

    /** An error in the vendor's form, with {@code text} as its message. */
    String error(String text);

    /** Whether the document says nothing of what a write answers but that it is JSON. */
    boolean writeTakesAnyJson();

    /** What an answer must not make anybody show. */
    String planted();
  }

  /** What the matrix allows an answer to have. */
  static final long ANSWER_LIMIT = 256 * 1024;

  private static final int ATTEMPTS = 3;
  private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();
  private static final SocketEffect STALL = SocketEffect.Stall.INSTANCE;

  /**
   * Returns everything that may go wrong with a call.
   *
   * @param other the address of another server
   */
  static List<Fault> all(Texts texts, Probe<?, ?> probe, String other) {
    List<Fault> faults = new ArrayList<>(ofTheWire(probe));
    if (!probe.streams()) faults.addAll(ofTheContent(texts, probe));
    faults.addAll(ofTheStatus(texts));
    faults.addAll(redirects(texts, other));
    return faults;
  }

  boolean refusesCredential() {
    return kind == Kind.STATUS && answer.getCode() == 401;
  }

  /** Whether somebody between here and the service speaks, and a write may have arrived there. */
  boolean isOfAGateway() {
    return switch (kind == Kind.STATUS ? answer.getCode() : 0) {
      case 408, 502, 504 -> true;
      default -> false;
    };
  }

  /** Whether it is a page in place of an answer, with a status of success. */
  boolean isHtml() {
    return name.equals(HTML);
  }

  /** Whether it takes as long as a time limit. */
  boolean isSlow() {
    return limited || name.startsWith("slow");
  }

  private static List<Fault> ofTheWire(Probe<?, ?> probe) {
    Class<TransportException> transport = TransportException.class;
    Class<CallTimeoutException> timeout = CallTimeoutException.class;
    String answer = probe.answer();
    // Behind the value, so that what decodes on the way has begun when it breaks.
    String padded = answer + " ".repeat(1000);
    MockResponse.Builder drip = json(padded).throttleBody(10, 50, TimeUnit.MILLISECONDS);
    List<Fault> faults = new ArrayList<>();
    faults.add(
        wire("reset before the answer", Kind.HEAD, json(answer).onResponseStart(CLOSE), transport));
    faults.add(
        wire("reset during the answer", Kind.BODY, json(padded).onResponseBody(CLOSE), transport));
    faults.add(wire("slow headers", Kind.HEAD, json(answer).onResponseStart(STALL), timeout));
    faults.add(wire("slow body", Kind.BODY, json(padded).onResponseBody(STALL), timeout));
    faults.add(
        wire(
            "reset during a chunked answer",
            Kind.BODY,
            json("").chunkedBody(padded, 100).onResponseBody(CLOSE),
            transport));
    faults.add(new Fault("answer by drops", Kind.BODY, drip.build(), timeout, 1, true));
    // Lines: what has rows could not hold a single one of them.
    MockResponse endless = json("").body(new Endless(answer, "\n")).build();
    faults.add(
        probe.streams()
            ? new Fault("endless answer", Kind.BODY, endless, timeout, 1, true)
            : new Fault(
                "endless answer", Kind.CONTENT, endless, BadAnswerException.class, 1, false));
    return faults;
  }

  private static List<Fault> ofTheContent(Texts texts, Probe<?, ?> probe) {
    List<Fault> faults = new ArrayList<>();
    String answer = probe.answer();
    faults.add(content("truncated JSON", json(answer.substring(0, answer.length() - 1))));
    faults.add(content("half of a JSON answer", json("{\"a")));
    faults.add(content("malformed JSON", json("{\"a\" nope}")));
    faults.add(content(OTHER_TYPE, json("[[\"" + texts.planted() + "\"]]")));
    for (String wrong : wrongTypes(probe)) {
      faults.add(content(OTHER_TYPE + ": " + wrong, json(wrong)));
    }
    faults.add(content("JSON and more", json(answer + "x")));
    faults.add(content("nothing", json("")));
    faults.add(content(HTML, html(200, texts)));
    faults.add(content("bytes", json("").body(new okio.Buffer().write(new byte[3000]))));
    Map<String, String> errors = new LinkedHashMap<>(withoutCode(texts));
    errors.put("an error", texts.error(texts.planted()));
    errors.forEach(
        (name, error) ->
            faults.add(
                new Fault(name, Kind.CONTENT, json(error).build(), ApiException.class, 1, false)));
    return faults;
  }

  /**
   * Errors in forms that no page describes, and the vendor's with a message alone, if it has one.
   */
  private static Map<String, String> withoutCode(Texts texts) {
    Map<String, String> errors = new LinkedHashMap<>();
    String error = texts.error(texts.planted());
    String uncoded = error.replace("\"broken\"", "null");
    if (!uncoded.equals(error)) errors.put("an error with a message alone", uncoded);
    errors.put("an error of other members", "{\"error\":{\"reason\":\"" + texts.planted() + "\"}}");
    errors.put("an error that is a list", "{\"error\":[\"" + texts.planted() + "\"]}");
    return errors;
  }

  /** Each type of JSON but that of the good answer, and what the probe adds. */
  private static List<String> wrongTypes(Probe<?, ?> probe) {
    List<String> wrong = new ArrayList<>(probe.wrongAnswers());
    char good = probe.answer().charAt(0);
    for (String any : List.of("{\"a\":1}", "[7]", "\"text\"", "true", "17", "null")) {
      if (any.charAt(0) != good) wrong.add(any);
    }
    return wrong;
  }

  private static final String HTML = "HTML in place of JSON";
  private static final String OTHER_TYPE = "JSON of another type";

  /** Whether it is one only for a document that says what the JSON holds; null always is one. */
  boolean isOfAnotherType() {
    return name.startsWith(OTHER_TYPE) && !name.endsWith("null");
  }

  private static List<Fault> ofTheStatus(Texts texts) {
    List<Fault> faults = new ArrayList<>();
    for (int status :
        new int[] {
          400, 401, 403, 404, 405, 408, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504
        }) {
      MockResponse.Builder error = json(texts.error(texts.planted())).code(status);
      faults.add(status(status + " with an error", error));
      faults.add(status(status + " with nothing", json("").code(status)));
      faults.add(status(status + " with HTML", html(status, texts)));
      faults.add(status(status + " with half of an error", error.clone().onResponseBody(CLOSE)));
    }
    for (int status : new int[] {400, 401, 500}) {
      withoutCode(texts)
          .forEach(
              (name, error) ->
                  faults.add(status(status + " with " + name, json(error).code(status))));
    }
    for (int status : new int[] {302, 503}) {
      MockResponse.Builder endless = json("").code(status).body(new Endless("", "x"));
      faults.add(status(status + " without end", endless));
    }
    faults.add(status("405 with false", json("false").code(405)));
    faults.add(status("503 that says at once", later("0")));
    // A clock that is wrong, here or there, makes a date of now one of these.
    faults.add(status("503 until a date long ago", later("Thu, 01 Feb 1990 00:00:00 GMT")));
    faults.add(
        new Fault(
            "503 until a date far ahead",
            Kind.STATUS,
            later("Wed, 01 Feb 2090 00:00:00 GMT").build(),
            ServerException.class,
            1,
            false));
    return faults;
  }

  private static MockResponse.Builder later(String retryAfter) {
    return json("").code(503).addHeader("Retry-After", retryAfter);
  }

  private static List<Fault> redirects(Texts texts, String other) {
    List<Fault> faults = new ArrayList<>();
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      MockResponse.Builder moved =
          json("").code(status).addHeader("Location", other + "?echo=" + texts.planted());
      faults.add(
          new Fault(
              status + " to another host",
              Kind.STATUS,
              moved.build(),
              ApiException.class,
              1,
              false));
    }
    return faults;
  }

  private static Fault wire(
      String name,
      Kind kind,
      MockResponse.Builder answer,
      Class<? extends ApiException> exception) {
    return new Fault(name, kind, answer.build(), exception, ATTEMPTS, false);
  }

  private static Fault content(String name, MockResponse.Builder answer) {
    return new Fault(name, Kind.CONTENT, answer.build(), BadAnswerException.class, 1, false);
  }

  private static Fault status(String name, MockResponse.Builder builder) {
    MockResponse answer = builder.build();
    boolean passing =
        switch (answer.getCode()) {
          case 408, 429, 502, 503, 504 -> true;
          default -> false;
        };
    return new Fault(
        name, Kind.STATUS, answer, refused(answer.getCode()), passing ? ATTEMPTS : 1, false);
  }

  static MockResponse.Builder json(String body) {
    return new MockResponse.Builder().setHeader("Content-Type", "application/json").body(body);
  }

  private static MockResponse.Builder html(int status, Texts texts) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "text/html")
        .body("<!DOCTYPE html><p>" + texts.planted() + "</p>");
  }

  private static Class<? extends ApiException> refused(int status) {
    return switch (status) {
      case 400, 422 -> ValidationException.class;
      case 401 -> AuthenticationException.class;
      case 403 -> PermissionException.class;
      case 404, 410 -> NotFoundException.class;
      case 405, 409 -> ConflictException.class;
      case 302, 418 -> ApiException.class;
      case 408 -> CallTimeoutException.class;
      case 429 -> RateLimitException.class;
      default -> ServerException.class;
    };
  }

  /** Writes until nobody reads any more. */
  private record Endless(String start, String text) implements MockResponseBody {
    @Override
    public long getContentLength() {
      return Long.MAX_VALUE;
    }

    @Override
    public void writeTo(okio.BufferedSink sink) throws java.io.IOException {
      sink.writeUtf8(start);
      String piece = text.repeat(8192);
      while (true) sink.writeUtf8(piece);
    }
  }
}
