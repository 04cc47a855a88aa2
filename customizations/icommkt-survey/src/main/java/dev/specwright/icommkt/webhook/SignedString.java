package dev.specwright.icommkt.webhook;

import java.nio.charset.StandardCharsets;
import okio.Buffer;

/**
 * What the signature of a webhook call is computed over.
 *
 * <p>The vendor's page is cut before it says so. {@link #TIMESTAMP_DOT_BODY} is what other vendors
 * publish for a header of the same form. Should a real call show something else, say it with a
 * lambda, to verifier and signer alike.
 */
@FunctionalInterface
public interface SignedString {
  /** The timestamp as it stands in the header, a dot, and the body: an assumption. */
  SignedString TIMESTAMP_DOT_BODY =
      (timestamp, body) ->
          new Buffer()
              .writeString(timestamp, StandardCharsets.US_ASCII)
              .writeByte('.')
              .write(body)
              .readByteArray();

  /**
   * Returns the bytes to sign.
   *
   * @param timestamp the digits behind {@code t=} in the header
   * @param body the body of the call as it came
   */
  byte[] bytes(String timestamp, byte[] body);
}
