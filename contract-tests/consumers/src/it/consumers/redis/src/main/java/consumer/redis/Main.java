package consumer.redis;

import static consumer.server.LocalServer.expect;

import consumer.server.LocalServer;
import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.redis.RedisTokenStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import redis.clients.jedis.JedisPooled;

/** Calls the API while Redis is down: the store says so, and the call is made. */
public final class Main {
  private Main() {}

  public static void main(String[] none) throws IOException {
    SecretKey key = new SecretKeySpec(new byte[32], "AES");
    List<String> log = new CopyOnWriteArrayList<>();
    try (LocalServer server =
            LocalServer.start(
                "{\"token_type\":\"Bearer\",\"expires_in\":900,\"access_token\":\"fake-token\"}",
                "[]");
        JedisPooled redis = new JedisPooled("127.0.0.1", closedPort());
        IcommktSurvey survey =
            IcommktSurvey.builder()
                .server(server.url())
                .apiKey("fake-key")
                .apiSecret("fake-secret")
                .tokenStore(RedisTokenStore.create(redis, key))
                .log(log::add)
                .build()) {
      expect(List.of(), survey.allCampaigns().stream().toList());
      expect(
          "GET /v1.0/campaign/list?limit=100&access_token=fake-token", server.requests().get(1));
    }
    boolean told = log.stream().anyMatch(line -> line.contains("JedisConnectionException"));
    if (!told) throw new AssertionError("Expected a line about Redis but found " + log);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
