package dev.specwright.contract.driver;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiDescription;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;

/**
 * How a user of one API builds its client: what no document says. The credentials are made up, so
 * that they are easy to find in a request.
 */
public interface ClientSetup {
  /** What the generated code says of the API. */
  ApiDescription description();

  /**
   * Builds a client, without retries.
   *
   * @param server where it sends its requests
   * @param http what it sends them with
   * @param alternative the way in that its requests should take
   */
  AutoCloseable client(String server, OkHttpClient http, Alternative alternative);

  /** Returns what goes out for a credential of the document: with HTTP Basic, the whole header. */
  String sent(String credential);

  /** Returns all that must not be found where the document does not want it. */
  List<String> secrets();

  /** Returns the fields of a form in which the client asks for its access token, if it does. */
  default Map<String, String> keys() {
    return Map.of();
  }

  /** Returns the access token that a server should give to this client. */
  default String accessToken() {
    return "planted-access-token";
  }

  /** Returns {@code request}, or the variant that a call with an example for an answer needs. */
  default DocumentedRequest fitted(DocumentedRequest request) {
    return request;
  }

  /** Whether the client takes an answer to {@code operation} that was made for other requests. */
  default boolean takesAnswersMadeForOthers(DocumentedOperation operation) {
    return true;
  }

  /** Returns {@code call}, with what callers have to add to it. */
  default ApiCall<?> prepared(ApiCall<?> call) {
    return call;
  }
}
