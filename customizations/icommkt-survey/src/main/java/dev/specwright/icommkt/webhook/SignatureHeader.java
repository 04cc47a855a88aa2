package dev.specwright.icommkt.webhook;

import dev.specwright.icommkt.webhook.WebhookException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code SK-Signature: t=SECONDS,v1=HEX}. More {@code v1} may follow, and schemes that
 * are not known yet, which are left aside.
 *
 * @param timestamp the digits as they came, since they are signed
 * @param signatures the values of {@code v1}
 */
record SignatureHeader(String timestamp, List<String> signatures) {
  static final String NAME = "SK-Signature";

  static SignatureHeader parse(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw new WebhookException(
          Reason.MISSING_HEADER,
          "Expected the header " + NAME + " but the call has none. Signed calls always have it.");
    }
    String timestamp = null;
    List<String> signatures = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      String item = part.strip();
      if (item.indexOf('=') < 1) throw malformed("a part that is not NAME=VALUE");
      if (item.startsWith("t=")) {
        if (timestamp != null) throw malformed("two timestamps");
        timestamp = item.substring("t=".length());
        // More digits would be no time that Java can tell.
        if (!timestamp.matches("[0-9]{1,12}")) throw malformed("a timestamp that is no number");
      } else if (item.startsWith("v1=")) {
        signatures.add(item.substring("v1=".length()));
      }
    }
    if (timestamp == null) throw malformed("no timestamp");
    if (signatures.isEmpty()) throw malformed("no signature of scheme v1");
    return new SignatureHeader(timestamp, List.copyOf(signatures));
  }

  private static WebhookException malformed(String found) {
    return new WebhookException(
        Reason.MALFORMED_HEADER,
        "Expected the header "
            + NAME
            + " as t=SECONDS,v1=HEX but found "
            + found
            + ". Pass the header's value as it came, on one line.");
  }

  Instant time() {
    return Instant.ofEpochSecond(Long.parseLong(timestamp));
  }
}
