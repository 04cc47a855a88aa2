package dev.specwright.probe;

import okhttp3.Headers;
import okhttp3.MediaType;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request that was made, and its answer, byte for byte.
 *
 * @param operation the operationId
 * @param method the HTTP method
 * @param target path and query, encoded
 * @param requestHeaders the request's headers
 * @param requestBody the request's body, or null if it had none
 * @param status the answer's HTTP status
 * @param answerHeaders the answer's headers
 * @param answer the answer's body, as far as it was kept
 * @param complete whether all of the answer was kept
 */
record Traffic(
    String operation,
    String method,
    String target,
    Headers requestHeaders,
    @Nullable ByteString requestBody,
    int status,
    Headers answerHeaders,
    ByteString answer,
    boolean complete) {
  /**
   * Returns the answer's media type without parameters, in small letters, or nothing if it has none
   * or one that cannot be read.
   */
  String answerType() {
    String header = answerHeaders.get("Content-Type");
    MediaType type = header == null ? null : MediaType.parse(header);
    return type == null ? "" : type.type() + "/" + type.subtype();
  }
}
