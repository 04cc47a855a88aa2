package dev.specwright.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** PHP's own web server, which answers each request with what it has made of it, as JSON. */
final class PhpServer implements AutoCloseable {
  /** Ends with its standard input, so it does not outlive this process. */
  private static final String COMMAND = "php -S \"$0\" \"$1\" 2>&1 & cat >/dev/null; kill $!";

  private final Process process;
  private final URI url;

  private PhpServer(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts one on a free port. */
  static PhpServer start() throws IOException {
    String address = "127.0.0.1:" + freePort();
    String script = Setup.RESOURCES.resolve("show-request.php").toString();
    Process process = new ProcessBuilder("sh", "-c", COMMAND, address, script).start();
    BufferedReader output = process.inputReader();
    StringBuilder printed = new StringBuilder();
    while (printed.indexOf(") started") < 0) {
      String line = output.readLine();
      if (line == null) throw new IllegalStateException("PHP does not start: " + printed);
      printed.append(line).append('\n');
    }
    Thread drain = new Thread(() -> output.lines().forEach(line -> {}), "php-output");
    drain.setDaemon(true);
    drain.start();
    return new PhpServer(process, URI.create("http://" + address));
  }

  /** It takes no port 0, and says so of none. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  URI url() {
    return url;
  }

  /** Sends a body, and returns what PHP says of it. */
  String post(ClientBody body) throws IOException {
    RequestBody content = RequestBody.create(body.bytes(), MediaType.get(body.type()));
    Request request = new Request.Builder().url(url.toString()).post(content).build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      return Objects.requireNonNull(response.body()).string();
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
  }
}
