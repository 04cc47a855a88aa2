package dev.specwright.probe;

import dev.specwright.prism.PrismServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Prism command line as a proxy, which says of each exchange how it departs from a document.
 */
final class PrismProxy implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("Prism is listening on (http://\\S+)");

  private final Process process;
  private final URI baseUrl;

  private PrismProxy(Process process, URI baseUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
  }

  /**
   * Starts it.
   *
   * @param home the folder with Prism's {@code node_modules}
   * @throws IOException if Node cannot be run or Prism does not serve the document
   */
  static PrismProxy start(Path home, Path document, URI upstream) throws IOException {
    String script = home.resolve("node_modules/@stoplight/prism-cli/dist/index.js").toString();
    List<String> command =
        List.of(
            "node",
            "-e",
            lifeline(),
            "--",
            script,
            "proxy",
            "-h",
            "127.0.0.1",
            "-p",
            "0",
            "-m",
            "false",
            document.toString(),
            upstream.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("FORCE_COLOR", "0");
    Process process = builder.start();
    CompletableFuture<URI> address = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, address), "prism-proxy-output");
    reader.setDaemon(true);
    reader.start();
    try {
      return new PrismProxy(process, address.get(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IOException("Interrupted while starting Prism.", e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("Prism did not serve " + document + " as a proxy.", e);
    }
  }

  URI baseUrl() {
    return baseUrl;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** Prism ends with this JVM, however that ends. */
  private static String lifeline() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(PrismServer.class.getResourceAsStream("run-prism.cjs"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Reads to the end, since Prism would stand still at a full pipe; shows none of it. */
  private static void read(Process process, CompletableFuture<URI> address) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher found = ADDRESS.matcher(line);
        if (found.find()) address.complete(URI.create(found.group(1)));
      }
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
    address.completeExceptionally(new IOException("Prism ended."));
  }
}
