package dev.specwright.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer that speaks no HTTP: it says the head of each request back, in a line, and hangs up. */
final class Parrot implements AutoCloseable {
  /** Where in an answer that line stands. */
  enum Place {
    /** In front of everything. */
    STATUS_LINE,
    /** In front of everything, and the line does not end. */
    HALF_A_LINE,
    /** Behind the size of the body's second chunk. */
    CHUNK
  }

  private final ServerSocket listening;
  private final AtomicInteger connections = new AtomicInteger();
  private final Place place;
  private final String body;

  /**
   * @param body what the first chunk is
   */
  Parrot(Place place, String body) throws IOException {
    this.place = place;
    this.body = body;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::listen, "parrot");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many requests were answered. */
  int connections() {
    return connections.get();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        BufferedReader request =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String answer = answer(head(request));
        connections.incrementAndGet();
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        // What is left unread would reset the connection, and the answer with it.
        while (request.read() >= 0) {}
      } catch (IOException e) {
        // The client, or close(), was first.
      }
    }
  }

  private String answer(String line) {
    return switch (place) {
      case STATUS_LINE -> "X" + line + "\r\n\r\n";
      case HALF_A_LINE -> line;
      case CHUNK ->
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(body.length())
              + "\r\n"
              + body
              + "\r\n1 "
              + line
              + "\r\n";
    };
  }

  private static String head(BufferedReader request) throws IOException {
    StringBuilder head = new StringBuilder();
    String line = request.readLine();
    while (line != null && !line.isEmpty()) {
      head.append(line).append(' ');
      line = request.readLine();
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
