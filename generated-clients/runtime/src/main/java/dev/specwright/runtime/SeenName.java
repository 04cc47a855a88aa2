package dev.specwright.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A name in objects that the document does not describe, and the two that stood behind it last:
 * such objects, too, mostly have their members in the same order.
 */
final class SeenName {
  final String text;
  private @Nullable MemberText member;
  private @Nullable SeenName next;
  private @Nullable SeenName other;

  SeenName(String text) {
    this.text = text;
  }

  /**
   * Returns the name that stands at {@code at} if it is one of those that stood behind this one,
   * else null.
   */
  @Nullable SeenName nextAt(byte[] bytes, int at) {
    if (next == null || next.lengthAt(bytes, at) > 0) return next;
    return other != null && other.lengthAt(bytes, at) > 0 ? other : null;
  }

  /** Returns the number of bytes of {@code "name":} if it stands at {@code at}; else 0. */
  int lengthAt(byte[] bytes, int at) {
    // Not before: most names of a short text come once.
    if (member == null) member = new MemberText(text);
    return member.lengthAt(bytes, at);
  }

  /** Notes which name stands behind this one. */
  void next(SeenName name) {
    other = next;
    next = name;
  }
}
