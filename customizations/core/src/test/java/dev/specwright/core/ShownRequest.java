package dev.specwright.core;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A request as the comments of examples show it. */
public final class ShownRequest {
  private ShownRequest() {}

  /**
   * Returns {@code METHOD path?query form}, with query and form decoded.
   *
   * @param hidden the parameters to leave out, such as a token that every request has
   */
  public static String of(RecordedRequest request, Set<String> hidden) {
    String query = shown(request.getUrl().encodedQuery(), hidden);
    ByteString body = request.getBody();
    String type = request.getHeaders().get("Content-Type");
    boolean isForm = body != null && "application/x-www-form-urlencoded".equals(type);
    String form = shown(isForm ? body.utf8() : null, hidden);
    return request.getMethod()
        + " "
        + request.getUrl().encodedPath()
        + (query.isEmpty() ? "" : "?" + query)
        + (form.isEmpty() ? "" : " " + form);
  }

  private static String shown(@Nullable String pairs, Set<String> hidden) {
    if (pairs == null) return "";
    return Arrays.stream(pairs.split("&"))
        .filter(pair -> !hidden.contains(pair.replaceFirst("=.*", "")))
        .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
