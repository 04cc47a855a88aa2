package dev.specwright.core;

import dev.specwright.runtime.ApiDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import okhttp3.OkHttp;

/** What runs here, for the User-Agent and for support. */
final class Versions {
  /** The version of this library. */
  static final String LIBRARY = read();

  private Versions() {}

  private static String read() {
    Properties properties = new Properties();
    try (InputStream file = Versions.class.getResourceAsStream("version.properties")) {
      if (file != null) properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  /**
   * Returns products and versions, such as {@code specwright/1.2.0 Library-API/1.0 okhttp/5.5.1}.
   */
  static String userAgent(ApiDescription api) {
    return "specwright/"
        + LIBRARY
        + " "
        + token(api.title())
        + "/"
        + token(api.version())
        + " okhttp/"
        + OkHttp.VERSION;
  }

  /** Anything else would end a product's name. */
  private static String token(String text) {
    return text.replaceAll("[^A-Za-z0-9._-]+", "-");
  }
}
