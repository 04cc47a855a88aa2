package dev.specwright.core;

/**
 * Marks a call whose answer is read as it arrives, although its operation is not one that streams:
 * {@code call.tag(StreamedAnswer.class, StreamedAnswer.INSTANCE)}. Nothing of the answer is read
 * ahead then, so a connection that breaks in the middle of it ends the call.
 */
public enum StreamedAnswer {
  /** The mark. */
  INSTANCE
}
