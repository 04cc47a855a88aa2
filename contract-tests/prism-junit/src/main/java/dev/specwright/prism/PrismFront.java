package dev.specwright.prism;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Another address of a {@link PrismServer}, for one test: it knows what the requests of this test
 * violated, though others use the same server, and it can let answers go wrong.
 *
 * <pre>{@code
 * try (PrismFront front = prism.front()) {
 *   front.next(Fault.status(429).retryAfter(Duration.ofSeconds(1)));
 *   new PetsClient(front.baseUrl()).pets(); // meets the fault, tries again, gets the pets
 *   front.assertNoViolations();
 * }
 * }</pre>
 *
 * <p>Requests reach Prism as they are; so do answers the client, unless a fault says otherwise. In
 * JUnit tests a parameter of this type is a front of the test's own, see {@link PrismMock}.
 *
 * <p>Instances may be used by any number of threads.
 */
public final class PrismFront implements AutoCloseable {
  private final PrismServer prism;
  private final String name = UUID.randomUUID().toString();
  private final ServerSocket server;
  private final Thread acceptor;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final List<Fault> faults = new ArrayList<>();
  private volatile @Nullable Prefer preference;

  PrismFront(PrismServer prism) {
    this.prism = prism;
    try {
      server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on 127.0.0.1.", e);
    }
    acceptor = start(this::accept, "prism-front-" + server.getLocalPort());
  }

  /** Returns the address, such as {@code http://127.0.0.1:40124}, without a slash at the end. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Returns the server that this leads to. */
  public PrismServer prism() {
    return prism;
  }

  /**
   * Lets the next requests meet these faults, one each, in this order, after those that are still
   * waiting. A fault {@linkplain Fault#on on a path} waits for a request of that path.
   */
  public void next(Fault... faults) {
    synchronized (this.faults) {
      this.faults.addAll(Arrays.asList(faults));
    }
  }

  /** Returns the faults that no request has met yet. */
  public List<Fault> pendingFaults() {
    synchronized (faults) {
      return List.copyOf(faults);
    }
  }

  /**
   * From now on asks Prism for these answers, unless a request has a {@code Prefer} header itself.
   * Null asks for nothing again.
   */
  public void prefer(@Nullable Prefer preference) {
    this.preference = preference;
  }

  /**
   * Returns what the requests to this front, and the answers to them, violated, in the order of the
   * answers. Answers are seen before a fault changes them.
   *
   * @throws IllegalStateException if the server is closed or has ended by itself, as {@link
   *     PrismServer#baseUrl()} says
   */
  public List<Violation> violations() {
    return ViolationList.of(prism.baseUrl(), name);
  }

  /**
   * Does nothing if there are no {@link #violations()}.
   *
   * @throws AssertionError if there are, with all of them in the message
   * @throws IllegalStateException like {@link #violations()}
   */
  public void assertNoViolations() {
    ViolationList.assertNone(violations(), prism.document());
  }

  /** Ends this address and its connections, not the server. */
  @Override
  public void close() {
    try {
      server.close();
      awaitAcceptor();
      for (Socket client : clients) client.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + this + ".", e);
    }
  }

  /** Returns address and document. */
  @Override
  public String toString() {
    return "PrismFront[" + baseUrl() + ", " + prism.document() + "]";
  }

  /** Until that thread has left accept(), the system takes connections. */
  private void awaitAcceptor() {
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (true) {
      Socket client;
      try {
        client = server.accept();
      } catch (IOException closed) {
        return;
      }
      clients.add(client);
      Thread unused =
          start(
              () -> serve(client), "prism-front-" + server.getLocalPort() + "-" + client.getPort());
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = new BufferedOutputStream(client.getOutputStream());
      boolean open = true;
      while (open) {
        HttpMessage request = HttpMessage.readRequest(in, out);
        if (request == null) return;
        exchange(request, client, out);
        open = request.keepAlive() && !client.isClosed();
      }
    } catch (IOException | RuntimeException broken) {
      // The client went away or sent no HTTP, or Prism ended over the request, which
      // prism.baseUrl()
      // and violations() report. In each case all that is left to do is to end the connection.
      drop(client);
    } finally {
      clients.remove(client);
    }
  }

  private void exchange(HttpMessage request, Socket client, OutputStream out) throws IOException {
    HttpMessage asked = request.withHeader("specwright-front", name);
    Prefer preferred = preference;
    if (preferred != null && !request.has(Prefer.HEADER)) {
      asked = asked.withHeader(Prefer.HEADER, preferred.toString());
    }
    FrontExchange exchange = new FrontExchange(asked, prism.baseUrl(), client, out);
    Fault fault = faultFor(request);
    if (fault == null) {
      exchange.answer(exchange.ask());
      return;
    }
    pause(fault);
    fault.answer().give(exchange);
  }

  private @Nullable Fault faultFor(HttpMessage request) {
    synchronized (faults) {
      for (Iterator<Fault> each = faults.iterator(); each.hasNext(); ) {
        Fault fault = each.next();
        if (fault.meets(request)) {
          each.remove();
          return fault;
        }
      }
      return null;
    }
  }

  private static void pause(Fault fault) throws IOException {
    try {
      Thread.sleep(fault.delay().toMillis());
    } catch (InterruptedException e) {
      throw new IOException("Nobody interrupts the threads of a front.", e);
    }
  }

  private static void drop(Socket client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close a connection.", e);
    }
  }

  private static Thread start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
