package dev.specwright.core;

import dev.specwright.runtime.SafeUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Call;
import okhttp3.Credentials;

/** What a security scheme, or a place marked {@code x-credential}, needs. */
public interface Credential {
  /** Returns the value to send; it may have to be fetched. */
  String value() throws IOException;

  /**
   * Returns the value to send with {@code call}; who has to wait for it stops when the call is
   * cancelled or runs out of time.
   */
  default String value(Call call) throws IOException {
    return value();
  }

  /** What must not be shown when the service repeats it: {@code value} and parts of it. */
  default List<String> secrets(String value) {
    return List.of(value);
  }

  /**
   * Hears that the service did not accept {@code refused}. Returns whether {@link #value} can give
   * another one now, so that the call is worth repeating once.
   */
  default boolean discard(String refused) {
    return false;
  }

  /** Returns a credential that is always {@code value}. */
  static Credential of(String value) {
    return new Credential() {
      @Override
      public String value() {
        return value;
      }

      @Override
      public String toString() {
        return SafeUrl.MASK;
      }
    };
  }

  /** Returns a credential for HTTP Basic. */
  static Credential basic(String user, String password) {
    String value = Credentials.basic(user, password, StandardCharsets.UTF_8);
    return new Credential() {
      @Override
      public String value() {
        return value;
      }

      @Override
      public List<String> secrets(String sent) {
        return List.of(sent, sent.substring(sent.indexOf(' ') + 1), user, password);
      }

      @Override
      public String toString() {
        return SafeUrl.MASK;
      }
    };
  }
}
