package dev.specwright.prism;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Asks {@code violations.cjs}, which runs in Prism's process, what was found so far. */
final class ViolationList {
  static final String ALL = "*";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ViolationList() {}

  /** Returns what was found in the requests of {@code front}, in the order of the answers. */
  static List<Violation> of(URI prism, String front) {
    HttpRequest request =
        HttpRequest.newBuilder(prism)
            .timeout(TIMEOUT)
            .header("specwright-violations", front)
            .build();
    try {
      String lines = HTTP.send(request, BodyHandlers.ofString()).body();
      return lines.lines().map(ViolationList::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Prism does not tell what it found.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking Prism what it found.", e);
    }
  }

  /** Throws if there are any, with all of them in the message. */
  static void assertNone(List<Violation> violations, Path document) {
    if (violations.isEmpty()) return;
    throw new AssertionError(
        "Expected requests and answers that fit "
            + document
            + " but found:"
            + violations.stream().map(each -> "\n  " + each).collect(Collectors.joining()));
  }

  private static Violation parse(String line) {
    String[] fields = line.split("\t", -1);
    return new Violation(text(fields[0]), text(fields[1]), text(fields[2]), text(fields[3]));
  }

  private static String text(String field) {
    return URLDecoder.decode(field, StandardCharsets.UTF_8);
  }
}
