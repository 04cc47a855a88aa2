package dev.specwright.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prisms with strict checks, one for each of several documents, in one process: each start of Node
 * takes its time.
 */
final class Prisms implements AutoCloseable {
  private static final String READY = "Prism is listening on ";

  private final Process process;
  private final List<URI> urls;

  private Prisms(Process process, List<URI> urls) {
    this.process = process;
    this.urls = urls;
  }

  /** Starts them. */
  static Prisms of(List<Path> documents) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("node");
    command.add(Apis.MODULE.resolve("src/test/resources/prisms.mjs").toString());
    command.add(Apis.STRICT_SERVER.toString());
    command.add(Apis.PRISM.toString());
    documents.forEach(each -> command.add(each.toString()));
    // It ends with its standard input, so it does not outlive this process.
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<URI> urls = new ArrayList<>();
    StringBuilder printed = new StringBuilder();
    BufferedReader output = process.inputReader();
    while (urls.size() < documents.size()) {
      String line = output.readLine();
      if (line == null) {
        throw new IllegalStateException(
            "Expected %d Prisms but only %d started. %s is no document for it: %s"
                .formatted(documents.size(), urls.size(), documents.get(urls.size()), printed));
      }
      printed.append(line).append('\n');
      if (line.startsWith(READY)) urls.add(URI.create(line.substring(READY.length())));
    }
    return new Prisms(process, List.copyOf(urls));
  }

  /** Returns their addresses, in the order of the documents. */
  List<URI> urls() {
    return urls;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
