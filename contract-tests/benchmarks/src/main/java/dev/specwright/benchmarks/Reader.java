package dev.specwright.benchmarks;

import java.io.IOException;

/** A way of reading a document. */
@FunctionalInterface
interface Reader {
  /** Returns what the bytes say. */
  Object read(byte[] document) throws IOException;
}
