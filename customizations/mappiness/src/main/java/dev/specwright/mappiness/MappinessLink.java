package dev.specwright.mappiness;

import dev.specwright.runtime.SafeUrl;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A URL that opens one part of a participant's data for whoever has it: {@code
 * https://mappiness.me/u/3kkq.21f8861d6df137bb07d47c0fec31/mappiness.json?include=happy}. Section
 * "Link-specific authentication with HMACs".
 *
 * <p>It is good for this exact URL only, so its text is kept as it is, and a text that could not be
 * sent unchanged is refused. Treat it like a password: {@link #toString} shows a mask in place of
 * the HMAC string.
 */
public final class MappinessLink {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  /** With the page's regular expression in the middle. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<base>https?://[^/?#]+/(?:[^?#]*?/)?)"
              + "u/(?<participant>[23456789bcdfghjkmnpqrstvwxyz]{1,6})[.](?<hmac>[0-9a-f]{28})/"
              + "(?<target>[^?#][^#]*)");

  /** What must not show; one in the middle is the link's own. */
  private static final Pattern HMAC = Pattern.compile("[.][0-9a-f]{28}(?![0-9a-f])");

  private final String url;
  private final String base;
  private final String participant;
  private final String hmac;
  private final String target;

  private MappinessLink(String url, Matcher form) {
    this.url = url;
    this.base = form.group("base");
    this.participant = form.group("participant");
    this.hmac = form.group("hmac");
    this.target = form.group("target");
  }

  /**
   * Returns the link that {@code url} is.
   *
   * @throws IllegalArgumentException if it is none: not https (unless of this machine), not of the
   *     form that the page describes, or not written as it would be sent. The message does not show
   *     it.
   */
  public static MappinessLink parse(String url) {
    MappinessLink link = of(url);
    HttpUrl parsed = HttpUrl.get(url);
    if (parsed.isHttps() || LOOPBACK.contains(parsed.host())) return link;
    throw refused("https", "another scheme", "Links work over secure connections only.");
  }

  /** As {@link #parse}, but with any scheme; who calls this compares the server. */
  static MappinessLink of(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null || !parsed.toString().equals(url)) {
      throw refused(
          "a URL in the form in which it would be sent",
          "another text",
          "Use the link exactly as it was given.");
    }
    Matcher form = FORM.matcher(url);
    boolean isLink = form.matches() && parsed.username().isEmpty() && parsed.password().isEmpty();
    // Of two it could not be told which is signed, and one would show.
    if (!isLink || HMAC.matcher(url).results().count() != 1) {
      throw refused(
          "https://SERVER/u/xxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxx/ENDPOINT",
          "another form",
          "Use the link exactly as it was given.");
    }
    return new MappinessLink(url, form);
  }

  private static IllegalArgumentException refused(String rule, String found, String remedy) {
    return new IllegalArgumentException(
        "Expected a link, " + rule + ", but found " + found + ". " + remedy);
  }

  /** Returns the URL of a server in the form that {@link #base} has. */
  static String server(String url) {
    HttpUrl parsed = HttpUrl.parse(url.endsWith("/") ? url : url + "/");
    if (parsed != null && (parsed.isHttps() || LOOPBACK.contains(parsed.host()))) {
      return parsed.toString();
    }
    throw new IllegalArgumentException(
        "Expected an https URL as the server of links but found something else. Set it with"
            + " builder().linkServer(\"https://...\").");
  }

  /** The URL, exactly as it was given. It is secret. */
  public String url() {
    return url;
  }

  /** The characters that identify the participant, those before the first dot. */
  public String participant() {
    return participant;
  }

  /** The endpoint and the query that the link opens: {@code mappiness.json?include=happy}. */
  public String target() {
    return target;
  }

  /** The HMAC string, behind the dot. */
  String hmac() {
    return hmac;
  }

  /** The server, with a slash at its end. */
  String base() {
    return base;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MappinessLink that && url.equals(that.url);
  }

  @Override
  public int hashCode() {
    return url.hashCode();
  }

  /** Returns the URL with a mask in place of participant and HMAC string. */
  @Override
  public String toString() {
    return base + "u/" + SafeUrl.MASK + "/" + target;
  }
}
