package dev.specwright.icommkt.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okio.ByteString;

/** The secret of a webhook, as a key for HMAC-SHA256. */
final class SigningKey {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  SigningKey(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException(
          "Expected the secret of a webhook but it was blank. It stands in the panel of your"
              + " webhooks.");
    }
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Returns the signature in lower-case hexadecimal digits. */
  String sign(byte[] signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return ByteString.of(mac.doFinal(signed)).hex();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
