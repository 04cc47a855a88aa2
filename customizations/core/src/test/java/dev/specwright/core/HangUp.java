package dev.specwright.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that resets each connection when it has read a part of the request. */
final class HangUp implements AutoCloseable {
  private final ServerSocket listening;
  private final AtomicInteger connections = new AtomicInteger();
  private final int bytes;

  /**
   * @param bytes how much of a request to read; the first one says that it is on its way
   */
  HangUp(int bytes) throws IOException {
    this.bytes = bytes;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::listen, "hang-up");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many connections brought a request, or the beginning of one. */
  int connections() {
    return connections.get();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        InputStream request = socket.getInputStream();
        if (request.readNBytes(bytes).length == bytes) connections.incrementAndGet();
        // Sends a reset instead of an orderly end.
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // The client, or close(), was first.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
