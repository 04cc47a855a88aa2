package dev.specwright.prism;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A running Prism: a server that answers as an OpenAPI document says, and refuses requests that do
 * not fit it; or that hands requests to a real service and compares them and its answers with the
 * document.
 *
 * <pre>{@code
 * try (PrismServer prism = PrismServer.mock(Path.of("openapi.yaml")).start()) {
 *   client.get(prism.baseUrl().resolve("/greeting"));
 * }
 * }</pre>
 *
 * <p>Prism is a program for Node, which needs both on the machine. Node is the program named by the
 * system property {@code specwright.node}, else by the environment variable {@code
 * SPECWRIGHT_NODE}, else {@code node} on the PATH. Prism is taken from the folder (the one with
 * {@code node_modules}) named by {@code specwright.prism.home}, else by {@code
 * SPECWRIGHT_PRISM_HOME}, else from the nearest {@code contract-tests} in the working directory or
 * a folder above it, else from a cache in the user's home, where the first start installs it with
 * npm. {@code specwright.prism.cache} or {@code SPECWRIGHT_PRISM_CACHE} names another cache.
 *
 * <p>The document is read once. A change made to it later does not reach a running server.
 *
 * <p>The process ends at {@link #close()}, or when this JVM ends, even if the JVM is killed.
 *
 * <p>Instances may be used by any number of threads.
 */
public final class PrismServer implements AutoCloseable {
  private final Path document;
  private final PrismProcess process;
  private final Duration stopTimeout;
  private volatile boolean closed;

  private PrismServer(Path document, PrismProcess process, Duration stopTimeout) {
    this.document = document;
    this.process = process;
    this.stopTimeout = stopTimeout;
  }

  /**
   * Returns a builder of a server that answers with the examples of {@code document}, or with
   * values made from its schemas where it has none.
   *
   * @param document an OpenAPI document, YAML or JSON
   */
  public static Builder mock(Path document) {
    return new Builder(document, null);
  }

  /**
   * Like {@link #mock(Path)}, for a document on the class path: {@code
   * PrismServer.mock(PetsTest.class.getResource("/pets.yaml"))}. One in a jar is copied to a file,
   * so it cannot refer to other files.
   *
   * @throws PrismStartException if it is null, or cannot be read
   */
  public static Builder mock(@Nullable URL document) {
    return mock(DocumentFile.of(document));
  }

  /**
   * Returns a builder of a server that hands all requests to {@code upstream} and gives its answers
   * back, and finds the {@link #violations()} in both. It changes neither, unless {@link
   * Builder#errors} is on. Prism reads bodies as text: uploads and downloads of binary data through
   * it are damaged.
   *
   * @param document an OpenAPI document, YAML or JSON
   * @param upstream the address of the service, what the paths of the document are appended to
   * @throws IllegalArgumentException if {@code upstream} is no http or https address, or has a
   *     user, a query or a fragment
   */
  public static Builder proxy(Path document, URI upstream) {
    String scheme = String.valueOf(upstream.getScheme()).toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https"))
        || upstream.getHost() == null
        || upstream.getRawUserInfo() != null
        || upstream.getRawQuery() != null
        || upstream.getRawFragment() != null) {
      // Without the rest, which may hold a credential.
      throw new IllegalArgumentException(
          "Expected an address such as https://api.example.com/v1, without user, query and"
              + " fragment, but found one of scheme "
              + upstream.getScheme()
              + " and host "
              + upstream.getHost()
              + ".");
    }
    return new Builder(document, upstream).errors(false);
  }

  /** Returns the document, absolute. */
  public Path document() {
    return document;
  }

  /**
   * Returns the address, such as {@code http://127.0.0.1:40123}, without a slash at the end. The
   * paths of the document follow directly; Prism ignores the paths of the document's servers.
   *
   * @throws IllegalStateException if the server is closed, or if Prism has ended by itself, which
   *     some malformed requests make it do; the message then has what Prism printed last
   */
  public URI baseUrl() {
    if (closed) throw new IllegalStateException("The Prism of " + document + " is closed.");
    if (!process.isAlive()) throw new IllegalStateException(process.ended());
    return process.baseUrl();
  }

  /**
   * Returns what all requests so far, and the answers to them, violated, in the order of the
   * answers. Where several tests use one server, a {@link #front()} knows those of one test.
   *
   * <p>Violations of answers are those of a real service behind a proxy, and those of a mock whose
   * examples do not fit its document. After a thousand no more are listed.
   *
   * @throws IllegalStateException like {@link #baseUrl()}
   */
  public List<Violation> violations() {
    return ViolationList.of(baseUrl(), ViolationList.ALL);
  }

  /**
   * Does nothing if there are no {@link #violations()}.
   *
   * @throws AssertionError if there are, with all of them in the message
   * @throws IllegalStateException like {@link #baseUrl()}
   */
  public void assertNoViolations() {
    ViolationList.assertNone(violations(), document);
  }

  /**
   * Returns a new address of this server, which knows its own violations and can let answers go
   * wrong. Close it after use.
   *
   * @throws IllegalStateException like {@link #baseUrl()}
   */
  public PrismFront front() {
    URI unused = baseUrl();
    return new PrismFront(this);
  }

  /** Stops Prism and waits for its end: asks it to end, and kills it after five seconds. */
  @Override
  public void close() {
    closed = true;
    process.stop(stopTimeout);
  }

  /** Returns address and document. */
  @Override
  public String toString() {
    return "PrismServer[" + process.baseUrl() + ", " + document + "]";
  }

  ProcessHandle process() {
    return process.handle();
  }

  /** Options of a server, then {@link #start()}. */
  public static final class Builder {
    private static final String HOST = "127.0.0.1";

    private final Path document;
    private final @Nullable URI upstream;
    private int port;
    private boolean errors = true;
    private boolean strict;
    private boolean dynamic;
    private @Nullable Long seed;
    private Duration startTimeout = Duration.ofSeconds(60);
    private Duration stopTimeout = Duration.ofSeconds(5);
    private @Nullable PrismInstallation installation;

    private Builder(Path document, @Nullable URI upstream) {
      this.document = document.toAbsolutePath().normalize();
      this.upstream = upstream;
    }

    /**
     * Listens on this port of 127.0.0.1. Default: 0, any free one.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public Builder port(int port) {
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException(
            "Expected a port from 1 to 65535, or 0 for any free one, but found " + port + ".");
      }
      this.port = port;
      return this;
    }

    /**
     * Whether an answer that contradicts the document, such as an example that does not fit its
     * schema, is replaced by an answer with status 500 that says so. Default: true, for a proxy
     * false. A mock refuses requests that contradict the document in any case, a proxy only if this
     * is true.
     */
    public Builder errors(boolean errors) {
      this.errors = errors;
      return this;
    }

    /**
     * Whether requests are checked for what Prism cannot see: JSON-encoded values of queries and
     * forms are decoded and checked against their schemas, fields of forms and parameters of
     * queries that the document does not name are refused, nested fields may be written as {@code
     * a[b][]}, and the extensions {@code x-json-text}, {@code x-date-format} and {@code
     * x-credential} are checked. Default: false, what Prism's command line does.
     *
     * <p>Needs an OpenAPI 3 document as it is meant, not one that was made looser for Prism. A
     * document with a schema that cannot be checked, over which Prism passes in silence, is not
     * started.
     */
    public Builder strict(boolean strict) {
      this.strict = strict;
      return this;
    }

    /**
     * Whether answers are made up from the schemas, other ones each time, though the document has
     * examples. Default: false. A single request can ask for it with {@link Prefer#dynamic()}.
     *
     * @throws IllegalStateException if this is a proxy, which makes no answers up
     */
    public Builder dynamic(boolean dynamic) {
      checkMock("dynamic");
      this.dynamic = dynamic;
      return this;
    }

    /**
     * Makes {@link #dynamic} answers the same in every run, and switches them on. Default: no seed.
     *
     * @throws IllegalStateException if this is a proxy
     */
    public Builder seed(long seed) {
      checkMock("seed");
      this.seed = seed;
      this.dynamic = true;
      return this;
    }

    /**
     * How long {@link #start()} waits for Prism. Default: 60 seconds; usually it takes one or two.
     *
     * @throws IllegalArgumentException if it is not above zero
     */
    public Builder startTimeout(Duration timeout) {
      if (timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException(
            "Expected a timeout above zero but found " + timeout + ".");
      }
      this.startTimeout = timeout;
      return this;
    }

    private void checkMock(String option) {
      if (upstream == null) return;
      throw new IllegalStateException(
          "A proxy has no option " + option + ": its answers come from the service.");
    }

    Builder stopTimeout(Duration timeout) {
      this.stopTimeout = timeout;
      return this;
    }

    Builder installation(PrismInstallation installation) {
      this.installation = installation;
      return this;
    }

    /**
     * Starts Prism and returns when it accepts requests.
     *
     * @throws PrismStartException if there is no such document, if Node or Prism is missing, if
     *     Prism does not take the document or the port, if it takes too long, or if this thread is
     *     interrupted
     */
    public PrismServer start() {
      if (!Files.isRegularFile(document)) {
        throw new PrismStartException(
            "Expected an OpenAPI document at " + document + " but found no file there.");
      }
      PrismInstallation prism = installation == null ? PrismInstallation.find() : installation;
      if (!strict) return start(prism, List.of());
      try (StrictProgram program = StrictProgram.unpack()) {
        return start(prism, List.of(program.script().toString()));
      }
    }

    /**
     * @param instead what Node runs in place of Prism's program, which then is its first argument
     */
    private PrismServer start(PrismInstallation prism, List<String> instead) {
      List<String> program = new ArrayList<>(instead);
      program.add(prism.script().toString());
      // -m false: otherwise NODE_ENV=production makes it fork a process that nobody stops.
      program.add(upstream == null ? "mock" : "proxy");
      program.addAll(List.of("-h", HOST, "-p", String.valueOf(port), "-m", "false"));
      if (errors) program.add("--errors");
      if (dynamic) program.add("--dynamic");
      if (seed != null) program.add("--seed=" + seed);
      program.add(document.toString());
      if (upstream != null) program.add(upstream.toString());
      PrismProcess process =
          PrismProcess.start(prism, program, document, upstream != null, startTimeout);
      return new PrismServer(document, process, stopTimeout);
    }
  }
}
