package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong between a client and a service.
 *
 * @param name what it is
 * @param answer what the server answers, each time
 * @param read the exception of a read
 * @param readRequests how many requests a read sends
 * @param write the exception of a write; null if it succeeds
 * @param limited whether only the call's time limit ends it
 */
record Fault(
    String name,
    MockResponse answer,
    Class<? extends ApiException> read,
    int readRequests,
    @Nullable Class<? extends ApiException> write,
    boolean limited) {

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

  private static final int ATTEMPTS = 3;

  static List<Fault> all(Texts texts) {
    List<Fault> faults = new ArrayList<>();
    String read = texts.readAnswer();
    Class<TransportException> transport = TransportException.class;
    Class<OutcomeUnknownException> unknown = OutcomeUnknownException.class;
    Class<CallTimeoutException> timeout = CallTimeoutException.class;
    Class<BadAnswerException> bad = BadAnswerException.class;

    SocketEffect close = new SocketEffect.CloseSocket();
    SocketEffect stall = SocketEffect.Stall.INSTANCE;
    String padded = " ".repeat(1000) + read;
    faults.add(
        fault("reset before the answer", json(read).onResponseStart(close), transport, 3, unknown));
    faults.add(
        fault(
            "reset during the answer", json(padded).onResponseBody(close), transport, 3, unknown));
    faults.add(fault("slow headers", json(read).onResponseStart(stall), timeout, 3, unknown));
    faults.add(fault("slow body", json(padded).onResponseBody(stall), timeout, 3, unknown));
    faults.add(
        fault(
            "reset during a chunked answer",
            json("").chunkedBody(padded, 100).onResponseBody(close),
            transport,
            3,
            unknown));
    faults.add(
        new Fault(
            "endless answer", json("").body(new Endless(" ")).build(), timeout, 1, unknown, true));

    faults.add(fault("truncated JSON", json(read.substring(0, read.length() - 1)), bad, 1, bad));
    faults.add(fault("half of a JSON answer", json("{\"a"), bad, 1, bad));
    faults.add(fault("malformed JSON", json("{\"a\" nope}"), bad, 1, bad));
    faults.add(
        new Fault(
            "JSON of another type",
            json("[[\"" + texts.planted() + "\"]]").build(),
            bad,
            1,
            texts.writeTakesAnyJson() ? null : bad,
            false));
    faults.add(fault("JSON and more", json(read + "x"), bad, 1, bad));
    faults.add(fault("nothing", json(""), bad, 1, bad));
    faults.add(fault("HTML in place of JSON", html(200, texts), bad, 1, bad));
    faults.add(fault("bytes", json("").body(new okio.Buffer().write(new byte[3000])), bad, 1, bad));

    for (int status : new int[] {400, 403, 404, 405, 409, 410, 418, 422, 429, 500, 501, 502, 503}) {
      Class<? extends ApiException> refused = refused(status);
      int requests = status == 429 || status == 502 || status == 503 ? ATTEMPTS : 1;
      MockResponse.Builder error = json(texts.error(texts.planted())).code(status);
      faults.add(fault(status + " with an error", error, refused, requests, refused));
      faults.add(
          fault(status + " with nothing", json("").code(status), refused, requests, refused));
      faults.add(fault(status + " with HTML", html(status, texts), refused, requests, refused));
      faults.add(
          fault(
              status + " with half of an error",
              error.clone().onResponseBody(close),
              refused,
              requests,
              refused));
    }
    faults.add(
        fault(
            "503 without end",
            json("").code(503).body(new Endless("x")),
            ServerException.class,
            3,
            ServerException.class));
    faults.add(
        fault(
            "503 that says at once",
            json("").code(503).addHeader("Retry-After", "0"),
            ServerException.class,
            3,
            ServerException.class));
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      faults.add(
          fault(
              status + " to another host",
              json("").code(status).addHeader("Location", "http://other.invalid/"),
              ApiException.class,
              1,
              ApiException.class));
    }
    return faults;
  }

  private static Fault fault(
      String name,
      MockResponse.Builder answer,
      Class<? extends ApiException> read,
      int readRequests,
      Class<? extends ApiException> write) {
    return new Fault(name, answer.build(), read, readRequests, write, false);
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
      case 403 -> PermissionException.class;
      case 404, 410 -> NotFoundException.class;
      case 405, 409 -> ConflictException.class;
      case 418 -> ApiException.class;
      case 429 -> RateLimitException.class;
      default -> ServerException.class;
    };
  }

  /** Writes until nobody reads any more. */
  private record Endless(String text) implements MockResponseBody {
    @Override
    public long getContentLength() {
      return Long.MAX_VALUE;
    }

    @Override
    public void writeTo(okio.BufferedSink sink) throws java.io.IOException {
      String piece = text.repeat(8192);
      while (true) sink.writeUtf8(piece);
    }
  }
}
