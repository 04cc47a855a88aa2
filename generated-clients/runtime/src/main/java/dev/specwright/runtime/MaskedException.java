package dev.specwright.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception of somebody else that may show a secret, with its stack, what it was
 * caused by and what it suppressed. The message is its type and its message, with a mask in place
 * of each secret; its type alone where it may quote a part of one, such as what OkHttp says of an
 * answer that is no HTTP.
 */
public final class MaskedException extends IOException {
  private static final long serialVersionUID = 1;

  /** What OkHttp and Okio say without a quotation, such as "unexpected end of stream". */
  private static final Pattern WORDS = Pattern.compile("[A-Za-z ]*");

  private final String type;

  private MaskedException(Throwable thrown, @Nullable String message) {
    super(thrown.getClass().getName() + (message == null ? "" : ": " + message));
    type = thrown.getClass().getName();
    setStackTrace(thrown.getStackTrace());
  }

  /** Returns {@code thrown} if it can be shown as it is, or else what stands for it. */
  static Throwable of(Throwable thrown, UnaryOperator<String> mask) {
    return mayShow(thrown, mask, identitySet()) ? masked(thrown, mask, identitySet()) : thrown;
  }

  private static Set<Throwable> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static boolean mayShow(
      @Nullable Throwable thrown, UnaryOperator<String> mask, Set<Throwable> seen) {
    if (thrown == null || isOurs(thrown) || !seen.add(thrown)) return false;
    String text = thrown.toString();
    if (mayQuote(thrown) || !mask.apply(text).equals(text)) return true;
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (mayShow(suppressed, mask, seen)) return true;
    }
    return mayShow(thrown.getCause(), mask, seen);
  }

  private static boolean isOurs(Throwable thrown) {
    // Where an answer is malformed is said with names in it, and those are the service's.
    boolean namesMembers = thrown instanceof MalformedAnswerException;
    return (thrown instanceof SafeMessage && !namesMembers)
        || thrown instanceof ApiException
        || thrown instanceof MaskedException;
  }

  private static boolean mayQuote(Throwable thrown) {
    String message = thrown.getMessage();
    return (thrown instanceof ProtocolException || thrown instanceof EOFException)
        && message != null
        && !WORDS.matcher(message).matches();
  }

  private static Throwable masked(
      Throwable thrown, UnaryOperator<String> mask, Set<Throwable> seen) {
    if (isOurs(thrown)) return thrown;
    seen.add(thrown);
    String message = thrown.getMessage();
    MaskedException masked =
        new MaskedException(
            thrown, message == null || mayQuote(thrown) ? null : mask.apply(message));
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (!seen.contains(suppressed)) masked.addSuppressed(masked(suppressed, mask, seen));
    }
    Throwable cause = thrown.getCause();
    if (cause != null && !seen.contains(cause)) masked.initCause(masked(cause, mask, seen));
    return masked;
  }

  /** The name of the class that it stands for, such as {@code java.net.ProtocolException}. */
  public String type() {
    return type;
  }
}
