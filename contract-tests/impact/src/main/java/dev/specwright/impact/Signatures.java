package dev.specwright.impact;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of types and methods as a reader of code writes them. */
final class Signatures {
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])");

  private Signatures() {}

  /** Returns the name of a type without packages, such as {@code List<Ticket>}. */
  static String type(String name) {
    return PACKAGE.matcher(name).replaceAll("").replace('$', '.');
  }

  static String type(Type type) {
    return type(type.getTypeName());
  }

  static String type(Class<?> type) {
    return type(type.getName());
  }

  /**
   * Returns a call with the names of its parameters: {@code TicketsApi.getTicket(long ticketId)}.
   */
  static String call(Method method) {
    return type(method.getDeclaringClass())
        + "."
        + method.getName()
        + "("
        + String.join(", ", parameters(method))
        + ")";
  }

  /** Returns type and name of each parameter. */
  static List<String> parameters(Method method) {
    return Arrays.stream(method.getParameters()).map(Signatures::parameter).toList();
  }

  private static String parameter(Parameter parameter) {
    return type(parameter.getParameterizedType()) + " " + parameter.getName();
  }

  /** Tells overloads apart, and sees generic types. */
  static String key(Executable method) {
    String owner = type(method.getDeclaringClass());
    return (method instanceof Constructor ? "new " + owner : owner + "." + method.getName())
        + Arrays.stream(method.getGenericParameterTypes())
            .map(Signatures::type)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
