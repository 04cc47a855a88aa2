package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import dev.specwright.runtime.ApiException;
import dev.specwright.runtime.ErrorShape;
import dev.specwright.runtime.Failure;
import dev.specwright.runtime.FailureMapper;
import dev.specwright.runtime.MaskedException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the exception by kind: the one that the vendor's code stands for, or the HTTP status. */
final class StandardFailures implements FailureMapper {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  private final ApiDescription api;
  private final Map<String, Integer> statuses;

  StandardFailures(ApiDescription api) {
    ErrorShape shape = api.errorShape();
    statuses = shape == null ? Map.of() : shape.statuses();
    this.api = api;
  }

  @Override
  public ApiException exception(Failure failure) {
    return switch (failure.kind()) {
      case REFUSED -> refused(failure);
      case MALFORMED -> new BadAnswerException(failure);
      case NOT_SENT -> new RequestRefusedException(failure);
      case TRANSPORT -> transport(failure);
    };
  }

  private ApiException refused(Failure failure) {
    int status = statusOf(failure);
    if (status == failure.status() && isLost(failure)) {
      return transport(failure.as(Failure.Kind.TRANSPORT, null));
    }
    return switch (status) {
      case 400, 422 -> new ValidationException(failure);
      case 401 -> new AuthenticationException(failure);
      case 403 -> new PermissionException(failure);
      case 404, 410 -> new NotFoundException(failure);
      case 405, 409 -> new ConflictException(failure);
      case 429 -> new RateLimitException(failure);
      default -> status >= 500 ? new ServerException(failure) : new ApiException(failure);
    };
  }

  /** Whether nothing was refused: somebody in between has waited in vain. */
  private boolean isLost(Failure failure) {
    return switch (failure.status()) {
      case REQUEST_TIMEOUT -> true;
      case BAD_GATEWAY, GATEWAY_TIMEOUT -> mayHaveBeenCarriedOut(failure);
      default -> false;
    };
  }

  /**
   * The status that the document says a code stands for, whatever status it came with; or else that
   * one, or, inside of a success, a code that is one.
   */
  private int statusOf(Failure failure) {
    String code = failure.error() == null ? null : failure.error().code();
    if (code == null) return failure.status();
    Integer known = statuses.get(code);
    if (known != null) return known;
    boolean counts = failure.status() < 400 && code.matches("[45]\\d\\d");
    return counts ? Integer.parseInt(code) : failure.status();
  }

  private ApiException transport(Failure failure) {
    Throwable cause = failure.cause();
    if (cause instanceof DescribedException) {
      return new DryRunException(failure.as(Failure.Kind.NOT_SENT, DryRunInterceptor.why()));
    }
    if (isAfterClosing(cause)) {
      return new RequestRefusedException(
          failure.as(Failure.Kind.NOT_SENT, GuardInterceptor.closed()));
    }
    if (mayHaveBeenCarriedOut(failure)) return new OutcomeUnknownException(failure);
    boolean late = isTimeout(cause) || failure.status() == REQUEST_TIMEOUT;
    return late ? new CallTimeoutException(failure) : new TransportException(failure);
  }

  /** What OkHttp makes of a call that finds its threads shut down. */
  private static boolean isAfterClosing(@Nullable Throwable cause) {
    return isInterruption(cause, "executor rejected");
  }

  /** The other interruptions are those of a thread. */
  private static boolean isTimeout(@Nullable Throwable cause) {
    return is(SocketTimeoutException.class, cause) || isInterruption(cause, "timeout");
  }

  private static boolean isInterruption(@Nullable Throwable cause, String why) {
    return cause != null
        && is(InterruptedIOException.class, cause)
        && String.valueOf(cause.getMessage()).endsWith(why);
  }

  private static boolean is(Class<?> type, @Nullable Throwable cause) {
    return cause instanceof MaskedException masked
        ? masked.type().equals(type.getName())
        : type.isInstance(cause);
  }

  private boolean mayHaveBeenCarriedOut(Failure failure) {
    return failure.attempts() > 0 && failure.report().sent() && !isRepeatable(failure.operation());
  }

  /** Looked up when a call fails, since reading all annotations takes a while. */
  private boolean isRepeatable(String operation) {
    return api.operations().stream()
        .anyMatch(each -> each.id().equals(operation) && each.idempotent());
  }
}
