package dev.specwright.contract.driver;

import static java.util.Objects.requireNonNull;

import dev.specwright.core.ClientBuilder;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** How a user of one API builds and uses its client: what no document says. */
public interface ClientSetup {
  /** What the generated code says of the API. */
  ApiDescription description();

  /** Returns the environment variables that the client is built from, by name. */
  Map<String, String> variables();

  /**
   * Builds a client.
   *
   * @param alternative the way in that its requests should take
   * @param settings all that the environment variables do not say
   */
  AutoCloseable client(Alternative alternative, Consumer<ClientBuilder<?>> settings);

  /** Returns what goes out for a credential of the document: with HTTP Basic, the whole header. */
  String sent(String credential);

  /** Returns all that must not be found where the document does not want it. */
  default List<String> secrets() {
    return Stream.concat(variables().values().stream(), Stream.of(accessToken())).toList();
  }

  /** Returns the fields of a form in which the client asks for its access token, if it does. */
  default Map<String, String> keys() {
    return Map.of();
  }

  /** Returns the access token that a stand-in for the service should give to this client. */
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

  /** Returns {@code call} of {@code request}, with what callers have to add to it. */
  default ApiCall<?> prepared(ApiCall<?> call, DocumentedRequest request, Driver driver) {
    return call;
  }

  /** Returns what a stand-in for the service answers to a request, made from an example. */
  default @Nullable Object answered(@Nullable Object example, HttpUrl request) {
    if (!(example instanceof Map<?, ?> token) || !token.containsKey("access_token")) return example;
    Map<Object, Object> own = new LinkedHashMap<>(token);
    own.put("access_token", accessToken());
    return own;
  }

  /** Returns the environment variable with this name. */
  default String variable(String name) {
    return requireNonNull(variables().get(name), name);
  }
}
