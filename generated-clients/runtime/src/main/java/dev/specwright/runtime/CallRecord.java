package dev.specwright.runtime;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened during one call, for its exception. Every request of a call carries the same
 * record, found in an interceptor as {@code request.tag(CallRecord.class)}.
 */
public final class CallRecord {
  /** Anything shorter would mask parts of ordinary words. */
  private static final int SHORTEST_SECRET = 4;

  /** Enough to recognise a proxy's page. */
  private static final int LONGEST_START = 512;

  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicBoolean renewed = new AtomicBoolean();
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  private final List<CallReport.Attempt> notes = new ArrayList<>(1);
  private final Map<Class<?>, Object> attached = new ConcurrentHashMap<>(1);
  private volatile int status;
  private volatile boolean sent;
  private volatile boolean complete;
  private volatile @Nullable Supplier<@Nullable String> requestId;
  private volatile @Nullable Supplier<String> curl;
  private volatile @Nullable Supplier<String> answerStart;

  CallRecord() {}

  /** Names the call, the same over all its attempts. */
  public String id() {
    return id;
  }

  /**
   * Gives a value to the interceptors of this very call, which can then be cancelled as the call it
   * is; {@link ApiCall#tag} makes another call.
   */
  public <S> void attach(Class<S> type, S value) {
    attached.put(type, value);
  }

  /** Returns what was attached as {@code type}, or null if nothing was. */
  public <S> @Nullable S attached(Class<S> type) {
    return type.cast(attached.get(type));
  }

  /** Counts a request that is about to be sent. */
  public void countAttempt() {
    attempts.incrementAndGet();
    status = 0;
    sent = false;
    complete = false;
    requestId = null;
    answerStart = null;
  }

  /** Notes that a connection was found for the request, which may leave from now on. */
  public void sent() {
    sent = true;
  }

  /** Whether a connection was found for the last request. */
  public boolean isSent() {
    return sent;
  }

  /** Notes that the whole answer arrived: what its decoder misses, the service did not send. */
  public void complete() {
    complete = true;
  }

  boolean isComplete() {
    return complete;
  }

  /** Notes what a request came to. */
  public void attempt(CallReport.Attempt attempt) {
    synchronized (notes) {
      notes.add(attempt);
    }
  }

  /** Notes how to get what the service calls the last request, if somebody asks. */
  public void requestId(Supplier<@Nullable String> id) {
    requestId = id;
  }

  /** Notes how to get the last request as a curl command without secrets, if somebody asks. */
  public void curl(Supplier<String> text) {
    curl = text;
  }

  /** Notes how to get the beginning of the last answer, if somebody asks. */
  public void answerStart(Supplier<String> text) {
    answerStart = text;
  }

  /** Returns what happened; the beginning of the answer only if it {@code wasRead} in vain. */
  CallReport report(boolean wasRead) {
    Supplier<String> request = curl;
    Supplier<@Nullable String> serviceId = requestId;
    Supplier<String> start = wasRead ? answerStart : null;
    String began = start == null ? null : shown(start.get());
    synchronized (notes) {
      if (request == null && notes.isEmpty()) return CallReport.NONE;
      return new CallReport(
          id,
          serviceId == null ? null : shown(serviceId.get()),
          notes,
          sent,
          request == null ? null : masked(request.get()),
          began == null ? null : began.substring(0, Math.min(began.length(), LONGEST_START)));
    }
  }

  /** How many requests were sent. */
  public int attempts() {
    return attempts.get();
  }

  /**
   * Notes that a refused credential is about to be replaced. Returns false if that was done for
   * this call before: it is worth trying once, however often the call is repeated.
   */
  public boolean renew() {
    return renewed.compareAndSet(false, true);
  }

  /** Notes a value that was sent and must not be shown, whoever repeats it. */
  public void secret(String value) {
    if (value.length() >= SHORTEST_SECRET) secrets.add(value);
  }

  /** Returns what the service said, without the secrets it repeats and on one line. */
  public @Nullable String shown(@Nullable String said) {
    return said == null ? null : OneLine.of(masked(said));
  }

  /**
   * Returns {@code thrown}, or a {@link MaskedException} in its place if its text, or that of what
   * it was caused by, repeats a secret that was sent or may do so.
   */
  public IOException shown(IOException thrown) {
    // What is not the same is a MaskedException.
    return (IOException) shown((Throwable) thrown);
  }

  Throwable shown(Throwable thrown) {
    return MaskedException.of(thrown, text -> OneLine.of(masked(text)));
  }

  private String masked(String text) {
    String masked = text;
    // The longer ones first: one may be a part of another.
    List<String> all =
        secrets.stream()
            .flatMap(CallRecord::forms)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String secret : all) masked = masked.replace(secret, SafeUrl.MASK);
    return masked;
  }

  /** The ways in which a value may come back: as it is, in a URL, in JSON from PHP, as bytes. */
  private static Stream<String> forms(String secret) {
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Stream.of(
        secret,
        secret.replace("/", "\\/"),
        encoded,
        encoded.replace("+", "%20"),
        HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
  }

  int status() {
    return status;
  }

  /** Notes the status of an answer; the last one counts. */
  public void status(int status) {
    this.status = status;
  }
}
