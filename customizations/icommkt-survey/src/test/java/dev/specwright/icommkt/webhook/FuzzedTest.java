package dev.specwright.icommkt.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.specwright.fuzzing.FuzzSearch;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a stranger may send, with input that nobody thought of; see customizations/README.md. */
final class FuzzedTest {
  private static final Instant THEN = Instant.ofEpochSecond(1539794213);
  private static final byte[] BODY = "{\"hiddenfields\":{\"branch\":\"12\"}}".getBytes(UTF_8);
  private static final String HEADER = new WebhookSigner("test-secret-one").sign(THEN, BODY);

  private final WebhookVerifier verifier =
      WebhookVerifier.builder()
          .secret("test-secret-one")
          .clock(Clock.fixed(THEN, ZoneOffset.UTC))
          .build();

  @TestFactory
  Stream<DynamicTest> noSearchFindsAnInputThatFails() {
    return FuzzSearch.of(FuzzedTest.class);
  }

  @FuzzTest
  void headerIsRefusedUnlessItHoldsTheSignature(byte[] data) {
    String header = new String(data, UTF_8);
    try {
      verifier.verify(header, BODY);
      for (String part : HEADER.split(",")) {
        assertTrue(Arrays.stream(header.split(",")).map(String::strip).toList().contains(part));
      }
    } catch (WebhookException e) {
      String message = String.valueOf(e.getMessage());
      assertFalse(header.length() > 8 && message.contains(header), message);
    }
  }

  @FuzzTest
  void signedBodyIsAnObjectOrRefused(byte[] body) {
    String header = new WebhookSigner("test-secret-one").sign(THEN, body);
    try {
      AnswerNotification news = verifier.verify(header, body);
      assertTrue(news.signedAt().equals(THEN) && news.members() != null);
    } catch (WebhookException e) {
      assertTrue(e.reason() == WebhookException.Reason.MALFORMED_BODY, e.getMessage());
    }
  }
}
