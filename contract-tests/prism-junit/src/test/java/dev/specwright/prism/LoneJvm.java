package dev.specwright.prism;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that starts Prism, prints its address and process id, and then waits to be killed. */
final class LoneJvm {
  private LoneJvm() {}

  public static void main(String[] args) throws Exception {
    PrismServer server = PrismServer.mock(Path.of(args[0])).start();
    if (args.length > 1) keepBusy(server, args[1]);
    System.out.println(server.baseUrl());
    System.out.println(server.process().pid());
    System.in.read();
  }

  /** Sends a request that Prism does not finish, and returns when Prism answers nothing else. */
  private static void keepBusy(PrismServer server, String path) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest endless = HttpRequest.newBuilder(server.baseUrl().resolve(path)).build();
    var unused = http.sendAsync(endless, BodyHandlers.discarding());
    HttpRequest other =
        HttpRequest.newBuilder(server.baseUrl()).timeout(Duration.ofSeconds(1)).build();
    try {
      while (true) http.send(other, BodyHandlers.discarding());
    } catch (HttpTimeoutException busy) {
      return;
    }
  }
}
