package dev.specwright.probe;

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

  /** Returns the body as text. */
  String text() {
    return body.utf8();
  }

  /** Returns the body of the answer, if that came in one piece. */
  String answerBody() {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
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
