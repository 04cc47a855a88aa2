package dev.specwright.contract.driver;

import java.nio.charset.StandardCharsets;
import okio.ByteString;

/**
 * What a {@link ScriptedServer} answers.
 *
 * @param status the HTTP status
 * @param type the name of the one header, {@code Content-Type} or {@code Location}
 * @param value its value
 * @param body the body
 */
public record Reply(int status, String type, String value, ByteString body) {
  /** Returns an answer with an example of the document. */
  public static Reply of(int status, Content content, Object example) {
    String text = content.isJson() ? Json.text(example) : (String) example;
    return bytes(status, content, ByteString.encodeString(text, StandardCharsets.UTF_8));
  }

  /** Returns an answer with bytes. */
  public static Reply bytes(int status, Content content, ByteString bytes) {
    return new Reply(status, "Content-Type", content.mediaType(), bytes);
  }

  /** Returns a redirect. */
  public static Reply redirect(int status, String url) {
    return new Reply(status, "Location", url, ByteString.EMPTY);
  }
}
