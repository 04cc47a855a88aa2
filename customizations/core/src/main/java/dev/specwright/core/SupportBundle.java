package dev.specwright.core;

import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.CallReport;
import dev.specwright.runtime.MaskedException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import okhttp3.OkHttp;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor or a colleague needs to know about a failed call, as a text that may be sent: it
 * holds no credential, no sensitive value and nothing of an answer but the vendor's error.
 *
 * <p>Of the request it shows the URL and the fields of a form as they are, except for those: names
 * and addresses of people among them. Look it through before you pass it on.
 *
 * <pre>{@code
 * catch (ApiException e) {
 *   ticket.attach(SupportBundle.of(e));
 * }
 * }</pre>
 */
public final class SupportBundle {
  private SupportBundle() {}

  /** Returns the text for any exception; those of calls say the most. */
  public static String of(Throwable failure) {
    StringBuilder text = new StringBuilder();
    versions(text);
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    describe(text, "", failure, seen);
    return text.toString();
  }

  private static void versions(StringBuilder text) {
    text.append("specwright ")
        .append(Versions.LIBRARY)
        .append(", okhttp ")
        .append(OkHttp.VERSION)
        .append(", java ")
        .append(System.getProperty("java.version"))
        .append(", ")
        .append(System.getProperty("os.name"))
        .append('\n');
  }

  private static void describe(
      StringBuilder text, String role, @Nullable Throwable failure, Set<Throwable> seen) {
    if (failure == null || !seen.add(failure)) return;
    String type =
        failure instanceof MaskedException masked ? masked.type() : failure.getClass().getName();
    text.append(role).append(type).append('\n');
    if (failure instanceof ApiException call) call(text, call);
    // Messages of other exceptions may quote anything; where they come from says enough.
    StackTraceElement[] stack = failure.getStackTrace();
    for (int i = 0; i < Math.min(stack.length, 3); i++)
      text.append("  at ").append(stack[i]).append('\n');
    for (Throwable suppressed : failure.getSuppressed()) {
      describe(text, "suppressed: ", suppressed, seen);
    }
    describe(text, "caused by: ", failure.getCause(), seen);
  }

  private static void call(StringBuilder text, ApiException call) {
    text.append("  ").append(call.getMessage()).append('\n');
    CallReport report = call.report();
    if (!report.id().isEmpty()) text.append("  call ").append(report.id()).append('\n');
    if (report.requestId() != null) {
      text.append("  request id ").append(report.requestId()).append('\n');
    }
    List<CallReport.Attempt> attempts = report.attempts();
    for (int i = 0; i < attempts.size(); i++) {
      CallReport.Attempt attempt = attempts.get(i);
      text.append("  attempt ")
          .append(i + 1)
          .append(": ")
          .append(attempt.start())
          .append(", ")
          .append(attempt.outcome())
          .append(" after ")
          .append(attempt.took().toMillis())
          .append(" ms\n");
    }
    if (report.curl() != null) text.append("  ").append(report.curl()).append('\n');
  }
}
