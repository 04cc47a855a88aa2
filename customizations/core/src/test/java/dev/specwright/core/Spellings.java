package dev.specwright.core;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which a text may stand in another one for everybody to read. */
final class Spellings {
  private Spellings() {}

  static Set<String> of(String secret) {
    Set<String> all = new LinkedHashSet<>();
    all.add(secret);
    all.add(secret.replace("/", "\\/"));
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    all.add(form);
    all.add(form.replace("+", "%20"));
    all.add(form.toLowerCase(Locale.ROOT));
    all.add(escaped(secret));
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    all.add(hex);
    all.add(hex.toUpperCase(Locale.ROOT));
    for (int before = 0; before < 3; before++) {
      all.add(base64(secret, before, Base64.getEncoder()));
      all.add(base64(secret, before, Base64.getUrlEncoder()));
    }
    return all;
  }

  /** Every byte as {@code %41}. */
  private static String escaped(String secret) {
    StringBuilder text = new StringBuilder();
    for (byte each : secret.getBytes(StandardCharsets.UTF_8)) {
      text.append(String.format("%%%02X", each));
    }
    return text.toString();
  }

  /** The part that does not depend on what stands around the secret, {@code before} bytes of it. */
  private static String base64(String secret, int before, Base64.Encoder encoder) {
    byte[] bytes = ("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
    String text = encoder.withoutPadding().encodeToString(bytes);
    int start = before == 0 ? 0 : before + 1;
    return text.substring(start, bytes.length / 3 * 4);
  }
}
