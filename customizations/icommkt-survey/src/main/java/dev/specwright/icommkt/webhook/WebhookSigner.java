package dev.specwright.icommkt.webhook;

import java.time.Instant;

/**
 * Signs webhook calls as the service is taken to do, so that a receiver can be tested:
 *
 * <pre>{@code
 * String header = new WebhookSigner("test-secret").sign(Instant.now(), body);
 * // t=1539794213,v1=...
 * }</pre>
 *
 * <p>The assumption of {@link WebhookVerifier} holds here too.
 */
public final class WebhookSigner {
  private final SigningKey key;
  private final SignedString signedString;

  /**
   * Makes a signer.
   *
   * @throws IllegalArgumentException if the secret is blank
   */
  public WebhookSigner(String secret) {
    this(secret, SignedString.TIMESTAMP_DOT_BODY);
  }

  /**
   * Makes a signer of another signed string.
   *
   * @throws IllegalArgumentException if the secret is blank
   */
  public WebhookSigner(String secret, SignedString signedString) {
    this.key = new SigningKey(secret);
    this.signedString = signedString;
  }

  /** Returns the value of {@link WebhookVerifier#HEADER} for a body signed at {@code time}. */
  public String sign(Instant time, byte[] body) {
    String timestamp = Long.toString(time.getEpochSecond());
    return "t=" + timestamp + ",v1=" + key.sign(signedString.bytes(timestamp, body));
  }
}
