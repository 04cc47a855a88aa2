package dev.specwright.prism;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prism prints. Read as long as Prism runs, since it would stand still once a pipe is full;
 * the last lines are kept for error messages.
 */
final class PrismOutput {
  private static final int LINES_KEPT = 50;
  private static final Duration END_OF_OUTPUT = Duration.ofSeconds(5);

  private static final Pattern LISTENING = Pattern.compile("Prism is listening on (http://\\S+)");
  private static final Pattern TIME = Pattern.compile("^\\[[^]]*] › ");
  private static final Pattern REASON = Pattern.compile(" fatal +\\S");
  private static final Pattern USAGE = Pattern.compile("prism mock .*| {2,}(-\\w, )?--.*");

  private final CompletableFuture<URI> listening = new CompletableFuture<>();
  private final Deque<String> log = new ArrayDeque<>();
  private final Deque<String> errors = new ArrayDeque<>();
  private final boolean proxy;
  private final List<Thread> readers;

  /**
   * @param proxy whether requests are for a real service: what Prism prints about them then has
   *     credentials in it, and is not kept
   */
  PrismOutput(Process process, boolean proxy) {
    this.proxy = proxy;
    readers =
        List.of(
            read(process.getInputStream(), "prism-output-" + process.pid(), this::keepLog),
            read(process.getErrorStream(), "prism-errors-" + process.pid(), this::keepError));
  }

  /** Completes with Prism's address as soon as Prism has said it. */
  CompletableFuture<URI> listening() {
    return listening;
  }

  /** Waits until all that an ended Prism has printed is read. */
  void awaitEnd() throws InterruptedException {
    for (Thread reader : readers) reader.join(END_OF_OUTPUT.toMillis());
  }

  /** Returns the last lines as the last sentence of an error message. */
  synchronized String summary() {
    List<String> lines = new ArrayList<>();
    for (String line : log) lines.add(TIME.matcher(line).replaceFirst("").strip());
    // What follows the reason is a stack trace of Prism.
    if (lines.stream().noneMatch(line -> REASON.matcher(line).find())) {
      lines.addAll(errorsAfterUsage());
    }
    lines.removeIf(String::isBlank);
    return lines.isEmpty() ? "It printed nothing." : "It says:\n  " + String.join("\n  ", lines);
  }

  /** Prism prints its usage in front of every error. */
  private List<String> errorsAfterUsage() {
    List<String> lines = new ArrayList<>();
    for (String line : errors) {
      if (USAGE.matcher(line).matches()) {
        lines.clear();
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private void keepLog(String line) {
    if (!(proxy && listening.isDone())) keep(log, line);
    Matcher address = LISTENING.matcher(line);
    if (address.find()) listening.complete(URI.create(address.group(1)));
  }

  private void keepError(String line) {
    keep(errors, line);
  }

  private synchronized void keep(Deque<String> lines, String line) {
    if (lines.size() == LINES_KEPT) lines.removeFirst();
    lines.addLast(line);
  }

  private static Thread read(InputStream stream, String name, Consumer<String> lines) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader text =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                  lines.accept(line);
                }
              } catch (IOException ended) {
                // Prism was killed while it printed; there is no more to read.
              }
            },
            name);
    reader.setDaemon(true);
    reader.start();
    return reader;
  }
}
