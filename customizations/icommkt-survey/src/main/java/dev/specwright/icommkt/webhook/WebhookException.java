package dev.specwright.icommkt.webhook;

/**
 * A webhook call that must not be trusted, or whose body is not what the document describes. Answer
 * it with a status outside of 2xx, such as 400; the service then knows that it was not received.
 *
 * <p>The message holds no secret, no signature and nothing of the body.
 */
public final class WebhookException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong with a call. */
  public enum Reason {
    /** It has no signature. */
    MISSING_HEADER,
    /** Its header is not {@code t=SECONDS,v1=HEX}. */
    MALFORMED_HEADER,
    /** None of its signatures is made with one of the secrets, over this body and timestamp. */
    MISMATCH,
    /** Its signature is good, but was made too long ago: it may be a replay. */
    TOO_OLD,
    /** Its signature is good, but its time is too far ahead: a clock is wrong. */
    TOO_NEW,
    /** Its signature is good, but its body is no JSON object. */
    MALFORMED_BODY
  }

  private final Reason reason;

  WebhookException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What is wrong with the call. */
  public Reason reason() {
    return reason;
  }
}
