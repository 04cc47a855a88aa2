package dev.specwright.icommkt.webhook;

/**
 * A webhook call that must not be trusted, that came before, or whose body is not what the document
 * describes. {@link #status} is what to respond with.
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
    MALFORMED_BODY,
    /** Its signature is good, but it was handed over before; {@link ReplayCache} says so. */
    REPEATED,
    /** Its signature is good, but the same call is being handed over at this moment. */
    UNFINISHED
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

  /**
   * The HTTP status to respond with: 200 to a call that was handed over before, so that the service
   * leaves it at that; 503 to one that is being handed over, so that it comes again should that
   * fail; otherwise 400, so that the service knows that the call was not received.
   */
  public int status() {
    return switch (reason) {
      case REPEATED -> 200;
      case UNFINISHED -> 503;
      default -> 400;
    };
  }
}
