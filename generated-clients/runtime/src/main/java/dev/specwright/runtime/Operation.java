package dev.specwright.runtime;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Streaming;

/**
 * An operation of a document, as the generated interfaces describe it.
 *
 * @param id the document's operationId
 * @param method the HTTP method
 * @param path the path template, without a leading slash, such as {@code api/{owner}/objects}
 * @param security the alternatives, each a set of security schemes that go together
 * @param credentials the places outside {@code security} that carry a credential
 * @param idempotent whether repeating the call is safe
 * @param sensitive wire names of parameters and form fields that must never be shown
 * @param envelope the member of the answer that holds the value
 * @param jsonp the parameter that names the function around a JSON-P answer
 * @param pagination how to get the next page
 * @param raw whether the caller gets the body as it came, to read as a stream
 */
public record Operation(
    String id,
    String method,
    String path,
    List<Set<String>> security,
    List<ApiOperation.Credential> credentials,
    boolean idempotent,
    Set<String> sensitive,
    Optional<String> envelope,
    Optional<String> jsonp,
    Optional<ApiOperation.Pagination> pagination,
    boolean raw) {

  /** Those that were asked for: reading the annotations of all would delay the first call. */
  private static final ClassValue<Map<Method, Operation>> OPERATIONS =
      new ClassValue<>() {
        @Override
        protected Map<Method, Operation> computeValue(Class<?> api) {
          return new ConcurrentHashMap<>();
        }
      };

  /** Returns the operations of a generated interface. */
  public static List<Operation> of(Class<?> api) {
    return Arrays.stream(api.getMethods())
        .flatMap(method -> Stream.ofNullable(of(method)))
        .toList();
  }

  /** Returns the operation that a request belongs to, or null if no generated method made it. */
  public static @Nullable Operation of(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation == null ? null : of(invocation.method());
  }

  static @Nullable Operation of(Method method) {
    Map<Method, Operation> known = OPERATIONS.get(method.getDeclaringClass());
    Operation operation = known.get(method);
    if (operation != null) return operation;
    ApiOperation facts = method.getAnnotation(ApiOperation.class);
    if (facts == null) return null;
    operation = read(method, facts);
    known.put(method, operation);
    return operation;
  }

  private static Operation read(Method method, ApiOperation facts) {
    String[] request = httpRequest(method);
    List<Set<String>> security = new ArrayList<>();
    for (String alternative : facts.security()) security.add(schemes(alternative));
    ApiOperation.Pagination[] pagination = facts.pagination();
    return new Operation(
        facts.id(),
        request[0],
        // A dot in front keeps a colon in the first segment from ending a scheme.
        request[1].startsWith("./") ? request[1].substring(2) : request[1],
        List.copyOf(security),
        List.of(facts.credentials()),
        facts.idempotent(),
        Set.of(facts.sensitive()),
        text(facts.envelope()),
        text(facts.jsonp()),
        pagination.length == 0 ? Optional.empty() : Optional.of(pagination[0]),
        method.isAnnotationPresent(Streaming.class));
  }

  private static Set<String> schemes(String alternative) {
    return alternative.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(new LinkedHashSet<>(List.of(alternative.split(" "))));
  }

  private static Optional<String> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static String[] httpRequest(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation instanceof GET get) return new String[] {"GET", get.value()};
      if (annotation instanceof POST post) return new String[] {"POST", post.value()};
      if (annotation instanceof PUT put) return new String[] {"PUT", put.value()};
      if (annotation instanceof PATCH patch) return new String[] {"PATCH", patch.value()};
      if (annotation instanceof DELETE delete) return new String[] {"DELETE", delete.value()};
      if (annotation instanceof HTTP http) return new String[] {http.method(), http.path()};
    }
    throw new IllegalArgumentException(
        "Expected an HTTP method on " + method + " but found none. Add @GET, @POST, ...");
  }
}
