package dev.specwright.runtime;

import java.util.regex.Pattern;

/** Text of somebody else, as it may stand in a message or a line of a log. */
public final class OneLine {
  /** Also what is a new line to Unicode and not to ASCII: U+0085, U+2028, U+2029. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  private OneLine() {}

  /** Returns {@code text} with {@code ?} for each control character and line break. */
  public static String of(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }
}
