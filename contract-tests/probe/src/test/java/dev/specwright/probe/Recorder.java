package dev.specwright.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okio.ByteString;

/**
 * Stands before a mock, passes requests on as they are, and keeps each. Written on sockets, since a
 * server that understands HTTP would refuse or repair what a test is about.
 */
final class Recorder implements AutoCloseable {
  private static final int LIMIT_MILLIS = 30_000;

  private final URI mock;
  private final ServerSocket server;
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

  /** Listens on a free port. */
  Recorder(URI mock) throws IOException {
    this.mock = mock;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(this::accept, "recorder-" + server.getLocalPort());
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** Returns the address to send requests to. */
  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Returns what was sent since the last time, and forgets it. */
  List<Exchange> take() {
    List<Exchange> taken = new ArrayList<>(exchanges);
    exchanges.removeAll(taken);
    return taken;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread worker = new Thread(() -> serve(client), "recorder-exchange");
        worker.setDaemon(true);
        worker.start();
      } catch (IOException e) {
        if (!server.isClosed()) throw new IllegalStateException(e);
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket upstream = new Socket(mock.getHost(), mock.getPort())) {
      client.setSoTimeout(LIMIT_MILLIS);
      upstream.setSoTimeout(LIMIT_MILLIS);
      InputStream in = client.getInputStream();
      String head = head(in);
      if (head.isEmpty()) return; // A connection that was opened ahead and not used.
      String[] lines = head.split("\r\n");
      Map<String, String> headers = headers(lines);
      byte[] body = body(in, headers);

      OutputStream out = upstream.getOutputStream();
      out.write((lines[0] + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      for (int i = 1; i < lines.length; i++) {
        if (lines[i].toLowerCase(Locale.ROOT).startsWith("connection:")) continue;
        out.write((lines[i] + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
      out.write("Connection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      byte[] answer = upstream.getInputStream().readAllBytes();

      String text = new String(answer, StandardCharsets.UTF_8);
      String[] request = lines[0].split(" ");
      exchanges.add(
          new Exchange(request[0], request[1], headers, ByteString.of(body), status(text), text));
      client.getOutputStream().write(answer);
      client.getOutputStream().flush();
    } catch (IOException e) {
      if (!server.isClosed()) throw new IllegalStateException("The recorder lost an exchange.", e);
    }
  }

  private static int status(String answer) {
    String[] words = answer.split(" ", 3);
    return words.length < 2 ? 0 : Integer.parseInt(words[1]);
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) return "";
      head.write(next);
      if (next == '\n') text = head.toString(StandardCharsets.ISO_8859_1);
    }
    return text;
  }

  private static Map<String, String> headers(String[] lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      throw new IOException("Expected a request with a length but found a chunked one.");
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return in.readNBytes(length);
  }
}
