package dev.specwright.probe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.ByteString;

/**
 * A request as it came over the wire, and the status it got.
 *
 * @param method the HTTP method
 * @param target path and query, as they were written
 * @param headers by name in small letters
 * @param body the request's bytes
 * @param status the answer's status
 * @param answer the answer, headers included
 */
record Exchange(
    String method,
    String target,
    Map<String, String> headers,
    ByteString body,
    int status,
    String answer) {
  /** Returns the path without the query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Returns the query parameters in their order. */
  List<Field> query() {
    int query = target.indexOf('?');
    return query < 0 ? List.of() : Field.parse(target.substring(query + 1));
  }

  /** Returns a header, or nothing. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** Whether the body has this media type. */
  boolean hasType(String mediaType) {
    return header("Content-Type").toLowerCase(Locale.ROOT).startsWith(mediaType);
  }

  /** Returns the fields of a form, none if the body is something else. */
  List<Field> form() {
    return hasType("application/x-www-form-urlencoded") ? Field.parse(text()) : List.of();
  }

  /** Returns the body as text. */
  String text() {
    return body.utf8();
  }

  /** Whether the answer is a success. */
  boolean isAccepted() {
    return status >= 200 && status < 300;
  }

  @Override
  public String toString() {
    return method + " " + target + " " + text() + " -> " + answer;
  }
}
