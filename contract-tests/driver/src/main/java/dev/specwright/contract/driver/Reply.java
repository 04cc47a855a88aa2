package dev.specwright.contract.driver;

import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ScriptedServer} answers.
 *
 * @param status the HTTP status
 * @param type the name of the one header, {@code Content-Type} or {@code Location}; empty if it has
 *     none
 * @param value its value
 * @param body the body
 */
public record Reply(int status, String type, String value, ByteString body) {
  /** Returns an answer with an example of the document. */
  public static Reply of(int status, Content content, @Nullable Object example) {
    String text = content.isJson() ? Json.text(example) : String.valueOf(example);
    return bytes(status, content.mediaType(), ByteString.encodeUtf8(text));
  }

  /** Returns an answer with bytes. */
  public static Reply bytes(int status, String mediaType, ByteString bytes) {
    return new Reply(status, "Content-Type", mediaType, bytes);
  }

  /** Returns a redirect. */
  public static Reply redirect(int status, String url) {
    return new Reply(status, "Location", url, ByteString.EMPTY);
  }
}
