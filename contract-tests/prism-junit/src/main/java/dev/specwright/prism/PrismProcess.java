package dev.specwright.prism;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The program that serves a document, from its start to its end. */
final class PrismProcess {
  private final Process process;
  private final PrismOutput output;
  private final Path document;
  private final URI baseUrl;

  private PrismProcess(Process process, PrismOutput output, Path document, URI baseUrl) {
    this.process = process;
    this.output = output;
    this.document = document;
    this.baseUrl = baseUrl;
  }

  /**
   * Starts Prism and returns when it listens.
   *
   * @param program what Node runs, and its arguments
   * @param document what is served, for messages
   * @param proxy whether requests are for a real service
   * @throws PrismStartException if it ends instead, takes longer than {@code timeout}, or if this
   *     thread is interrupted
   */
  static PrismProcess start(
      PrismInstallation prism,
      List<String> program,
      Path document,
      boolean proxy,
      Duration timeout) {
    Process process = launch(prism, program);
    PrismOutput output = new PrismOutput(process, proxy);
    URI baseUrl = null;
    try {
      baseUrl = awaitAddress(process, output, document, timeout);
    } finally {
      if (baseUrl == null) stop(process, Duration.ZERO);
    }
    return new PrismProcess(process, output, document, baseUrl);
  }

  private static Process launch(PrismInstallation prism, List<String> program) {
    List<String> command = new ArrayList<>(List.of(prism.node(), "-e", RunScript.TEXT, "--"));
    command.addAll(program);
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("FORCE_COLOR", "0");
    // Prism watches the document and restarts when it changes, on another port if port is 0.
    process.environment().put("CHOKIDAR_USEPOLLING", "true");
    process.environment().put("CHOKIDAR_INTERVAL", String.valueOf(Integer.MAX_VALUE));
    try {
      return process.start();
    } catch (IOException e) {
      throw new PrismStartException(
          "Cannot run " + prism.node() + ". " + PrismInstallation.NODE_CURE, e);
    }
  }

  private static URI awaitAddress(
      Process process, PrismOutput output, Path document, Duration timeout) {
    try {
      CompletableFuture.anyOf(output.listening(), process.onExit())
          .get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      if (process.isAlive()) return output.listening().join();
      output.awaitEnd();
    } catch (TimeoutException e) {
      throw new PrismStartException(
          "Prism did not serve %s within %d ms. %s"
              .formatted(document, timeout.toMillis(), output.summary()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PrismStartException("Interrupted while starting Prism for " + document + ".", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    throw new PrismStartException(ended("Prism did not serve", document, process, output));
  }

  URI baseUrl() {
    return baseUrl;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Returns how a process that is not alive any more has ended, with what it printed last. */
  String ended() {
    try {
      output.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ended("Prism stopped serving", document, process, output);
  }

  private static String ended(String what, Path document, Process process, PrismOutput output) {
    return "%s %s and ended with status %d. %s"
        .formatted(what, document, process.exitValue(), output.summary());
  }

  /** Asks it to end, and kills it if it still runs after {@code timeout}. */
  void stop(Duration timeout) {
    stop(process, timeout);
  }

  private static void stop(Process process, Duration timeout) {
    // Not Process.destroy(), which also closes the streams: the end of its input kills Prism.
    process.toHandle().destroy();
    boolean ended = false;
    try {
      ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) process.destroyForcibly().onExit().join();
  }
}
