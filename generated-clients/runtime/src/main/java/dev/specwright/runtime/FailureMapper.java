package dev.specwright.runtime;

/** Chooses the exception for a failed call. */
@FunctionalInterface
public interface FailureMapper {
  /** Returns the exception that {@link ApiCall#fetch} throws for {@code failure}. */
  ApiException exception(Failure failure);
}
