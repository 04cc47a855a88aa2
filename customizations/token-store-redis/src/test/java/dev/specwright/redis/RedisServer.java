package dev.specwright.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** The real program, on a free port of this machine, with its files in a folder of the test. */
final class RedisServer implements AutoCloseable {
  private static final int SECONDS = 20;

  private final Process process;
  private final int port;

  private RedisServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it, or has the test reported as skipped, with the reason, where it is not installed. */
  static RedisServer start(Path folder) throws Exception {
    int port = freePort();
    ProcessBuilder command =
        new ProcessBuilder(
            "redis-server",
            "--port",
            Integer.toString(port),
            "--bind",
            "127.0.0.1",
            "--dir",
            folder.toString(),
            "--logfile",
            folder.resolve("redis.log").toString(),
            "--save",
            "",
            "--appendonly",
            "no");
    RedisServer server;
    try {
      server = new RedisServer(command.start(), port);
    } catch (IOException e) {
      return Assumptions.abort("redis-server is not installed");
    }
    try {
      server.awaitReady();
      return server;
    } catch (Exception e) {
      server.close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  JedisPooled connect() {
    return new JedisPooled("127.0.0.1", port);
  }

  private void awaitReady() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    try (JedisPooled redis = connect()) {
      while (true) {
        try {
          redis.ping();
          return;
        } catch (JedisConnectionException e) {
          if (!process.isAlive() || System.nanoTime() > end) throw e;
          Thread.onSpinWait();
        }
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
