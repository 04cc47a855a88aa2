package dev.specwright.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.specwright.core.TokenStore;
import dev.specwright.icommkt.IcommktSurvey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
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
    String source = Files.readString(Path.of("src/test/java/dev/specwright/redis/ReadmeTest.java"));
    assertEquals(
        first("(?s)// readme\n(.*?) *// end\n", source).stripTrailing().stripIndent() + "\n",
        first("(?s)```java\n(.*?)```", Files.readString(Path.of("README.md"))));
    example(new byte[32]).close();
  }

  private static String first(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
  }
}
