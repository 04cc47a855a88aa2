package dev.specwright.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.core.TokenStore;
import dev.specwright.icommkt.IcommktSurvey;
import dev.specwright.snippets.Snippets;
import java.nio.file.Path;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;

class ReadmeTest {
  private static IcommktSurvey example(byte[] keyBytes) {
    // readme
    SecretKey key = new SecretKeySpec(keyBytes, "AES"); // 32 bytes, the same everywhere
    TokenStore store = RedisTokenStore.create(new JedisPooled("redis.internal", 6379), key);
    IcommktSurvey survey =
        IcommktSurvey.builder().apiKey("KEY").apiSecret("SECRET").tokenStore(store).build();
    // end
    return survey;
  }

  @Test
  void exampleIsWhatIsCompiled() throws Exception {
    Path sources = Path.of("src/test/java/dev/specwright/redis");
    assertEquals(
        Snippets.marked(sources.resolve("ReadmeTest.java"))
            + Snippets.marked(sources.resolve("RedisReplayCache.java")),
        Snippets.shown(Path.of("README.md")));
    example(new byte[32]).close();
  }
}
