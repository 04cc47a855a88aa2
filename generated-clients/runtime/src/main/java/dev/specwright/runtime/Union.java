package dev.specwright.runtime;

import org.jspecify.annotations.Nullable;

/** A value of one of several shapes: a generated union. */
public interface Union {
  /** The value, whatever its shape. */
  @Nullable Object value();
}
