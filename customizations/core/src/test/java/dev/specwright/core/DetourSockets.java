package dev.specwright.core;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes connections to another port of this machine, once it is told to. */
final class DetourSockets extends SocketFactory {
  private volatile int port;

  void to(int newPort) {
    port = newPort;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress asked, int timeout) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        super.connect(port == 0 ? asked : new InetSocketAddress(here, port), timeout);
      }
    };
  }

  // OkHttp connects by itself.

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }
}
