package dev.specwright.runtime;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** A URL in a form that may be shown: every value that is, or may be, a secret is masked. */
public final class SafeUrl {
  /** What stands in place of a value that must not be shown. */
  public static final String MASK = "██";

  private static final Pattern INDEX = Pattern.compile("\\[\\d*]");

  private SafeUrl() {}

  /**
   * Returns {@code url} with the values masked that {@code operation} calls sensitive or that carry
   * a credential. Query parameters show their names, and only those values that the operation's
   * document does not call sensitive. User and password of the URL are left out.
   */
  public static String of(HttpUrl url, Operation operation) {
    return of(url, operation, operation.sensitive());
  }

  /** As {@link #of(HttpUrl, Operation)}, with the names of everything that must be masked. */
  public static String of(HttpUrl url, Operation operation, Set<String> sensitive) {
    StringBuilder safe = new StringBuilder();
    safe.append(url.scheme()).append("://").append(url.host());
    if (url.port() != HttpUrl.defaultPort(url.scheme())) safe.append(':').append(url.port());
    appendPath(safe, url.encodedPathSegments(), operation, sensitive);
    for (int i = 0; i < url.querySize(); i++) {
      String name = url.queryParameterName(i);
      safe.append(i == 0 ? '?' : '&').append(OneLine.of(name));
      String value = url.queryParameterValue(i);
      if (value != null) {
        safe.append('=').append(isSensitive(name, sensitive) ? MASK : OneLine.of(value));
      }
    }
    return safe.toString();
  }

  /**
   * Returns whether a parameter or field is one of {@code sensitive} or a part of one, as {@code
   * pins[0]} is of {@code pins}. An index does not count: {@code items[0][pin]} is {@code
   * items[pin]}.
   */
  public static boolean isSensitive(String name, Set<String> sensitive) {
    if (sensitive.contains(name)) return true;
    if (sensitive.isEmpty() || name.indexOf('[') < 0) return false;
    return isPart(name, sensitive) || isPart(INDEX.matcher(name).replaceAll(""), sensitive);
  }

  private static boolean isPart(String name, Set<String> sensitive) {
    for (int end = name.length(); end > 0; end = name.lastIndexOf('[', end - 1)) {
      if (sensitive.contains(name.substring(0, end))) return true;
    }
    return false;
  }

  private static void appendPath(
      StringBuilder safe, List<String> segments, Operation operation, Set<String> sensitive) {
    String[] template = operation.path().split("/", -1);
    // The base URL may have segments of its own in front of the operation's.
    int before = Math.max(0, segments.size() - template.length);
    for (int i = 0; i < segments.size(); i++) {
      String expected = i >= before && i - before < template.length ? template[i - before] : "";
      safe.append('/').append(isSecret(expected, sensitive) ? MASK : segments.get(i));
    }
  }

  private static boolean isSecret(String templateSegment, Set<String> sensitive) {
    return sensitive.stream().anyMatch(name -> templateSegment.contains("{" + name + "}"));
  }
}
