package dev.specwright.runtime;

import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a call gave no value, in terms that are safe to show.
 *
 * @param kind what went wrong
 * @param operation the document's operationId
 * @param method the HTTP method
 * @param url the URL without credentials and sensitive values
 * @param status the HTTP status, or 0 if no answer came
 * @param error what the vendor says, or null if the answer does not say it where the document
 *     expects it
 * @param retryAfter the answer's Retry-After header, or null if it has none, or one that is neither
 *     seconds nor an HTTP date
 * @param attempts how many requests were sent for this call
 * @param cause what was caught, or null; a {@link MaskedException} in place of one that may show a
 *     secret
 * @param report what the call went through
 * @param note a sentence that the summary ends with, or an empty text
 */
public record Failure(
    Kind kind,
    String operation,
    String method,
    String url,
    int status,
    @Nullable VendorError error,
    @Nullable String retryAfter,
    int attempts,
    @Nullable Throwable cause,
    CallReport report,
    String note)
    implements Serializable {

  private static final int FIRST_ERROR = 400;

  /** A failure without a report. */
  public Failure(
      Kind kind,
      String operation,
      String method,
      String url,
      int status,
      @Nullable VendorError error,
      @Nullable String retryAfter,
      int attempts,
      @Nullable Throwable cause) {
    this(
        kind,
        operation,
        method,
        url,
        status,
        error,
        retryAfter,
        attempts,
        cause,
        CallReport.NONE,
        "");
  }

  /** Returns this failure with a sentence that its summary ends with. */
  public Failure withNote(String sentence) {
    return new Failure(
        kind, operation, method, url, status, error, retryAfter, attempts, cause, report, sentence);
  }

  /** Returns this failure as one of another kind, with another cause. */
  public Failure as(Kind other, @Nullable Throwable otherCause) {
    return new Failure(
        other,
        operation,
        method,
        url,
        status,
        error,
        retryAfter,
        attempts,
        otherCause,
        report,
        note);
  }

  /** What went wrong. */
  public enum Kind {
    /** The service answered, and its answer is an error. */
    REFUSED,
    /** The service answered with something that the document does not describe. */
    MALFORMED,
    /** No complete answer came. */
    TRANSPORT,
    /** Nothing was sent, because it would have been wrong. */
    NOT_SENT
  }

  /** Returns one line about the failure: operation, request, status, and what the vendor says. */
  public String summary() {
    StringBuilder text = new StringBuilder(operation).append(": ").append(method).append(' ');
    text.append(url);
    switch (kind) {
      case REFUSED -> text.append(" was refused with status ").append(status);
      case MALFORMED ->
          text.append(" got an answer that does not fit the document, status ").append(status);
      case TRANSPORT -> {
        text.append(" got no complete answer");
        if (status >= FIRST_ERROR) text.append(", status ").append(status);
      }
      case NOT_SENT -> text.append(" was not sent");
    }
    if (error != null) {
      text.append(": ").append(said(error));
    } else if (cause != null) {
      text.append(": ").append(cause instanceof SafeMessage ? cause.getMessage() : name(cause));
    }
    if (attempts > 1) text.append(" (").append(attempts).append(" attempts)");
    if (!note.isEmpty()) text.append(". ").append(note);
    return text.toString();
  }

  private static String said(VendorError error) {
    if (error.code() == null && error.message() == null) return "an error without code and message";
    return Stream.of(error.code(), error.message())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  /** The message of a foreign exception may quote what must not be shown. */
  private static String name(Throwable cause) {
    return cause instanceof MaskedException masked
        ? masked.type().replaceFirst(".*[.$]", "")
        : cause.getClass().getSimpleName();
  }
}
