package dev.specwright.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The least that can be called a server: it answers GET over connections that stay open, with the
 * same bytes whatever the request says besides its path. It costs all clients the same, and little.
 */
final class LoopbackServer implements AutoCloseable {
  /** What is answered. */
  interface Answer {
    /** How many bytes. */
    long length();

    /** Writes them. */
    void writeTo(OutputStream out) throws IOException;

    /** Returns an answer of these bytes. */
    static Answer of(byte[] bytes) {
      return new Answer() {
        @Override
        public long length() {
          return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
          out.write(bytes);
        }
      };
    }
  }

  private final ServerSocket socket;
  private final Map<String, Answer> answers;

  /**
   * Starts a server on a free port of this machine.
   *
   * @param answers by path, without a query
   */
  LoopbackServer(Map<String, Answer> answers) throws IOException {
    this.answers = Map.copyOf(answers);
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Where it is, such as {@code http://127.0.0.1:40001/}. */
  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        start(() -> serve(connection));
      } catch (IOException e) {
        if (!socket.isClosed()) throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 1 << 16);
      for (String path = path(in); path != null; path = path(in)) {
        Answer answer = answers.get(path);
        String head =
            answer == null
                ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + answer.length()
                    + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        if (answer != null) answer.writeTo(out);
        out.flush();
      }
    } catch (IOException e) {
      // The client hung up, as all do in the end.
    }
  }

  /** Reads a request and returns its path, or null if there is none anymore. */
  private static @Nullable String path(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    String first = "";
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\r') continue;
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      if (line.length() == 0) {
        String target = first.substring(first.indexOf(' ') + 1, first.lastIndexOf(' '));
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
      }
      if (first.isEmpty()) first = line.toString();
      line.setLength(0);
    }
    return null;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
