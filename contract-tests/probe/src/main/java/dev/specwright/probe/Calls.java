package dev.specwright.probe;

import dev.specwright.runtime.ApiCall;
import dev.specwright.runtime.ApiOperation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a client that the operations of its document stand for. */
final class Calls {
  private final Api api;
  private final Object client;
  private final Values values;

  Calls(Api api, Object client) {
    this.api = api;
    this.client = client;
    this.values = new Values(api.description().moshi());
  }

  /** Returns the call of {@code operation} with these arguments; it is not made. */
  ApiCall<?> call(DocumentOperation operation, Arguments arguments) {
    Method method = method(api, operation.id());
    Object[] values =
        Arrays.stream(method.getParameters())
            .map(parameter -> value(parameter, operation, arguments))
            .toArray();
    return (ApiCall<?>) invoke(method, implementation(method.getDeclaringClass()), values);
  }

  /** Returns the type that a call of {@code operation} gives. */
  static Type answerType(Api api, DocumentOperation operation) {
    Type type = method(api, operation.id()).getGenericReturnType();
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static Method method(Api api, String id) {
    return api.description().interfaces().stream()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> isOperation(method, id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected an operation of the client but found " + id + "."));
  }

  private static boolean isOperation(Method method, String id) {
    ApiOperation operation = method.getAnnotation(ApiOperation.class);
    return operation != null && operation.id().equals(id);
  }

  /** The client has a method without parameters for each interface. */
  private Object implementation(Class<?> type) {
    return Arrays.stream(client.getClass().getMethods())
        .filter(method -> method.getReturnType() == type && method.getParameterCount() == 0)
        .map(method -> invoke(method, client))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected a method for " + type + " in " + client.getClass() + "."));
  }

  private @Nullable Object value(
      Parameter parameter, DocumentOperation operation, Arguments arguments) {
    try {
      return values.of(parameter, operation, arguments);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          operation.id() + ", parameter " + parameter.getName() + ": " + e.getMessage(), e);
    }
  }

  static Object invoke(Method method, @Nullable Object target, @Nullable Object... values) {
    try {
      return method.invoke(target, values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
