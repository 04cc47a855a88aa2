package dev.specwright.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import retrofit2.Converter;
import retrofit2.http.Path;

/** The text of a path argument. It stays one segment, or a part of one, whatever is in it. */
final class PathText implements Converter<Object, String> {
  private static final String PLAIN = "-._~!$&'()*+,;=@";

  private final Converter<Object, String> text;
  private final Path path;

  PathText(Converter<Object, String> text, Path path) {
    this.text = text;
    this.path = path;
  }

  @Override
  public String convert(Object value) throws IOException {
    String segment = text.convert(value);
    if (segment == null || segment.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a value for {"
              + path.value()
              + "} of the path but it was empty. Pass one; without it the path is another.");
    }
    return path.encoded() ? encoded(segment) : segment;
  }

  /**
   * Also encodes the colon, unlike Retrofit: at the start of a path {@code http:evil.example} would
   * be another server.
   */
  private static String encoded(String segment) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }
}
