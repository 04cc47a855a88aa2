package dev.specwright.prism;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** One request that a front has got, and the ways to answer it. */
final class FrontExchange {
  private final HttpMessage request;
  private final URI prism;
  private final Socket client;
  private final OutputStream out;

  FrontExchange(HttpMessage request, URI prism, Socket client, OutputStream out) {
    this.request = request;
    this.prism = prism;
    this.client = client;
    this.out = out;
  }

  /** Hands the request to Prism and returns its answer. */
  HttpMessage ask() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(prism.getHost(), prism.getPort()));
      socket.setTcpNoDelay(true);
      request.write(socket.getOutputStream(), true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      return HttpMessage.readAnswer(in, request.method());
    }
  }

  /** Answers the client. */
  void answer(HttpMessage message) throws IOException {
    message.write(out, !request.keepAlive());
  }

  /** Begins an answer and ends the connection in the middle of its body. */
  void breakOff(HttpMessage message) throws IOException {
    out.write(message.head(true));
    out.write(message.body(), 0, message.body().length / 2);
    out.flush();
    client.close();
  }

  /** Ends the connection at once, without any of an answer. */
  void drop() throws IOException {
    client.setSoLinger(true, 0);
    client.close();
  }
}
