package dev.specwright.core;

import java.io.IOException;

/** Ends a write of a dry run inside OkHttp; the caller sees a {@link DryRunException}. */
final class DescribedException extends IOException {
  private static final long serialVersionUID = 1;

  DescribedException() {
    super("described instead of sent");
  }
}
