package dev.specwright.runtime;

import java.io.IOException;
import retrofit2.Converter;

/** The text of a header argument, which has to be one that a header can hold. */
final class HeaderText implements Converter<Object, String> {
  private final Converter<Object, String> text;
  private final String name;

  HeaderText(Converter<Object, String> text, String name) {
    this.text = text;
    this.name = name;
  }

  @Override
  public String convert(Object value) throws IOException {
    return checked(name, text.convert(value));
  }

  /**
   * Returns {@code value}.
   *
   * @throws IllegalArgumentException if it has other characters than printable ASCII
   */
  static String checked(String name, String value) {
    if (value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))) return value;
    // OkHttp would refuse it as well, and quote it.
    throw new IllegalArgumentException(
        "Expected printable ASCII as the header "
            + name
            + " but found another character. Encode the value, or remove line breaks.");
  }
}
