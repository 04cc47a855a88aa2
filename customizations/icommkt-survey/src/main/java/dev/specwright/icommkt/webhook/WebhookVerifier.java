package dev.specwright.icommkt.webhook;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import dev.specwright.icommkt.api.ApiDocument;
import dev.specwright.icommkt.api.ApiWebhooks;
import dev.specwright.icommkt.webhook.WebhookException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Tells webhook calls of the service from those of others (section Comprobando las firmas del
 * Webhook).
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.builder().secret("...").build();
 * verifier.handOver(request.header(WebhookVerifier.HEADER), rawBody, inbox::put);
 * // respond with 200 then, with e.status() on a WebhookException, with 500 if the inbox fails
 * }</pre>
 *
 * <p><b>Assumption.</b> The vendor's page is cut before it says what is signed, and how. By default
 * {@code v1} is taken for HMAC-SHA256, in lower-case hexadecimal digits, over the timestamp, a dot
 * and the raw body, with the webhook's secret as the key, as other vendors publish it for a header
 * of the same form. {@link Builder#signedString} changes what is signed. Nor does the page say how
 * old a call may be; five minutes either way unless {@link Builder#tolerance} is set.
 *
 * <p>May be used by several threads at the same time.
 */
public final class WebhookVerifier {
  /** The header that carries timestamp and signature. */
  public static final String HEADER = SignatureHeader.NAME;

  /** How far a timestamp may be from now, either way, unless another tolerance is set. */
  public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

  /** How long handling a call may take, unless another limit is set. */
  public static final Duration DEFAULT_HANDLING_LIMIT = Duration.ofMinutes(1);

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<SigningKey> keys;
  private final Duration tolerance;
  private final Duration handlingLimit;
  private final Clock clock;
  private final SignedString signedString;
  private final @Nullable ReplayCache replayCache;
  private final JsonAdapter<Map<String, @Nullable Object>> payload =
      ApiWebhooks.ANSWER_RECEIVED.adapter(ApiDocument.DESCRIPTION.moshi());

  private WebhookVerifier(Builder from) {
    if (from.keys.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected the secret of a webhook but none was set. Set it with builder().secret(...).");
    }
    keys = List.copyOf(from.keys);
    tolerance = from.tolerance;
    handlingLimit = from.handlingLimit;
    clock = from.clock;
    signedString = from.signedString;
    replayCache = from.replayCache;
  }

  /** Returns a builder; a secret has to be set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns what a call says, after its signature and then its time were found good. With a {@link
   * Builder#replayCache} the call counts as handled then, and a second one is refused; use {@link
   * #handOver} where handling may fail.
   *
   * @param header the value of {@link #HEADER}, or null if the call has none
   * @param body the body, byte for byte as it came: not parsed and written again
   * @throws WebhookException if the call must not be trusted, or has no JSON object as its body;
   *     its {@link WebhookException#reason} says which
   */
  public AnswerNotification verify(@Nullable String header, byte[] body) {
    List<AnswerNotification> verified = new ArrayList<>(1);
    handOver(header, body, verified::add);
    return verified.get(0);
  }

  /**
   * Gives to {@code handler} what a call says, after its signature and then its time were found
   * good. When this returns, respond with 200. What the handler throws comes through: respond with
   * 500 then, and the service knows that it has to send the call again. With a {@link
   * Builder#replayCache} the repeated call is taken, since the failed one was forgotten; and a call
   * that was taken before is refused. A cache that fails after the handler has ended changes
   * nothing: the news was taken, or the handler's failure has the cache's among its suppressed
   * ones.
   *
   * @param header the value of {@link #HEADER}, or null if the call has none
   * @param body the body, byte for byte as it came: not parsed and written again
   * @throws WebhookException if the call was not given to the handler; its {@link
   *     WebhookException#status} is what to respond with
   */
  public void handOver(
      @Nullable String header, byte[] body, Consumer<? super AnswerNotification> handler) {
    SignatureHeader signature = SignatureHeader.parse(header);
    byte[] signed = signedString.bytes(signature.timestamp(), body);
    // First the signature: until then the timestamp is anybody's.
    checkSignature(signature, signed);
    checkTime(signature.time());
    AnswerNotification news = new AnswerNotification(signature.time(), members(body));
    if (replayCache == null) {
      handler.accept(news);
      return;
    }
    handOverOnce(
        replayCache, ByteString.of(signed).sha256().hex(), endOf(signature.time()), news, handler);
  }

  private void handOverOnce(
      ReplayCache cache,
      String call,
      Instant end,
      AnswerNotification news,
      Consumer<? super AnswerNotification> handler) {
    Instant lease = after(clock.instant(), handlingLimit);
    checkNew(cache.begin(call, lease.isBefore(end) ? lease : end));
    try {
      handler.accept(news);
    } catch (Throwable e) { // Sneaky exceptions of other languages too.
      try {
        cache.forget(call);
      } catch (RuntimeException unreachable) {
        e.addSuppressed(unreachable);
      }
      throw e;
    }
    try {
      cache.finish(call, end);
    } catch (RuntimeException e) {
      // The news was taken: a 500 would have it sent again.
    }
  }

  /** When a call signed at {@code time} becomes too old. */
  private Instant endOf(Instant time) {
    return after(time, tolerance);
  }

  private static Instant after(Instant time, Duration duration) {
    Duration longest = Duration.between(time, Instant.MAX);
    return duration.compareTo(longest) < 0 ? time.plus(duration) : Instant.MAX;
  }

  private static void checkNew(ReplayCache.State state) {
    if (state == ReplayCache.State.FINISHED) {
      throw new WebhookException(
          Reason.REPEATED,
          "Expected a call that was not handed over before but found one that was. Respond with"
              + " 200, so that the service leaves it at that.");
    }
    if (state == ReplayCache.State.UNFINISHED) {
      throw new WebhookException(
          Reason.UNFINISHED,
          "Expected a call that is not being handed over but found one that is. Respond with 503,"
              + " so that the service sends it again should that fail.");
    }
  }

  private void checkSignature(SignatureHeader header, byte[] signed) {
    boolean matches = false;
    for (SigningKey key : keys) {
      byte[] expected = key.sign(signed).getBytes(StandardCharsets.US_ASCII);
      for (String found : header.signatures()) {
        // No early end: the time must not tell which one matched.
        matches |= MessageDigest.isEqual(expected, found.getBytes(StandardCharsets.UTF_8));
      }
    }
    if (matches) return;
    throw new WebhookException(
        Reason.MISMATCH,
        "Expected a signature made with "
            + (keys.size() == 1 ? "the secret" : "one of " + keys.size() + " secrets")
            + " over this body but found none. Pass the raw bytes of the body and the secret of"
            + " this webhook; if both are right, the signed string is not what this library"
            + " assumes, see builder().signedString(...).");
  }

  private void checkTime(Instant time) {
    Duration age = Duration.between(time, clock.instant());
    if (age.compareTo(tolerance) > 0) {
      throw new WebhookException(
          Reason.TOO_OLD,
          "Expected a timestamp at most "
              + tolerance
              + " in the past but found one "
              + age
              + " in the past. The call may be a replay; set builder().tolerance(...) if it was"
              + " only slow.");
    }
    if (age.negated().compareTo(tolerance) > 0) {
      throw new WebhookException(
          Reason.TOO_NEW,
          "Expected a timestamp at most "
              + tolerance
              + " in the future but found one "
              + age.negated()
              + " in the future. Check the clock of this machine.");
    }
  }

  private Map<String, @Nullable Object> members(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      Map<String, @Nullable Object> members =
          payload.fromJson(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
      if (members != null) return members;
    } catch (IOException | JsonDataException e) {
      // As below: the cause would quote the body.
    }
    throw new WebhookException(
        Reason.MALFORMED_BODY,
        "Expected a JSON object as the body but found something else. The signature is good, so"
            + " the service sends what its page does not describe.");
  }

  /** Collects the settings of a {@link WebhookVerifier}. */
  public static final class Builder {
    private final List<SigningKey> keys = new ArrayList<>();
    private Duration tolerance = DEFAULT_TOLERANCE;
    private Duration handlingLimit = DEFAULT_HANDLING_LIMIT;
    private Clock clock = Clock.systemUTC();
    private SignedString signedString = SignedString.TIMESTAMP_DOT_BODY;
    private @Nullable ReplayCache replayCache;

    private Builder() {}

    /**
     * Adds the secret of the webhook, from the panel of your webhooks. Call it once more while a
     * secret is being replaced: either is good then.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Builder secret(String value) {
      keys.add(new SigningKey(value));
      return this;
    }

    /**
     * Sets how far a timestamp may be from now, in the past and in the future; five minutes unless
     * set.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder tolerance(Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException(
            "Expected a tolerance of zero or more but found " + value + ".");
      }
      tolerance = value;
      return this;
    }

    /** Takes the time from {@code value}; the system's clock unless set. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** Sets what is signed; {@link SignedString#TIMESTAMP_DOT_BODY} unless set. */
    public Builder signedString(SignedString value) {
      signedString = value;
      return this;
    }

    /**
     * Refuses calls that came before, by what {@code value} remembers, with {@link
     * WebhookException.Reason#REPEATED}. Unless set, a call that is repeated within the tolerance
     * is good each time. What is signed has to hold the timestamp, or a new one makes a new call.
     */
    public Builder replayCache(ReplayCache value) {
      replayCache = value;
      return this;
    }

    /**
     * Sets how long handling a call may take; a minute unless set. A {@link #replayCache} has the
     * same call wait as long, with {@link WebhookException.Reason#UNFINISHED}: later it is taken
     * once more, since the process that handled it seems to have ended. Make it shorter than the
     * tolerance and than the time over which the service repeats a call.
     *
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder handlingLimit(Duration value) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException(
            "Expected a handling limit of more than zero but found " + value + ".");
      }
      handlingLimit = value;
      return this;
    }

    /**
     * Returns the verifier.
     *
     * @throws IllegalArgumentException if no secret was set
     */
    public WebhookVerifier build() {
      return new WebhookVerifier(this);
    }
  }
}
