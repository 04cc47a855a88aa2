package dev.specwright.mappiness;

import dev.specwright.core.ApiClient;
import dev.specwright.mappiness.api.ApiDocument;
import dev.specwright.mappiness.model.SignedUrl;
import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiOperation;
import dev.specwright.runtime.Operation;
import dev.specwright.runtime.RequestOptions;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.Path;

/**
 * Finds, for a call, the operation that signs its URL: the one in the document whose path is the
 * same with {@code get_u/} immediately before the secret. The page states that as a rule, so it is
 * applied as one, and an endpoint that is added to the document needs nothing here.
 */
final class SignatureCalls {
  /** The document's name for the API secret. */
  static final String CREDENTIAL = "apiSecret";

  private static final String GET_U = "get_u/";

  private final ApiClient client;

  SignatureCalls(ApiClient client) {
    this.client = client;
  }

  /** Returns whether {@code operation} signs URLs. */
  static boolean isSignature(Operation operation) {
    String secret = AuthenticatedUrl.parameter(operation, CREDENTIAL);
    return secret != null && operation.path().startsWith(GET_U + "{" + secret + "}/");
  }

  /** Fetches the signature for exactly the request that {@code call} would make. */
  SignedUrl signed(ApiCall<?> call) {
    Operation operation = call.operation();
    Request request = call.clone().request();
    AuthenticatedUrl url = AuthenticatedUrl.of(request.url(), operation, CREDENTIAL);
    Method method = url == null ? null : method(operation);
    if (url == null || method == null) {
      throw new IllegalArgumentException(
          "Expected a call for which there are links but found "
              + operation.id()
              + ". Sign one of exports().");
    }
    Invocation invocation = Objects.requireNonNull(request.tag(Invocation.class));
    ApiCall<?> signature =
        invoke(method, arguments(method, invocation))
            .tag(SignatureInterceptor.Target.class, new SignatureInterceptor.Target(url.target()));
    return SignedUrl.class.cast(signature.fetch());
  }

  private static @Nullable Method method(Operation signed) {
    String secret = "{" + AuthenticatedUrl.parameter(signed, CREDENTIAL) + "}";
    String path = signed.path().replace(secret, GET_U + secret);
    for (Class<?> api : ApiDocument.DESCRIPTION.interfaces()) {
      for (Operation operation : Operation.of(api)) {
        if (operation.path().equals(path)) return method(api, operation.id());
      }
    }
    return null;
  }

  private static @Nullable Method method(Class<?> api, String operationId) {
    for (Method method : api.getMethods()) {
      ApiOperation operation = method.getAnnotation(ApiOperation.class);
      if (operation != null && operation.id().equals(operationId)) return method;
    }
    return null;
  }

  /** The parameters of the path, and no query: SignatureInterceptor puts the exact one in place. */
  private static Object[] arguments(Method method, Invocation signed) {
    Map<String, Object> inPath = new HashMap<>();
    for (int i = 0; i < signed.arguments().size(); i++) {
      String name = pathParameter(signed.method().getParameterAnnotations()[i]);
      if (name != null) inPath.put(name, Objects.requireNonNull(signed.arguments().get(i)));
    }
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      String name = pathParameter(method.getParameterAnnotations()[i]);
      Object argument = name == null ? none(method.getParameterTypes()[i]) : inPath.get(name);
      if (argument == null) throw notCallable(method, null);
      arguments[i] = argument;
    }
    return arguments;
  }

  private static @Nullable String pathParameter(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof Path path) return path.value();
    }
    return null;
  }

  /** Returns the constant that every generated class of query parameters has. */
  private static @Nullable Object none(Class<?> type) {
    try {
      return RequestOptions.class.isAssignableFrom(type) ? type.getField("NONE").get(null) : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private ApiCall<?> invoke(Method method, Object[] arguments) {
    try {
      return (ApiCall<?>)
          Objects.requireNonNull(
              method.invoke(client.create(method.getDeclaringClass()), arguments));
    } catch (ReflectiveOperationException e) {
      throw notCallable(method, e);
    }
  }

  private static IllegalStateException notCallable(Method method, @Nullable Exception cause) {
    return new IllegalStateException(
        "Expected "
            + method.getName()
            + " to take what the call that it signs takes but it does not. Make the two operations"
            + " of the document fit each other.",
        cause);
  }
}
